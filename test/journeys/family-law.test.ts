import { expect, test } from 'vitest';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import type { Definition, Field } from '../../shared/documents/definition.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { withPrescribedTexts } from '../support/arbitrary-content.ts';
import { close } from '../support/closing.ts';
import { PROFILES } from '../support/controllers.ts';
import { type ChildsMatter, childsMatter, issued, MOTHER } from '../support/decisions-of-child.ts';
import { aRequest, onGround, prepare, requested, rulesOf, send } from '../support/disclosures.ts';
import { leastSample } from '../support/document-sample.ts';
import { begun, finished, listed, loadedDefinition, opened } from '../support/documents.ts';
import { linesOf } from '../support/dump.ts';
import { factsOf } from '../support/facts.ts';
import { exportedFigures } from '../support/figures.ts';
import { done } from '../support/matters.ts';

/** It is Tuesday 24 November 2026. The child welfare supervisor of Uusikaupunki, as each matter goes act by act. */

const familyLaw = (kinds: Parameters<typeof childsMatter>[0]) =>
  childsMatter(kinds, [MOTHER], {
    serviceTasks: ['familyLaw'],
    decidedBy: 'childWelfareSupervisor',
    settings: PROFILES.U,
  });

function definitionWithTexts(type: string): Definition {
  const definition = definitionOf(`1.2.246.537.6.1506.${type}`);
  if (definition === undefined) throw new Error(`no ${type}`);
  return withPrescribedTexts(definition);
}

/** The least that it says beside what acts fill in: of a decision also what was decided, and why. */
function leastOf(type: string, more: object = {}) {
  const definition = definitionWithTexts(type);
  const fields = definition.fields.map(
    (field): Field => (/^paatos$|^paatoksen_peruste/.test(field.key) ? { ...field, required: true } : field),
  );
  const { asiakas: _, ...rest } = Object(leastSample({ ...definition, fields })[definition.key]);
  return { definitionOid: definition.oid, content: { [definition.key]: { ...rest, ...more } } };
}

const bodyOf = ({ caseId }: ChildsMatter, type: string, more: object = {}) => ({
  ...leastOf(type, more),
  caseId,
  serviceTasks: ['familyLaw'],
});

/** Drawn up and stored: a final document of the case. @returns its id. */
async function drawnUp(of: ChildsMatter, type: string, more: object = {}): Promise<string> {
  of.world.clock.advance(1);
  return finished(of.worker, of.clientId, bodyOf(of, type, more));
}

const arcOf = (oid: unknown): string => String(oid).split('.')[6] ?? '';

/** 775/2022 7, 10, 12, 21–23, 15, 26 §: the documents of establishing parenthood, in the order of the law. */
const ESTABLISHING = [
  ['negotiation with the mother and the possible parent', '12011.2025.3.21'],
  ['order of a genetic study', '8003.2024.11.29'],
  ['acknowledgement after the birth', '4025.2024.11.1'],
  ['approval', '14009.2025.3.21'],
  ['hearing', '5007.2025.3.21'],
  ['record of the determination', '7016.2024.11.1'],
] as const;

test('paternity is established act by act: negotiated, studied, acknowledged, approved, heard, recorded, and sent to be confirmed [U-4.29]', async () => {
  const of = await familyLaw({});
  const { world, worker, clientId, caseId } = of;
  await loadedDefinition(world, ...ESTABLISHING.map(([, type]) => definitionWithTexts(type)));
  const made: string[] = [];
  for (const [, type] of ESTABLISHING) made.push(await drawnUp(of, type));
  const { documents } = await listed(worker, clientId, '?serviceTask=familyLaw');
  expect(documents.map(({ definitionOid }) => arcOf(definitionOid)).toReversed()).toEqual(
    ESTABLISHING.map(([, type]) => type.split('.')[0]),
  );
  expect(new Set(documents.map(({ state, caseId: ofCase }) => `${state} ${String(ofCase)}`))).toEqual(
    new Set([`final ${caseId}`]),
  );
  const facts = await factsOf(world, '2026-11');
  for (const part of ['acknowledgement', 'parenthoodRecord']) {
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'documentFinalised', parts: [part] }));
  }

  // The record, the acknowledgement and the approval go to the authority that confirms (26 §), by the gate.
  const pieces = made.filter((_, nth) => [2, 3, 5].includes(nth)).map((id) => ({ kind: 'document', id }));
  const to = { initiative: 'own', form: undefined, requester: 'otherAuthority', purpose: 'authorityTask' };
  const path = await requested(worker, clientId, aRequest({ ...to, name: 'Digi- ja väestötietovirasto' }));
  const ground = { kind: 'provision', key: 'named', provision: '775/2022 26 §' };
  expect(rulesOf(await prepare(worker, path, onGround(ground, pieces)))).toEqual(['disclosure.conditionMet']);
  const condition = 'Vanhemmuus on tunnustettu ja pöytäkirja laadittu.';
  done(await prepare(worker, path, onGround(ground, pieces, { condition })));
  done(await send(worker, path));
  expect((await linesOf(world.services)).flatMap(({ disclosure }) => disclosure ?? [])).toMatchObject([
    { recipient: { kind: 'authority' }, ground: { provision: '775/2022 26 §' } },
  ]);
  done(await close(of));
});

test('an establishing of paternity is suspended and begun anew by decisions of the child welfare supervisor, and counted [U-4.29]', async () => {
  const of = await familyLaw({ '11062': 'childWelfareSupervisor', '11063': 'childWelfareSupervisor' });
  const { world, worker } = of;
  const types = { '11062': '11062.2024.11.4', '11063': '11063.2024.11.4' } as const;
  await loadedDefinition(world, ...Object.values(types).map(definitionWithTexts));
  for (const kind of ['11062', '11063'] as const) {
    const at = await issued(of, {
      kind,
      serviceTask: 'familyLaw',
      document: leastOf(types[kind]),
      plan: { result: 'measure', validity: undefined },
    });
    expect((await worker.call('GET', at)).json).toMatchObject({ kind, state: 'issued' });
  }
  const mainUser = await world.worker('mainUser');
  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  const THL = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
  expect(await exportedFigures(mainUser, 'familyLaw', '2026-11', THL)).toMatchObject({
    parenthoodSuspended: 1,
    parenthoodRecords: 0,
  });
});

const KINDS = {
  custodyAgreements: 'lapsen_huolto',
  residenceAgreements: 'asuminen',
  accessAgreements: 'tapaamisoikeus',
} as const;
const agreedOn = (...fields: string[]) => ({
  sopimuksen_sisalto: {
    me_allekirjoittaneet_olemme_sopineet_seuraavaa: Object.fromEntries(fields.map((field) => [field, true])),
  },
});

test('agreements on custody, on residence and on access are told apart as three kinds, also where one holds several, and counted by kind [U-4.32]', async () => {
  const of = await familyLaw({ '11022': 'childWelfareSupervisor' });
  const { world, worker, clientId } = of;
  for (const fields of [
    ...Object.values(KINDS).map((field) => [field]),
    ['lapsen_huolto', 'tapaamisoikeus'],
  ]) {
    const documentId = await drawnUp(of, '13001.2025.4.2', agreedOn(...fields));
    expect((await opened(worker, clientId, documentId)).json, fields.join()).toMatchObject({
      state: 'final',
      content: { lapsen_huolto__ja_tapaamisoikeussopimus: agreedOn(...fields) },
    });
  }
  await issued(of, {
    kind: '11022',
    serviceTask: 'familyLaw',
    document: leastOf('11022.2025.2.28'),
    plan: { result: 'measure' },
  });
  const parts = (await factsOf(world, '2026-11')).flatMap((fact) =>
    fact.parts === undefined ? [] : [fact.parts],
  );
  expect(parts.toSorted((a, b) => a.join().localeCompare(b.join()))).toEqual([
    ['access'],
    ['custody'],
    ['custody', 'access'],
    ['residence'],
  ]);
  const mainUser = await world.worker('mainUser');
  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  const THL = { kind: 'recipient', recipient: 'thl', purpose: 'statistics', provision: '668/2008 5 §' };
  expect(await exportedFigures(mainUser, 'familyLaw', '2026-11', THL)).toMatchObject({
    custodyAgreements: 2,
    residenceAgreements: 1,
    accessAgreements: 2,
    custodyConfirmed: 1,
  });
  // A draft is no agreement yet.
  await begun(worker, clientId, bodyOf(of, '13001.2025.4.2', agreedOn('asuminen')));
  expect(await factsOf(world, '2027-01')).toEqual([]);
});
