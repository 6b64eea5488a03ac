import { beforeAll, expect, test } from 'vitest';
import { searchOld } from '../../functions/access-log/search-old.ts';
import { plusMinutes } from '../../shared/kernel/instant.ts';
import { helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { makePersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { sealLog } from '../../shared/trail/sealing/seal-log.ts';
import { anyClient } from '../support/access-log.ts';
import { asCitizen } from '../support/citizen.ts';
import { expire } from '../support/expire.ts';
import { newClient } from '../support/new-client.ts';
import { memorySealer } from '../support/sealing.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const ADULT = makePersonalIdentityCode({ birthDate: LocalDate.parse('1980-01-01'), individualNumber: 931 });
const MONTHS_LATER = 29 * 31 * 24 * 60;
const WORDS = 'Miksi tietoni avattiin silloin?';

type Place = { eventId: string; index: number };

let world: World;
let log: ReturnType<typeof memorySealer>;
let worker: Worker;
let officer: Worker;
let clientId: string;
let own: Place[];
let others: Place;

async function seal(): Promise<void> {
  await world.drained();
  const begin = plusMinutes(world.clock.now(), -120);
  await sealLog(log.sealer, world.controller, { begin, again: true });
}

const ask = (body: object) => asCitizen(world, ADULT, 'POST', '/v1/access-log/me/explanations', body);

beforeAll(async () => {
  world = await testWorld();
  log = memorySealer(world.services);
  world.services.sealedLog = () => log.sealer;
  worker = await world.worker('broadResponsibility');
  const born = { personalIdentityCode: ADULT, birthDate: undefined };
  ({ clientId } = await newClient(world, worker, { family: 'Vanha', given: 'Testi' }, born));
  const other = await anyClient(world, worker);
  for (const id of [clientId, other]) await worker.call('GET', `/v1/clients/${id}`);
  await seal();
  world.clock.advance(MONTHS_LATER);
  await expire(world.services, world.controller);
  await seal();
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  const placesOf = async (id: string): Promise<Place[]> => {
    const days = { from: '2026-11-01', to: '2026-12-31' };
    const subject = { of: 'client', clientId: id };
    const asked = await officer.call('POST', '/v1/access-log/searches', { body: { subject, days } });
    await searchOld(world.services, [world.controller]);
    const path = `/v1/access-log/searches/${String(asked.json['searchId'])}`;
    const lines: (Place & { eventName: string })[] = (await officer.call('GET', path)).json['lines'] ?? [];
    return lines
      .filter(({ eventName }) => eventName === 'ClientFileOpened')
      .map(({ eventId, index }) => ({ eventId, index }));
  };
  own = await placesOf(clientId);
  others = (await placesOf(other))[0] ?? expect.fail('the other file was opened');
});

test('a client asks to have a line explained that has left the table, by its place in the sealed log, and it is answered', async () => {
  const [line = expect.fail('the file was opened')] = own;
  expect((await ask({ eventIds: [line.eventId], words: WORDS })).json).toMatchObject({
    code: 'logRequest.lineUnknown',
  });
  const asked = await ask({ sealed: [line], words: WORDS });
  expect(asked.status, asked.body).toBe(201);
  const misuse = `/v1/log-requests/clients/${clientId}/misuse/${String(asked.json['misuseId'])}`;
  expect((await officer.call('GET', misuse)).json).toMatchObject({
    suspected: { userIds: [worker.userId], eventIds: [], sealed: [line] },
  });
  const body = {
    view: 'lawful',
    grounds: 'Asiakkaan asia oli vireillä.',
    reasons: 'Käyttö kuului tehtävään.',
  };
  expect((await officer.call('POST', `${misuse}/answer`, { body, version: 1 })).status).toBe(200);
  const path = `/v1/access-log/me/explanations/${String(asked.json['misuseId'])}`;
  expect((await asCitizen(world, ADULT, 'GET', path)).json).toMatchObject({
    state: 'answered',
    view: 'lawful',
    sealed: [line],
  });
});

test('a line of another client, of no such place, or of none is refused alike, and no fault of the log', async () => {
  const [line = expect.fail('the file was opened')] = own;
  const unknown = { status: 409, json: { code: 'logRequest.lineUnknown' } };
  const wrong = [
    others,
    { ...line, index: line.index + 1 },
    { ...line, index: 1_000_000 },
    { ...others, index: line.index },
  ];
  for (const place of wrong)
    expect(await ask({ sealed: [line, place], words: WORDS })).toMatchObject(unknown);
  expect((await ask({ words: WORDS })).status).toBe(400);
  const findings = await officer.call('GET', '/v1/access-log/witness-findings');
  expect(findings.json['findings']).toEqual([]);
});

test('an official who records a suspicion names such lines too', async () => {
  const told = await officer.call('POST', `/v1/log-requests/clients/${clientId}/misuse`, {
    body: {
      origin: 'client',
      channel: 'letter',
      asker: 'client',
      receivedOn: helsinkiDateOf(world.clock.now()),
      suspected: { sealed: own },
      words: WORDS,
    },
  });
  expect(told.status, told.body).toBe(201);
});
