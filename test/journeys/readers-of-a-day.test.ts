import { expect, test } from 'vitest';
import {
  decide,
  grantFor,
  newPost,
  newUnit,
  newUser,
  organisation,
  propose,
  proposedOf,
} from '../support/organisation.ts';
import { personBody, text } from '../support/people.ts';
import { testWorld } from '../support/world.ts';

const DAY = 24 * 60;

type Reader = { name: string; grounds: { kind: string; reference?: string }[] };

test('who could open a file on a day is told for each day from the rights and relations of that day, each with its ground', async () => {
  const made = await organisation(await testWorld());
  const { world, mainUser, supervisor, unitId, postId, userId: kaisa } = made;
  const given = async (userId: typeof kaisa, more: Record<string, unknown> = {}) => {
    const grantId = proposedOf(await propose(supervisor, userId, grantFor(unitId, more)));
    expect(await decide(mainUser, userId, grantId, 'grant', 1)).toMatchObject({ status: 200 });
    return grantId;
  };
  const manages = { specialRights: ['manageRestrictedFiles'] };
  await given(kaisa, manages);
  const leena = await newUser(mainUser, postId, 'Leena Laaja');
  const elsewhere = await newUnit(mainUser, 'Aikuissosiaalityö');
  const olli = await newUser(mainUser, await newPost(mainUser, elsewhere), 'Olli Outo');
  const head = await world.worker('supervisor', { unitIds: [elsewhere] });
  const ofOlli = proposedOf(await propose(head, olli, grantFor(elsewhere)));
  await decide(mainUser, olli, ofOlli, 'grant', 1);

  // 24 November: Kaisa takes the client in. 25: Leena gets a right, Olli opens without a tie.
  const created = await world.signedIn(kaisa).call('POST', '/v1/clients', {
    body: personBody(world, { birthDate: '1980-01-01' }, { unitId }),
  });
  const clientId = text(created, 'clientId');
  world.clock.advance(DAY);
  const ofLeena = await given(leena, { range: { from: '2026-11-25' } });
  const opened = await world.signedIn(olli).call('POST', '/v1/access-rights/openings', {
    body: { clientId, reason: { code: 'urgentNeed', words: 'Asiakas on päivystyksessä.' }, hours: 2 },
  });
  expect(opened.status).toBe(201);
  // 26: Leena is named the own worker. 27: her right is ended at noon. 28: Kaisa alone reads the file.
  world.clock.advance(DAY);
  const start = { startedOn: '2026-11-26', responsibleUnitId: elsewhere, ownWorkerId: leena };
  const begun = await world
    .signedIn(kaisa)
    .call('POST', `/v1/clients/${clientId}/relationship/start`, { body: start, version: 1 });
  expect(begun.status, begun.body).toBe(200);
  world.clock.advance(DAY);
  await decide(supervisor, leena, ofLeena, 'end', 2);
  world.clock.advance(DAY);

  const officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
  });
  const on = async (day: string): Promise<string[]> => {
    const told = await officer.call('GET', `/v1/access-rights/clients/${clientId}/readers?on=${day}`);
    expect(told, told.body).toMatchObject({ status: 200 });
    expect(told.json).not.toHaveProperty('knownFrom');
    const readers = told.json['readers'] as unknown as Reader[];
    return readers
      .map(({ name, grounds }) => `${name}: ${grounds.map(({ kind }) => kind).join(', ')}`)
      .toSorted();
  };
  expect(await on('2026-11-23')).toEqual([]);
  expect(await on('2026-11-24')).toEqual(['Kaisa Keksitty: intake']);
  expect(await on('2026-11-25')).toEqual([
    'Kaisa Keksitty: intake',
    'Leena Laaja: intake',
    'Olli Outo: breakGlass',
  ]);
  expect(await on('2026-11-26')).toEqual([
    'Kaisa Keksitty: intake',
    'Leena Laaja: intake, ownWorker',
    'Olli Outo: unit',
  ]);
  expect(await on('2026-11-27')).toEqual(['Leena Laaja: ownWorker', 'Olli Outo: unit']);
  expect(await on('2026-11-28')).toEqual(['Olli Outo: unit']);

  const future = `/v1/access-rights/clients/${clientId}/readers?on=2027-01-01`;
  expect((await officer.call('GET', future)).json).toMatchObject({ status: 422, code: 'grant.dayToCome' });
  const log = await officer.call('GET', `/v1/access-log/clients/${clientId}`);
  expect(log.body).toContain('ReadersOfClientListed');
});
