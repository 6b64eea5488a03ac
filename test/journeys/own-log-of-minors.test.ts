import { beforeAll, describe, expect, test } from 'vitest';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { makePersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { asCitizen } from '../support/citizen.ts';
import { choose } from '../support/controllers.ts';
import { newClient } from '../support/new-client.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

const ADULT = makePersonalIdentityCode({ birthDate: LocalDate.parse('1980-01-01'), individualNumber: 921 });
const CHILD = makePersonalIdentityCode({ birthDate: LocalDate.parse('2011-01-01'), individualNumber: 922 });
const WORDS = 'Nuori on 15-vuotias ja ymmärtää, mitä lokitiedot kertovat.';
const SAID = 'Äiti kysyy, kuka lapsen tietoja on katsonut.';
const RIGHT = 'Huoltajuus tarkistettu väestötietojärjestelmästä.';

let world: World;
let worker: Worker;
let officer: Worker;
let childId: ClientId;

async function client(known: object, family: string): Promise<ClientId> {
  const more = { birthDate: undefined, ...known };
  return (await newClient(world, worker, { family, given: 'Testi' }, more)).clientId;
}

const own = (method: string, path: string, body?: unknown, code = CHILD) =>
  asCitizen(world, code, method, `/v1/access-log/me${path}`, body);

const permit = (clientId: ClientId) =>
  officer.call('POST', `/v1/log-requests/clients/${clientId}/door-permits`, {
    body: { from: '2026-11-24', until: '2027-05-31', words: WORDS },
  });

const recorded = (more: object) =>
  officer.call('POST', `/v1/log-requests/clients/${childId}/requests`, {
    body: { receivedOn: '2026-11-24', channel: 'letter', ...more },
  });

beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  await choose(world, world.controller, { ...defaultSettings, citizens: { minors: 'judged' } });
  childId = await client({ personalIdentityCode: CHILD }, 'Lapsi');
});

describe('a permit to the citizens’ door', () => {
  test('is given to a minor, and neither to an adult nor to one whose birth is not known', async () => {
    expect((await permit(childId)).status).toBe(201);
    const adult = await client({ personalIdentityCode: ADULT }, 'Aikuinen');
    const unknown = await client({ temporaryId: 'TILAP-1' }, 'Tuntematon');
    for (const clientId of [adult, unknown]) {
      expect(await permit(clientId)).toMatchObject({
        status: 409,
        json: { code: 'doorPermit.notMinor' },
      });
    }
  });
});

describe('a minor at the citizens’ door', () => {
  test('reads the own requests, and none that a guardian made: neither its words nor that it is there', async () => {
    const guardians = await recorded({ asker: 'guardianOfMinor', rightToAct: RIGHT, words: SAID });
    const requestId = String(guardians.json['requestId']);
    const path = `/v1/log-requests/clients/${childId}/requests/${requestId}/answer`;
    expect((await officer.call('POST', path, { body: { outcome: 'given' }, version: 1 })).status).toBe(200);
    const byLetter = String(
      (await recorded({ asker: 'minor', rightToAct: WORDS, words: 'Omat tietoni.' })).json['requestId'],
    );
    const made = await own('POST', '/requests', { words: 'Pyydän lokitietoni.' });

    const list: { requestId: string }[] = (await own('GET', '/requests')).json['requests'] ?? [];
    expect(list.map((one) => one.requestId).toSorted()).toEqual(
      [byLetter, String(made.json['requestId'])].toSorted(),
    );
    for (const rest of ['', '/extract']) {
      expect((await own('GET', `/requests/${requestId}${rest}`)).status).toBe(404);
    }
    // What a guardian was given, the minor has not been given: it is no repeat for which a fee might be taken.
    expect(made.json['repeats']).toBeUndefined();
    expect((await recorded({ asker: 'guardianOfMinor', rightToAct: RIGHT })).json['repeats']).toBe(requestId);
  });

  test('reads the own explanations, and none that a guardian asked for', async () => {
    const lines: { eventId: string }[] = (await own('GET', '')).json['lines'] ?? [];
    const eventIds = lines.slice(-1).map(({ eventId }) => eventId);
    const asked = await officer.call('POST', `/v1/log-requests/clients/${childId}/misuse`, {
      body: {
        origin: 'client',
        channel: 'letter',
        asker: 'guardianOfMinor',
        rightToAct: RIGHT,
        suspected: { eventIds },
        words: SAID,
      },
    });
    expect(asked.status, asked.body).toBe(201);
    expect((await own('GET', `/explanations/${String(asked.json['misuseId'])}`)).status).toBe(404);
    const mine = await own('POST', '/explanations', { eventIds, words: 'Miksi tietoni avattiin?' });
    expect((await own('GET', `/explanations/${String(mine.json['misuseId'])}`)).status).toBe(200);
  });
});
