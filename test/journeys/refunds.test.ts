import { expect, test } from 'vitest';
import * as z from 'zod';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { askForService } from '../support/client-services.ts';
import { factsOf } from '../support/facts.ts';
import { done } from '../support/matters.ts';
import { changedTo, inventedCode, text } from '../support/people.ts';
import { type GrantOverrides, testWorld, type Worker, type World } from '../support/world.ts';

/** It is 24 November 2026. */
const REFUNDED = { ground: 'integration', quota: true, from: '2026-11-02', content: { municipality: '186' } };

const Findings = z.object({ findings: z.array(z.looseObject({ rule: z.string() })) });
const refundsOf = (clientId: string) => `/v1/services/clients/${clientId}/refunds`;

async function refugee(more: GrantOverrides = {}): Promise<{
  world: World;
  worker: Worker;
  clientId: Awaited<ReturnType<typeof newClient>>;
}> {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', {
    serviceTasks: ['workingAge', 'families'],
    ...more,
  });
  const code = inventedCode(LocalDate.parse('2009-05-05'));
  return { world, worker, clientId: await newClient(world, worker, { code }) };
}

test('a client of services for refugees is marked so that refunds of the state can be applied for: the ground, its days as the law sets them, the municipality, and by when it is applied for [U-4.12]', async () => {
  const { world, worker, clientId } = await refugee();
  const caseId = await openedCase(world, worker, clientId, { serviceTasks: ['workingAge'] });
  const service = {
    serviceTask: 'workingAge',
    socialService: 'refugeeServices',
    basis: { kind: 'guidance' },
  };
  done(await askForService(worker, clientId, caseId, service));
  const marked = await worker.call('POST', refundsOf(clientId), { body: REFUNDED });
  expect(marked, marked.body).toMatchObject({ status: 201, json: { version: 1, findings: [] } });
  expect((await worker.call('GET', refundsOf(clientId))).json).toMatchObject({
    refunds: [
      {
        ground: 'integration',
        quota: true,
        from: '2026-11-02',
        to: '2029-11-01',
        municipality: '186',
        source: '681/2023 62 §',
        inForce: true,
        applyBy: '2028-12-31',
      },
    ],
  });
  // What the state refunds shorter or longer runs beside it, each on its own ground.
  const assistance = { ground: 'assistance', from: '2026-11-02', content: { municipality: '186' } };
  done(await worker.call('POST', refundsOf(clientId), { body: assistance }));
  const decision = { authority: 'Keksitty elinvoimakeskus', number: 'KEK/12/2026', on: '2026-11-20' };
  const minor = {
    ground: 'unaccompaniedMinor',
    from: '2026-11-02',
    content: { municipality: '186', decision },
  };
  done(await worker.call('POST', refundsOf(clientId), { body: minor }));
  const days = z
    .object({ refunds: z.array(z.looseObject({ ground: z.string(), to: z.string() })) })
    .parse((await worker.call('GET', refundsOf(clientId))).json)
    .refunds.map(({ ground, to }) => [ground, to]);
  expect(Object.fromEntries(days)).toEqual({
    integration: '2029-11-01',
    assistance: '2027-11-01',
    unaccompaniedMinor: '2032-05-04',
  });
  // The national document of the relationship says the special group, while it holds.
  const relationship = { startedOn: '2026-11-20', responsibleUnitId: world.units.families };
  await changedTo(worker, clientId, '/relationship/start', relationship);
  const group = async () => {
    const told = await worker.call('GET', `/v1/clients/${clientId}/relationship-document`);
    return Object(told.json['content']).asiakkuusasiakirja?.asiakas?.erityisryhma?.code;
  };
  expect(await group()).toBe('2');

  const counted = async () =>
    (await factsOf(world, '2026-11'))
      .filter(({ kind }) => kind.startsWith('refund'))
      .map(({ kind, code, undoes }) => [kind, code, undoes === true]);
  const ofIntegration = `${refundsOf(clientId)}/${text(marked, 'refundMarkId')}/end`;
  const moved = { version: 1, body: { on: '2026-11-24', ground: 'moved' } };
  done(await worker.call('POST', ofIntegration, moved));
  expect(await worker.call('POST', ofIntegration, { ...moved, version: 2 })).toMatchObject({ status: 409 });
  const facts = await counted();
  expect(facts).toHaveLength(4);
  expect(facts).toEqual(
    expect.arrayContaining([
      ['refundMarked', 'integration', false],
      ['refundMarked', 'assistance', false],
      ['refundMarked', 'unaccompaniedMinor', false],
      ['refundEnded', 'integration', false],
    ]),
  );
  const supervisor = await world.worker('supervisor');
  const figures = await supervisor.call('GET', '/v1/statistics/figures/stateRefunds?period=2026-11');
  expect(figures.json['figures'], figures.body).toEqual([
    expect.objectContaining({ measure: 'marked', value: 3 }),
    expect.objectContaining({ measure: 'persons', value: 1 }),
    expect.objectContaining({ measure: 'ended', value: 1 }),
  ]);
});

test('a mark that lacks the state’s decision, is there already or has its days the wrong way is refused with all that is wrong of it; a longer time than the law’s is asked about; one made in error counts for nothing [U-4.12]', async () => {
  const { world, worker, clientId } = await refugee();
  const ask = (more: object) => worker.call('POST', refundsOf(clientId), { body: { ...REFUNDED, ...more } });
  const wrong = await ask({ ground: 'specialCosts', from: '2026-12-01' });
  expect(wrong).toMatchObject({ status: 422, json: { code: 'service.notValid' } });
  expect(Findings.parse(wrong.json).findings.map(({ rule }) => rule)).toEqual([
    'refund.daysInOrder',
    'refund.decisionNeeded',
  ]);
  expect((await worker.call('GET', refundsOf(clientId))).json).toMatchObject({ refunds: [] });
  const longer = done(await ask({ to: '2031-01-01' }));
  expect(longer).toMatchObject({ findings: ['refund.longerThanLaw'] });
  expect(Findings.parse((await ask({})).json).findings.map(({ rule }) => rule)).toEqual([
    'refund.markedAlready',
  ]);
  const error = { version: 1, body: { on: '2026-11-24', ground: 'markedInError' } };
  done(await worker.call('POST', `${refundsOf(clientId)}/${String(longer['refundMarkId'])}/end`, error));
  const facts = (await factsOf(world, '2026-11')).filter(({ kind }) => kind === 'refundMarked');
  expect(facts).toHaveLength(2);
  expect(facts.filter(({ undoes }) => undoes === true)).toHaveLength(1);
  done(await ask({}));
  // What was over before it stands beside it.
  const before = { from: '2020-01-01', to: '2020-12-31' };
  done(await ask(before));
  expect(Findings.parse((await ask(before)).json).findings.map(({ rule }) => rule)).toEqual([
    'refund.markedAlready',
  ]);
  const decision = { authority: 'Keksitty elinvoimakeskus', number: 'KEK/13/2026', on: '2026-12-01' };
  const early = await ask({ ground: 'specialCosts', content: { municipality: '186', decision } });
  expect(Findings.parse(early.json).findings.map(({ rule }) => rule)).toEqual(['refund.decisionMade']);
  for (const role of ['implementing', 'supervisor'] as const) {
    const other = await world.worker(role);
    expect((await other.call('POST', refundsOf(clientId), { body: REFUNDED })).status).toBe(403);
  }
});

test('where a client under a safety ban was assigned to is told to those alone whose task needs it', async () => {
  const { world, worker, clientId } = await refugee();
  done(await worker.call('POST', refundsOf(clientId), { body: REFUNDED }));
  const source = { kind: 'client', channel: 'visit' };
  await changedTo(worker, clientId, '/safety-ban', { source });
  const municipality = async (by: Worker) =>
    Object((await by.call('GET', refundsOf(clientId))).json['refunds'])[0]?.municipality;
  expect(await municipality(worker)).toBeUndefined();
  const needing = await world.worker('broadResponsibility', {
    serviceTasks: ['workingAge', 'families'],
    specialRights: ['seeProtectedAddresses'],
  });
  expect(await municipality(needing)).toBe('186');
});

test('one person in two files: a refund goes on in one place, and what is over in the merged file is told with the other', async () => {
  const { world, worker, clientId: source } = await refugee({ specialRights: ['mergeClients'] });
  const target = await newClient(world, worker, { name: 'Toinen Tiina' });
  const marked = done(await worker.call('POST', refundsOf(source), { body: REFUNDED }));
  const before = { ...REFUNDED, from: '2020-01-01', to: '2020-12-31' };
  done(await worker.call('POST', refundsOf(source), { body: before }));
  const merge = () => changedTo(worker, source, '/merge', { into: target });
  expect(await merge()).toMatchObject({ status: 409, json: { code: 'client.refundGoesOn' } });
  const error = { version: 1, body: { on: '2026-11-24', ground: 'markedInError' } };
  done(await worker.call('POST', `${refundsOf(source)}/${String(marked['refundMarkId'])}/end`, error));
  done(await merge());
  const again = await worker.call('POST', refundsOf(target), { body: before });
  expect(Findings.parse(again.json).findings.map(({ rule }) => rule)).toEqual(['refund.markedAlready']);
  done(await worker.call('POST', refundsOf(target), { body: REFUNDED }));
  expect((await worker.call('GET', refundsOf(target))).json).toMatchObject({
    refunds: expect.arrayContaining([
      expect.objectContaining({ clientId: target, from: '2026-11-02', municipality: '186', inForce: true }),
      expect.objectContaining({ clientId: source, to: '2020-12-31', municipality: '186', inForce: false }),
    ]),
  });
});
