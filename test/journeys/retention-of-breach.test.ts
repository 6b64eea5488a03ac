import { expect, test } from 'vitest';
import { newClient } from '../support/case-notes.ts';
import { dumpOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import { approved, at, disposed, gathered, naming, officials } from '../support/retention.ts';
import { testWorld } from '../support/world.ts';

/** A breach of personal data, after its years: whom it concerned is nowhere written any more. */

const BREACHES = '/v1/data-subject-requests/breaches';

test('a breach goes with the list of whom it concerned and with the marks of who was told', async () => {
  const world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  const { userId } = worker;
  const clientId = await newClient(world, worker, { name: 'Naapuri Nea' });
  done(await worker.call('GET', `/v1/clients/${clientId}`));
  const dpo = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  const facts = 'Työntekijä avasi naapurinsa tietoja ilman tehtävää.';
  const known = { kinds: ['confidentiality'], knownAt: '2026-11-24T06:00:00.000Z', facts };
  const breachId = text(await dpo.call('POST', BREACHES, { body: known }), 'breachId');
  const path = `${BREACHES}/${breachId}`;
  const act = async (what: string, said?: object): Promise<void> => {
    const version = Number((await dpo.call('GET', path)).json['version']);
    done(
      await dpo.call('POST', `${path}/${what}`, { version, ...(said === undefined ? {} : { body: said }) }),
    );
  };
  await act('find', {
    userIds: [userId],
    from: '2026-11-24T00:00:00.000Z',
    to: '2026-11-24T22:00:00.000Z',
  });
  await act('assess', {
    risk: 'high',
    riskReasons: 'Naapuri tuntee asiakkaan.',
    consequences: 'Asiakkaan tiedot ovat naapurin tiedossa.',
    measures: 'Oikeus päätettiin.',
  });
  await act('authority', { toldAt: '2026-11-24T06:00:00.000Z' });
  await act(`affected/${clientId}/told`, { on: '2026-11-24', way: 'inPerson' });
  await act('close');
  // Marks of repeated requests pass by themselves.
  const ofBreach = async () =>
    naming(await dumpOf(world.services, 'records'), breachId)
      .map(({ entity }) => String(entity))
      .filter((entity) => entity !== 'idempotencyMark');
  expect(await ofBreach()).toEqual(expect.arrayContaining(['breach', 'affectedPage', 'affectedTold']));

  const { archivist, manager } = await officials(world);
  at(world, '2038-12-03');
  expect(await gathered(world)).toMatchObject({ failed: 0 });
  await approved(archivist, manager, '2038-12');
  at(world, '2038-12-11');
  expect(await disposed(world)).toMatchObject({ failed: 0 });
  expect(new Set(await ofBreach())).toEqual(new Set(['disposalRow']));
  expect(naming(await dumpOf(world.services, 'records'), clientId).map(({ entity }) => entity)).toContain(
    'client',
  );
});
