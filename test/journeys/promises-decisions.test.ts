import { expect, test } from 'vitest';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import type { DecisionKind } from '../../shared/domain/decisions/kinds.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import {
  type ChildsMatter,
  childsMatter,
  issuedBy,
  leastOf,
  proposed,
} from '../support/decisions-of-child.ts';
import { fullSample, leastSample } from '../support/document-sample.ts';
import { begin, finalise } from '../support/documents.ts';
import { done } from '../support/matters.ts';

/** Päätösten vaatimat tiedot: what the notices promise of the data that decisions and agreements ask for. */

type Case = {
  kind: DecisionKind;
  needs: string;
  result: 'granting' | 'measure';
  serviceTask?: ServiceTask;
  /** Groups that need not be there, and ask for something of their own where they are. */
  whole?: readonly string[];
};

function definitionFor(type: string) {
  const found = definitionOf(`1.2.246.537.6.1506.${type}`);
  if (found === undefined) throw new Error(`no ${type}`);
  return found;
}

/** Without what its kind asks for a decision is not made, and the place is named; with it, it is made. */
async function asksFor(of: ChildsMatter, asked: Case) {
  const { kind, needs, result, serviceTask = 'childWelfare', whole = [] } = asked;
  const full = Object(Object.values(fullSample(definitionFor(kind)))[0]);
  const document = leastOf(kind, Object.fromEntries(whole.map((group) => [group, full[group]])));
  const [root = ''] = Object.keys(document.content);
  const spoilt: { [key: string]: unknown } = structuredClone(Object(document.content)[root]);
  const steps = needs.split('/');
  const last = steps.pop() ?? '';
  delete Object(steps.reduce<unknown>((holder, step) => Object(holder)[step], spoilt))[last];
  const planned = { kind, serviceTask, plan: { result, validity: { from: '2026-11-24', to: '2027-11-23' } } };
  const lacking = await proposed(of, { ...planned, document: { ...document, content: { [root]: spoilt } } });
  expect(await issuedBy(of, lacking)).toMatchObject({
    status: 422,
    json: {
      code: 'document.notValid',
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: 'document.missing', path: `/content/${root}/${needs}` }),
      ]),
    },
  });
  expect(done(await of.worker.call('GET', lacking))).toMatchObject({ state: 'proposed' });
  const { documentId } = done(await issuedBy(of, await proposed(of, { ...planned, document })));
  const read = await of.worker.call(
    'GET',
    `/v1/documents/clients/${of.clientId}/documents/${String(documentId)}`,
  );
  expect(done(read)).toMatchObject({
    state: 'final',
    documentType: 'Päätös',
    content: { [root]: expect.anything() },
  });
}

test('a decision on support, on a placement and on a service each asks for data of its own kind, and keeps them [U-5.7, K-6.7]', async () => {
  const of = await childsMatter({ '11002': 'official', '11030': 'official', '11059': 'official' });
  await asksFor(of, {
    kind: '11002',
    needs: 'paatos/sosiaalipalvelu_jota_paatos_koskee',
    result: 'granting',
  });
  await asksFor(of, { kind: '11030', needs: 'lapsen_sijoitus/sijoituspaikka', result: 'measure' });
  await asksFor(of, { kind: '11059', needs: 'sosiaalipalvelu_jota_paatos_koskee', result: 'granting' });
});

test('the decisions and agreements of a child welfare supervisor hold what each of them asks for [U-5.13]', async () => {
  const of = await childsMatter(
    { '11018': 'childWelfareSupervisor', '11022': 'childWelfareSupervisor' },
    [],
    { serviceTasks: ['familyLaw'], decidedBy: 'childWelfareSupervisor' },
  );
  const { worker, clientId, caseId } = of;
  const serviceTask = 'familyLaw';
  await asksFor(of, {
    kind: '11018',
    needs: 'paatos/ratkaisu_ja_perustelut',
    result: 'measure',
    serviceTask,
  });
  await asksFor(of, {
    kind: '11022',
    needs: 'sopijapuolet',
    result: 'measure',
    serviceTask,
    whole: ['paatos'],
  });
  // The agreements on maintenance, and on custody, residence and access.
  for (const [type, needs] of [
    ['13000', 'allekirjoitus'],
    ['13001', 'sopijapuolet'],
  ] as const) {
    const definition = definitionFor(type);
    const { asiakas: _, ...rest } = Object(leastSample(definition)[definition.key]);
    const { [needs]: taken, ...lacking } = rest;
    expect([type, taken]).not.toEqual([type, undefined]);
    const draft = async (content: object) =>
      String(
        done(
          await begin(worker, clientId, {
            definitionOid: definition.oid,
            caseId,
            serviceTasks: [serviceTask],
            content: { [definition.key]: content },
          }),
        )['draftId'],
      );
    expect(await finalise(worker, clientId, await draft(lacking))).toMatchObject({
      status: 422,
      json: {
        findings: expect.arrayContaining([
          expect.objectContaining({ rule: 'document.missing', path: `/content/${definition.key}/${needs}` }),
        ]),
      },
    });
    done(await finalise(worker, clientId, await draft(rest)));
  }
});
