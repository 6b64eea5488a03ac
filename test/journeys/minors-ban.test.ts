import { expect, test } from 'vitest';
import { handMessages } from '../../functions/appointments/hand-messages.ts';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { booked } from '../support/appointments.ts';
import { AT, begun, draftOf } from '../support/assessments.ts';
import { anEntry, write } from '../support/case-notes.ts';
import { worldOf } from '../support/controllers.ts';
import { actOn, concernedIn, decisionsOf, planBody, prepare, workerInPost } from '../support/decisions.ts';
import { childsMatter, issuedBy, leastOf } from '../support/decisions-of-child.ts';
import {
  aMinorsBan,
  aRequest,
  forbid,
  minorWithCustodians,
  onProvision,
  prepare as prepareDisclosure,
  related,
  requested,
  rulesOf,
  send,
} from '../support/disclosures.ts';
import { aDraft, finished } from '../support/documents.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { linked, matterAt, notification, received } from '../support/intake.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import { printsAt } from '../support/prints.ts';
import { timesOf } from '../support/siblings.ts';
import type { World } from '../support/world.ts';

/** Alaikäisen kielto (703/2023 § 51) in each place that tells a representative something of the minor. */

const BANNED = { status: 403, json: { code: 'disclosure.minorsBan' } };
const DAY = '2026-11-24';
/** Told of our own accord. */
const OWN = { initiative: 'own', form: undefined };

const disclosedBy = async (world: World, eventName: string) =>
  (await linesOf(world.services)).filter(
    (line) => line.eventName === eventName && line.disclosure !== undefined,
  );

test('the start of a clienthood is not told to a custodian whom the child has shut out, and the time does not wait for it', async () => {
  const world = await worldOf(defaultSettings);
  const worker = await workerInPost(world, 'broadResponsibility');
  const { clientId, caseId, told } = await begun(world, worker);
  const draft = await draftOf(worker, clientId, caseId);
  const at = `${AT(clientId)}/${text(told, 'assessmentId')}`;
  const end = { ...draft, result: 'childWelfareClient', specialSupport: false };
  done(await worker.call('POST', `${at}/finish`, { version: 1, body: end }));
  const anna = await related(worker, clientId, 'Anna');
  const otto = await related(worker, clientId, 'Otto');
  const scope = { of: 'serviceTasks', serviceTasks: ['childWelfare'] };
  done(await forbid(worker, clientId, aMinorsBan([otto], { scope })));
  const tell = (version: number, relationId: string | undefined, more: object = {}) =>
    worker.call('POST', `${at}/tell`, {
      version,
      body: { recipient: { kind: 'custodian', relationId }, way: 'phone', on: DAY, ...more },
    });
  expect(await tell(2, otto)).toMatchObject(BANNED);
  // Somebody who is not named may be the one.
  expect((await tell(2, undefined)).json).toMatchObject({ code: 'disclosure.representativeUnnamed' });
  expect((await tell(2, anna)).json).toMatchObject({ version: 3, findings: [] });
  const time = (await timesOf(world, clientId)).find(({ rule }) => rule === 'protectionClienthoodTold');
  expect(time?.state).toBe('met');
  expect((await tell(3, otto, { asParty: true })).json).toMatchObject({ version: 4 });
  const grounds = (await disclosedBy(world, 'ClienthoodTold')).map(({ disclosure }) => [
    disclosure?.recipient.reference,
    disclosure?.ground,
  ]);
  expect(grounds).toContainEqual([anna, { kind: 'provision', provision: '417/2007 27 §' }]);
  expect(grounds).toContainEqual([otto, { kind: 'provision', provision: '621/1999 11 §' }]);
});

test('a custodian who is a party is heard and served past the ban; the line and the answer say that there is one', async () => {
  const father = {
    roles: ['custodian'],
    from: '2012-05-05',
    person: { name: { family: 'Toinen', given: 'Tapio' } },
  };
  const of = await childsMatter({ '11002': 'official' }, [father]);
  const { world, worker, decider, clientId, caseId } = of;
  const network = await worker.call('GET', `/v1/clients/${clientId}/network`);
  const relations: { relationId: string }[] = network.json['relations'] ?? [];
  const relationId = String(relations[0]?.relationId);
  done(await forbid(worker, clientId, aMinorsBan([relationId])));
  const draft = { caseId, serviceTasks: ['childWelfare'], ...leastOf('11002') };
  const { draftId } = done(
    await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, { body: draft }),
  );
  const plan = planBody({ draftId, socialServices: ['familyWork'] });
  const { decisionId } = done(await prepare(worker, clientId, { caseId, kind: '11002', ...plan }));
  const at = `${decisionsOf(clientId)}/${String(decisionId)}`;
  const concerned = await concernedIn(worker, at);
  const idOf = (role: string) => concerned.find(({ roles }) => roles.includes(role))?.concernedId;

  // What the hearing is about goes by the one gate: on its own ground, minimised and kept.
  const documentId = await finished(worker, clientId, aDraft({ caseId, serviceTasks: ['childWelfare'] }));
  const by = { requester: 'representative', relationId, name: 'Tapio Toinen' };
  const heardOn = aRequest({ ...by, purpose: 'hearing', ...OWN });
  const path = await requested(worker, clientId, heardOn);
  const pieces = [{ kind: 'document', id: documentId }];
  expect(rulesOf(await prepareDisclosure(worker, path, onProvision('representative', pieces)))).toContain(
    'disclosure.provisionFits',
  );
  done(await prepareDisclosure(worker, path, onProvision('hearing', pieces)));
  const disclosureIds = [path.split('/').at(-1)];
  const asked = { state: 'asked', way: 'letter', askedOn: DAY, answerBy: '2026-12-08' };
  const hear = (role: string, body: object) => actOn(worker, at, `concerned/${idOf(role)}/hear`, body);
  // Not before it was sent, and as what was given to that person.
  expect(rulesOf(await hear('custodian', { ...asked, disclosureIds }))).toEqual(['decision.hearingGiven']);
  done(await send(worker, path));
  expect(rulesOf(await hear('client', { ...asked, disclosureIds }))).toEqual(['decision.hearingGiven']);
  expect((await hear('custodian', { ...asked, disclosureIds })).json).toMatchObject({
    findings: ['decision.pastMinorsBan'],
  });
  const answered = { ...asked, state: 'answered', answeredOn: DAY, words: 'Hyväksyy.', disclosureIds };
  expect((await hear('custodian', answered)).json).toMatchObject({ findings: [] });
  done(await hear('client', { ...answered, disclosureIds: [] }));
  expect((await worker.call('GET', at)).json['concerned']).toContainEqual(
    expect.objectContaining({ hearing: expect.objectContaining({ state: 'answered', disclosureIds }) }),
  );
  // Asked once is told once, and the client is told of the client's own matter.
  expect(await disclosedBy(world, 'DecisionPartyHeard')).toMatchObject([
    {
      reasonCode: 'pastMinorsBan',
      disclosure: {
        on: DAY,
        client: clientId,
        recipient: { kind: 'representative', reference: relationId },
        purpose: 'hearing',
        ground: { kind: 'provision', provision: '434/2003 34 §' },
      },
    },
  ]);
  expect((await disclosedBy(world, 'DataDisclosed'))[0]?.disclosure).toMatchObject({
    purpose: 'hearing',
    ground: { provision: '434/2003 36 §' },
  });

  done(await actOn(worker, at, 'propose', { to: decider.userId }));
  done(await issuedBy(of, at));
  const copy = { concernedId: idOf('custodian'), way: 'letter' };
  expect((await actOn(worker, at, 'services', copy)).json).toMatchObject({
    findings: ['decision.pastMinorsBan'],
  });
  expect(await disclosedBy(world, 'DecisionCopySent')).toMatchObject([{ reasonCode: 'pastMinorsBan' }]);
});

test('entries, what a matter tells and what was prepared before are kept from whom the minor has shut out, and reminders go to the minor alone', async () => {
  const reminder = { channel: 'letter', hoursBefore: 24 } as const;
  const world = await worldOf({
    ...defaultSettings,
    booking: { ...defaultSettings.booking, reminder },
  });
  const worker = await world.worker('broadResponsibility');
  const { clientId, mother, father } = await minorWithCustodians(world, worker);
  const noteId = text(await write(worker, clientId, anEntry()), 'noteId');
  const matterId = await received(worker, notification(world));
  await linked(world, worker, matterId, 0, clientId);
  await booked(world, worker, clientId, {
    startsAt: '2026-11-26T08:00:00.000Z',
    endsAt: '2026-11-26T09:00:00.000Z',
  });
  const documentId = await finished(worker, clientId);
  const by = { requester: 'representative', relationId: father, name: 'Isä Edustaja' };
  const path = await requested(worker, clientId, aRequest({ ...by, purpose: 'rightsOfClient', ...OWN }));
  const pieces = [{ kind: 'document', id: documentId }];
  done(await prepareDisclosure(worker, path, onProvision('representative', pieces)));

  done(await forbid(worker, clientId, aMinorsBan([father])));
  expect(rulesOf(await send(worker, path))).toEqual(['disclosure.minorsBan']);
  for (const [given, expected] of [
    [father, BANNED],
    [mother, { status: 200 }],
  ] as const) {
    const print = (what: string) => worker.call('GET', `${printsAt(clientId)}/${what}givenTo=${given}`);
    expect(await print(`notes/${noteId}?`)).toMatchObject(expected);
    expect(await print(`narrative?from=2026-11-01&to=2026-11-30&`)).toMatchObject(expected);
  }
  const told = (representative: object) =>
    worker.call('POST', matterAt(matterId, '/handlings'), {
      body: {
        kind: 'disclosure',
        on: DAY,
        words: 'Kerrottu ilmoituksesta.',
        receiver: 'Huoltaja',
        ground: '703/2023 50 §',
        purpose: 'Huoltajan tieto',
        representative,
      },
    });
  expect(await told({ relationId: father })).toMatchObject(BANNED);
  expect((await told({})).json).toMatchObject({ code: 'disclosure.representativeUnnamed' });
  expect((await told({ relationId: mother })).status).toBe(201);
  // A relation names somebody in one file: by that of a sibling the one whom this child has shut out is not named.
  const sibling = await minorWithCustodians(world, worker);
  expect((await told({ relationId: sibling.father })).status).toBe(404);
  await linked(world, worker, matterId, 1, sibling.clientId);
  expect((await told({ relationId: sibling.father })).json).toMatchObject({
    code: 'disclosure.representativeUnnamed',
  });
  expect(await disclosedBy(world, 'MatterHandlingRecorded')).toMatchObject([
    { disclosure: { recipient: { kind: 'representative', reference: mother } } },
  ]);

  const listed = await worker.call(
    'GET',
    `/v1/appointments/units/${world.units.families}/reminders?from=2026-11-25`,
  );
  expect(listed.json['reminders']).toMatchObject([{ clientId, toClientAlone: true }]);
  world.clock.advance(24 * 60);
  expect(await handMessages(world.services, [world.controller])).toEqual({ handed: 1, failed: 0 });
  expect(JSON.stringify(await dumpOf(world.services, 'records'))).toMatch(
    /"type":"MessageDue"[^}]*"toClientAlone":true|"toClientAlone":true[^}]*"type":"MessageDue"/,
  );
});
