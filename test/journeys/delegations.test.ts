import { describe, expect, test } from 'vitest';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { aPost, delegationBody } from '../support/decisions.ts';
import { testWorld } from '../support/world.ts';

const AT = '/v1/decisions/delegations';

describe('the delegation table', () => {
  test('is written by the main user, row by row, and read by everybody who works here', async () => {
    const world = await testWorld();
    const mainUser = await world.worker('mainUser');
    const postId = await aPost(world, mainUser);
    const told = await mainUser.call('POST', AT, { body: delegationBody({ postIds: [postId], roles: [] }) });
    expect(told).toMatchObject({ status: 201, json: { version: 1 } });
    const worker = await world.worker('implementing');
    expect((await worker.call('GET', AT)).json).toMatchObject({
      delegations: [
        { version: 1, inForce: true, delegation: { kind: '11052', power: 'official', postIds: [postId] } },
      ],
    });
    const refused = await worker.call('POST', AT, { body: delegationBody() });
    expect(refused).toMatchObject({ status: 403, json: { code: 'access.notAllowed' } });
    const elsewhere = await world.worker('mainUser', { controller: world.otherController });
    expect((await elsewhere.call('GET', AT)).json).toEqual({ delegations: [] });
    const one = `${AT}/11052/${String(told.json['delegationId'])}`;
    expect((await elsewhere.call('GET', one)).status).toBe(404);
  });

  test('gives no more than the statute, and to posts and units that there are', async () => {
    const world = await testWorld();
    const mainUser = await world.worker('mainUser');
    const employment = await aPost(world, mainUser, { kind: 'employment' });
    const missing = '01KBN4PZ0000000000000000ZZ';
    const rulesOf = async (more: Record<string, unknown>) =>
      (await mainUser.call('POST', AT, { body: delegationBody(more) })).json;
    expect(await rulesOf({ power: 'leading' })).toMatchObject({
      code: 'decision.delegationNotValid',
      findings: [{ rule: 'decision.powerOfStatute', source: '1301/2014 45 §' }],
    });
    expect(await rulesOf({ postIds: [missing], unitIds: [missing] })).toMatchObject({
      findings: [{ rule: 'decision.postKnown' }, { rule: 'decision.unitKnown' }],
    });
    expect(await rulesOf({ postIds: [employment] })).toMatchObject({
      findings: [{ rule: 'decision.powerOfOffice' }],
    });
    const ofInstitution = { kind: '11032', power: 'institution', postIds: [employment] };
    expect(await rulesOf(ofInstitution)).toMatchObject({ version: 1 });
    expect(await rulesOf({ postIds: [], roles: [] })).toMatchObject({ code: 'request.invalid' });
    expect(await rulesOf({ from: '2026-12-01', to: '2026-11-30' })).toMatchObject({
      code: 'request.invalid',
    });
  });

  test('keeps what a row said before it was changed or ended, and by whom', async () => {
    const world = await testWorld();
    const mainUser = await world.worker('mainUser');
    const { json } = await mainUser.call('POST', AT, { body: delegationBody() });
    const at = `${AT}/11052/${String(json['delegationId'])}`;
    const lower = delegationBody({ amountUpTo: 100_000 });
    expect(await mainUser.call('PUT', at, { body: lower, version: 1 })).toMatchObject({
      json: { version: 2 },
    });
    expect(await mainUser.call('PUT', at, { body: lower, version: 1 })).toMatchObject({ status: 412 });
    const otherKind = delegationBody({ kind: '11000' });
    expect((await mainUser.call('PUT', at, { body: otherKind, version: 2 })).json).toMatchObject({
      findings: [{ rule: 'decision.kindStays' }],
    });
    const end = (to: string, version: number) =>
      mainUser.call('POST', `${at}/end`, { body: { to }, version });
    expect((await end('2025-12-31', 2)).json).toMatchObject({ findings: [{ rule: 'decision.daysInOrder' }] });
    expect(await end('2026-11-23', 2)).toMatchObject({ json: { version: 3 } });
    expect((await end('2026-12-31', 3)).json).toMatchObject({ code: 'decision.delegationEnded' });
    expect((await mainUser.call('GET', at)).json).toMatchObject({ inForce: false, version: 3 });
    const history = await mainUser.call('GET', `${at}/history`);
    expect(history.json).toMatchObject({
      versions: [
        { delegation: { amountUpTo: 100_000 }, changedBy: mainUser.userId },
        { delegation: { kind: '11052' }, changedBy: mainUser.userId },
      ],
    });
    expect(JSON.stringify(history.json['versions']?.[1])).not.toContain('amountUpTo');
  });

  test('is read a page at a time', async () => {
    const world = await testWorld();
    const mainUser = await world.worker('mainUser');
    for (const kind of ['11000', '11001', '11052']) {
      await mainUser.call('POST', AT, { body: delegationBody({ kind }) });
    }
    const first = await mainUser.call('GET', `${AT}?limit=2`);
    expect(first.json['delegations']).toHaveLength(2);
    const next = await mainUser.call('GET', `${AT}?limit=2&cursor=${String(first.json['next'])}`);
    expect(next.json).toMatchObject({ delegations: [{ delegation: { kind: '11052' } }] });
    expect(next.json['next']).toBeUndefined();
  });
});

test('the kinds of decision are told with their statutes, and with what nobody has settled', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility', {
    range: { from: LocalDate.parse('2026-01-01') },
  });
  const { kinds } = (await worker.call('GET', '/v1/decisions/kinds')).json;
  expect(kinds).toHaveLength(53);
  expect(kinds).toContainEqual(
    expect.objectContaining({
      kind: '11027',
      definitionOid: '1.2.246.537.6.1506.11027.2023.5.31',
      fi: 'Päätös lapsen kiireellisestä sijoituksesta',
      law: '417/2007 38 §',
      powers: ['socialWorker'],
      routes: ['HF'],
      childFrom: 12,
      longest: { count: 30, unit: 'days' },
      open: [],
    }),
  );
});
