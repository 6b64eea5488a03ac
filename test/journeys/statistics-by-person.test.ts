import { exportJWK, generateKeyPair } from 'jose';
import { expect, test } from 'vitest';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { changeSettings, PROFILES, propose } from '../support/controllers.ts';
import { actOn } from '../support/decisions.ts';
import { childsMatter, issued, MOTHER } from '../support/decisions-of-child.ts';
import { linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { changedTo, FROM_CLIENT, inventedCode, restrictTo } from '../support/people.ts';
import { asked, collected, unitsTold } from '../support/person-collections.ts';
import { AS_MINOR, handler, recorded, done as stepDone } from '../support/subject-requests.ts';

/** Lastensuojelun vuositilasto lapsittain (668/2008 5 §). It is Tuesday 24 November 2026; the child was born in 2012. */

test('a year of child welfare is given by child to whom the settings name with a provision and a key, sealed for that recipient, and each child’s log says so [U-7.6]', async () => {
  const of = await childsMatter({ '11027': 'socialWorker', '11030': 'official' }, [MOTHER], {
    settings: PROFILES.U,
  });
  const { world, worker, clientId } = of;
  await unitsTold(world);
  const opened = async (name: string, nth: number) => {
    const code = inventedCode(LocalDate.parse('2014-03-03'), nth);
    const child = await newClient(world, worker, { name, code });
    await openedCase(world, worker, child, { serviceTasks: ['childWelfare'] });
    return child;
  };
  const [notPlaced, hidden] = [await opened('Avohuolto Aada', 951), await opened('Rajattu Roni', 952)];
  await restrictTo(world, hidden, [worker.userId]);
  const home = { changes: { homeMunicipality: '895' }, source: FROM_CLIENT };
  done(await changedTo(worker, clientId, '/base-data', home, 'PATCH'));
  const urgent = { result: 'measure', validity: { from: '2026-11-24', to: '2026-12-23' } };
  const placed = { result: 'measure', validity: { from: '2026-11-24', to: '2027-11-23' } };
  const urgently = await issued(of, { kind: '11027', plan: urgent });
  for (const at of [urgently, await issued(of, { kind: '11030', plan: placed })]) {
    done(await actOn(worker, at, 'begin', { on: '2026-11-24' }));
  }

  const mainUser = await world.worker('mainUser');
  const refused = (code: string) => ({ json: { code } });
  expect(await asked(mainUser, '2026')).toMatchObject(refused('statistics.noRecipient'));
  const pair = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
  const toThl = {
    collection: 'childWelfareYear',
    recipient: 'thl',
    provision: '668/2008 5 §',
    key: await exportJWK(pair.publicKey),
    record: null,
  };
  const name = async (more: object) =>
    done(await changeSettings(world, mainUser, { personCollections: [{ ...toThl, ...more }] }));
  // The private key stays with the recipient: the settings do not take it.
  const unwise = [{ ...toThl, key: await exportJWK(pair.privateKey) }];
  expect(await propose(mainUser, { personCollections: unwise })).toMatchObject({ status: 400 });
  await name({ recipient: 'municipalities' });
  expect(await asked(mainUser, '2026')).toMatchObject(refused('statistics.mayNotBeGiven'));
  await name({ provision: '254/2015 5 §' });
  expect(await asked(mainUser, '2026')).toMatchObject(refused('statistics.provisionRepealed'));
  await name({});
  expect(await asked(worker, '2026')).toMatchObject(refused('access.notAllowed'));
  expect(await asked(mainUser, '2026')).toMatchObject(refused('statistics.notOver'));

  world.clock.set(Instant.parse('2027-01-02T08:00:00.000Z'));
  const code = inventedCode(LocalDate.parse('2012-05-05'));
  const given = await collected(mainUser, '2026', pair.privateKey);
  expect(given).toMatchObject({ persons: 1, leftOut: 1, limited: 0 });
  const rowOf = (measure: string, kind: string, ended: string) =>
    ['2026', code, '', '895', measure, kind, '2026-11-24', '2026-11-24', ended, '', '1'] as const;
  expect(given.rows).toHaveLength(2);
  expect(given.rows).toEqual(
    expect.arrayContaining([
      rowOf('openPlacement', '11030', ''),
      rowOf('urgentPlacement', '11027', '2026-12-23'),
    ]),
  );
  expect(given.answers.join('')).not.toMatch(new RegExp(`${code}|${clientId}|${hidden}|895`));

  const disclosed = async () =>
    (await linesOf(world.services)).filter(
      ({ eventName, disclosure }) => eventName === 'PersonCollectionGiven' && disclosure !== undefined,
    );
  expect(await disclosed()).toMatchObject([
    {
      clients: [clientId],
      keys: [{ client: clientId }],
      disclosure: {
        on: '2027-01-02',
        recipient: { kind: 'authority', reference: 'thl' },
        purpose: 'statistics',
        ground: { kind: 'provision', provision: '668/2008 5 §' },
      },
    },
  ]);

  // The recipient’s own columns are set without code; under a safety ban nobody is told where the child lives.
  done(await changedTo(worker, clientId, '/safety-ban', { source: FROM_CLIENT }));
  const fields = [
    { name: 'hetu', value: 'identityCode' },
    { name: 'sukupuoli', value: 'absent' },
    { name: 'kotikunta', value: 'homeMunicipality' },
    { name: 'ilmoituksia', value: 'notifications' },
    { name: 'toimenpiteita', value: 'measuresInYear' },
  ];
  const record = {
    of: 'clients',
    rowPer: 'child',
    measures: [{ code: 'kiireellinen', kinds: ['11027'] }],
    fields,
  };
  const wrong = { ...record, fields: [...fields, { name: 'alku', value: 'begunOn' }] };
  expect(await propose(mainUser, { personCollections: [{ ...toThl, record: wrong }] })).toMatchObject({
    status: 400,
  });
  await name({ record });
  const again = await collected(mainUser, '2026', pair.privateKey);
  expect(again).toMatchObject({ persons: 2, leftOut: 1 });
  expect(again.rows).toEqual(
    expect.arrayContaining([
      [code, '', '', '0', '1'],
      [inventedCode(LocalDate.parse('2014-03-03'), 951), '', '', '0', '0'],
    ]),
  );
  expect((await disclosed()).flatMap(({ clients }) => clients).toSorted()).toEqual(
    [clientId, clientId, notPlaced].toSorted(),
  );

  // What is restricted in its processing is kept only (art. 18): it is counted, and not given.
  const manager = await handler(world, 'management');
  const targets = [{ kind: 'document', id: done(await worker.call('GET', urgently))['documentId'] }];
  const request = await recorded(worker, clientId, { ...AS_MINOR, kind: 'restriction', targets });
  await stepDone(manager, request, 'identity', { result: 'identityDocument' });
  await stepDone(manager, request, 'decide', { outcome: 'granted' });
  await stepDone(manager, request, 'limit');
  const without = await collected(mainUser, '2026', pair.privateKey);
  expect(without).toMatchObject({ persons: 2, limited: 1 });
  expect(without.rows).toContainEqual([code, '', '', '0', '0']);
  expect(await collected(mainUser, '2025', pair.privateKey)).toMatchObject({ persons: 0, rows: [] });
});
