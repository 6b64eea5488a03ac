import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient } from '../support/access-log.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  done,
  handler,
  letter,
  PROOF,
  packaged,
  REASONS,
  recorded,
  requestsOf,
  rulesOf,
  step,
  waitingOf,
} from '../support/subject-requests.ts';
import type { Worker, World } from '../support/world.ts';

describe('Loimaa: inspection, decided by the head of social work', () => {
  let world: World;
  let head: Worker;
  let officer: Worker;
  let worker: Worker;
  beforeAll(async () => {
    const { L } = PROFILES;
    const feeCents = { copyPerPage: 50, postage: 300, administrative: null };
    const dataSubjectRequests = { ...L.dataSubjectRequests, feeCents };
    world = await worldOf({ ...L, dataSubjectRequests });
    [head, officer] = await Promise.all([
      handler(world, 'management'),
      handler(world, 'dataProtectionOfficer'),
    ]);
    worker = await world.worker('broadResponsibility');
  });

  test('at a visit or by a signed or verified document; what came otherwise is on record and waits for it [L-10.5]', async () => {
    const clientId = await anyClient(world, worker);
    for (const form of ['visit', 'signedDocument', 'verifiedDocument']) {
      const told = await worker.call('POST', requestsOf(clientId), {
        body: { kind: 'inspection', receivedOn: '2026-11-20', form, asker: 'client', words: 'Tietoni.' },
      });
      expect(told.json).toMatchObject({ formAccepted: true, addressee: 'headOfSocialWork' });
    }
    const path = await recorded(worker, clientId, { form: 'eService' });
    const grant = { outcome: 'granted', delivery: { mode: 'writing' } };
    expect(await step(head, path, 'decide', grant)).toMatchObject({
      status: 409,
      json: { code: 'subjectRequest.formPending' },
    });
    expect((await step(head, path, 'form', { form: 'form' })).status).toBe(409);
    await done(head, path, 'form', { form: 'signedDocument' });
    await done(head, path, 'decide', grant);
  });

  test('goes to the head, who alone decides and says how and by whom; nothing is given before identity is known [L-10.6, L-10.7, L-10.8, L-10.9, L-10.10]', async () => {
    const clientId = await anyClient(world, worker);
    const path = await recorded(worker, clientId);
    const decision = { outcome: 'granted', delivery: { mode: 'writing', deliverer: worker.userId } };
    expect(await step(officer, path, 'decide', decision)).toMatchObject({
      status: 403,
      json: { code: 'subjectRequest.otherDecides', details: { office: 'headOfSocialWork' } },
    });
    const byClerk = { outcome: 'granted', delivery: { mode: 'writing', deliverer: officer.userId } };
    expect(rulesOf(await step(head, path, 'decide', byClerk))).toEqual([422, 'subjectRequest.delivererRole']);
    await done(head, path, 'decide', decision);

    const given = { on: '2026-11-24', mode: 'writing' };
    const early = await worker.call('POST', `${path}/deliver`, { body: given, version: 2 });
    expect(early).toMatchObject({ status: 409, json: { code: 'subjectRequest.identityPending' } });
    expect(rulesOf(await step(head, path, 'identity', { result: 'notNeeded' }))).toEqual([
      422,
      'subjectRequest.identityRequired',
    ]);
    await done(head, path, 'identity', { result: 'identityDocument' });
    expect(await step(head, path, 'deliver', given)).toMatchObject({
      json: { code: 'subjectRequest.otherDelivers' },
    });
    const unseen = await worker.call('POST', `${path}/deliver`, { body: given, version: 3 });
    expect(unseen).toMatchObject({ json: { code: 'subjectRequest.notReleased' } });
    await packaged(head, path);
    expect((await worker.call('POST', `${path}/deliver`, { body: given, version: 3 })).status).toBe(200);
    expect((await head.call('GET', path)).json).toMatchObject({
      state: 'done',
      identity: { state: 'checked', way: 'identityDocument', by: head.userId },
      decision: { outcome: 'granted', by: { userId: head.userId, post: 'sosiaalityöntekijä' } },
      delivered: { mode: 'writing', by: { userId: worker.userId } },
    });
    expect(await waitingOf(head, clientId)).toEqual([]);
  });

  test('without delay: what waits is listed by its age, and shows when its last day has passed [L-10.2]', async () => {
    const clientId = await anyClient(world, worker);
    await recorded(worker, clientId, { receivedOn: '2026-11-10' });
    await recorded(worker, clientId, { receivedOn: '2026-09-10', kind: 'rectification', form: 'written' });
    expect(await waitingOf(head, clientId)).toMatchObject([
      { kind: 'subjectRequest', receivedOn: '2026-09-10', late: true },
      { receivedOn: '2026-11-10', late: false },
    ]);
    const first = await head.call('GET', '/v1/data-subject-requests/waiting?limit=1');
    const second = await head.call(
      'GET',
      `/v1/data-subject-requests/waiting?limit=1&cursor=${first.json['next']}`,
    );
    expect([first.json['waiting'], second.json['waiting']]).not.toEqual([
      first.json['waiting'],
      first.json['waiting'],
    ]);
  });

  test('is free once a year: a charge only within a year of the last one, of copies and postage [L-10.4, L-10.11, L-10.12]', async () => {
    const clientId = await anyClient(world, worker);
    const fee = {
      basis: 'withinYear',
      costs: [{ kind: 'copying', pages: 12 }, { kind: 'postage' }],
      reason: 'Kahdentoista sivun jäljennös postitse.',
    };
    const decision = { outcome: 'granted', delivery: { mode: 'writing' }, fee };
    const first = await recorded(worker, clientId, { receivedOn: '2026-11-02' });
    expect(rulesOf(await step(head, first, 'decide', decision))).toEqual([
      422,
      'subjectRequest.feeOfHistory',
    ]);
    await done(head, first, 'decide', { ...decision, fee: undefined });
    await done(head, first, 'identity', { result: 'knownPersonally' });
    await packaged(head, first);
    await done(head, first, 'deliver', { on: '2026-11-24', mode: 'writing' });

    const second = await recorded(worker, clientId, { receivedOn: '2026-11-24' });
    const wrongBasis = { ...decision, fee: { ...fee, basis: 'furtherCopy' } };
    expect(rulesOf(await step(head, second, 'decide', wrongBasis))).toEqual([
      422,
      'subjectRequest.feeOfPolicy',
    ]);
    const administrative = { ...fee, costs: [{ kind: 'administrative' }] };
    expect(rulesOf(await step(head, second, 'decide', { ...decision, fee: administrative }))).toContain(
      'subjectRequest.feeOfCosts',
    );
    await done(head, second, 'decide', decision);
    expect((await head.call('GET', second)).json).toMatchObject({ decision: { fee: { cents: 900 } } });
    expect(await letter(head, second)).toContain('9,00');
  });

  test('is refused exceptionally: for danger or others’ rights, never as unfounded [L-10.3]', async () => {
    const clientId = await anyClient(world, worker);
    const path = await recorded(worker, clientId);
    const unfounded = {
      outcome: 'refused',
      grounds: ['manifestlyUnfounded'],
      reasons: REASONS,
      proof: PROOF,
    };
    expect(rulesOf(await step(head, path, 'decide', unfounded))).toEqual([
      422,
      'subjectRequest.groundOfKind',
    ]);
    const silent = { outcome: 'refused', grounds: ['endangersHealthOrCare'] };
    expect(rulesOf(await step(head, path, 'decide', silent))).toEqual([422, 'subjectRequest.reasonsWritten']);
    await done(head, path, 'decide', { ...silent, reasons: REASONS });
    expect(await step(head, path, 'deliver', { on: '2026-11-24', mode: 'copy' })).toMatchObject({
      status: 409,
    });
    expect(await letter(head, path)).toContain('1050/2018 34 §');
  });
});
