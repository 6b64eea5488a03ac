import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { lookForSigns } from '../../functions/access-log/look-for-signs.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { leaksOf } from '../support/leaks.ts';
import { recordPerson, text } from '../support/people.ts';
import { listed, recorded } from '../support/signs.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

/** What becomes of a file that was opened without a tie or for a duty: it is ended early, and looked into once. */

const DAY = 24 * 60;
const SIGNS = '/v1/access-log/signs';
const AT = '/v1/access-rights';
const FOUND = { outcome: 'explained', words: 'Asiakas soitti päivystykseen, ja työntekijä vastasi.' };

const Queue = z.object({
  openings: z.array(
    z.looseObject({ openingId: z.string(), version: z.int(), outcome: z.string().optional() }),
  ),
});
const Signs = z.object({
  signs: z.array(z.looseObject({ signId: z.string(), code: z.string(), version: z.int() })),
});

let world: World;
let official: Worker;
let worker: Worker;
let supervisor: Worker;

beforeAll(async () => {
  world = await testWorld();
  official = await world.worker('broadResponsibility');
  const { adults } = world.units;
  worker = await world.worker('broadResponsibility', { unitIds: [adults] });
  await listed(world, worker, adults, 'Antti Aikuistyö');
  await recorded(world, worker);
  supervisor = await world.worker('supervisor', { unitIds: [adults], specialRights: ['readAccessLog'] });
});

const NAMES = [
  'Yksi',
  'Kaksi',
  'Kolme',
  'Neljä',
  'Viisi',
  'Kuusi',
  'Seitsemän',
  'Kahdeksan',
  'Yhdeksän',
  'Kymmenen',
  'Sata',
];
let made = 0;
/** Somebody of the families' unit, alike to nobody before. */
const aClient = (): Promise<string> => {
  made += 1;
  return recordPerson(world, official, {
    name: { family: `${NAMES[made - 1]}la`, given: NAMES[made - 1] ?? '' },
    birthDate: `19${60 + made}-01-01`,
  });
};

const opened = async (clientId: string, by = worker): Promise<string> =>
  text(
    await by.call('POST', `${AT}/openings`, {
      body: { clientId, reason: { code: 'urgentNeed', words: 'Asiakas saapui päivystykseen.' } },
    }),
    'openingId',
  );
const oneOf = (clientId: string, openingId: string) => `${AT}/clients/${clientId}/openings/${openingId}`;
const ends = (by: Worker, clientId: string, openingId: string) =>
  by.call('POST', `${oneOf(clientId, openingId)}/end`);
const queued = async (openingId: string) => {
  await world.drained();
  const told = await supervisor.call('GET', `${AT}/units/${world.units.adults}/openings`);
  return Queue.parse(told.json).openings.find((opening) => opening.openingId === openingId);
};
const signsNow = async (list = '') => {
  await world.drained();
  const told = await supervisor.call('GET', `${SIGNS}?unitId=${world.units.adults}${list}`);
  return Signs.parse(told.json).signs;
};
const answers = async (by: Worker, clientId: string): Promise<unknown> => {
  const { status, json } = await by.call('GET', `/v1/clients/${clientId}`);
  return status === 200 ? 'opened' : json['code'];
};

describe('an opening is ended before its time', () => {
  test('by whoever opened the file, by the supervisor and by the main user, and the tie is over at once', async () => {
    const mainUser = await world.worker('mainUser');
    for (const by of [worker, supervisor, mainUser]) {
      const clientId = await aClient();
      const openingId = await opened(clientId);
      expect(await answers(worker, clientId)).toBe('opened');
      world.clock.advance(1);
      expect((await ends(by, clientId, openingId)).status).toBe(201);
      expect(await answers(worker, clientId)).toBe('access.noTie');
      expect((await ends(by, clientId, openingId)).json).toMatchObject({ status: 409, code: 'opening.over' });
      expect((await supervisor.call('GET', oneOf(clientId, openingId))).json).toMatchObject({
        endedAt: expect.any(String),
        endedBy: by.userId,
      });
    }
    const bases = (await linesOf(world.services)).flatMap(({ eventName, basis, outcome }) =>
      eventName === 'OpeningEnded' && outcome.result === 'allowed' ? [basis.kind] : [],
    );
    expect(bases).toEqual(['breakGlass', 'supervision', 'administration']);
  });

  test('for a duty of one client, and the others stay open until they are ended [decree 457/2024 §§ 22–24]', async () => {
    const ict = await world.worker('ict', { unitIds: [world.units.adults], duties: ['faultInvestigation'] });
    const clientIds = [await aClient(), await aClient()];
    const [first = '', second = ''] = clientIds;
    const body = {
      duty: 'faultInvestigation',
      reference: 'INC-4711',
      clientIds,
      words: 'Tikettiin liittyvä tallennusvirhe.',
      days: 2,
    };
    const openingId = text(await ict.call('POST', `${AT}/openings/duty`, { body }), 'openingId');
    expect((await ends(ict, first, openingId)).status).toBe(201);
    expect([await answers(ict, first), await answers(ict, second)]).toEqual(['access.noTie', 'opened']);
    expect((await ends(supervisor, second, openingId)).status).toBe(201);
    expect(await answers(ict, second)).toBe('access.noTie');
  });

  test('by nobody else, and what has run out is not ended', async () => {
    const clientId = await aClient();
    const openingId = await opened(clientId);
    const elsewhere = await world.worker('supervisor', { unitIds: [world.units.families] });
    const stranger = await world.worker('mainUser', { controller: world.otherController });
    for (const by of [official, elsewhere]) {
      expect((await ends(by, clientId, openingId)).json).toMatchObject({ code: 'access.notAllowed' });
    }
    expect((await ends(stranger, clientId, openingId)).status).toBe(404);
    world.clock.advance(25 * 60);
    expect((await ends(worker, clientId, openingId)).json).toMatchObject({ code: 'opening.over' });
  });
});

describe('an opening without a tie has one outcome', () => {
  const reviews = (clientId: string, openingId: string, version: number, by = supervisor) =>
    by.call('POST', `${oneOf(clientId, openingId)}/outcome`, { version, body: FOUND });
  const night = () => lookForSigns(world.services, [world.controller]);

  test('recorded in the queue, and the sign that is there says the same; recorded of the sign, and the queue does', async () => {
    const clients = [await aClient(), await aClient()];
    const [one = '', other = ''] = clients;
    const [first, second] = [await opened(one), await opened(other)];
    world.clock.advance(DAY);
    await night();
    const found = (await signsNow()).filter(({ clientId }) => clients.includes(String(clientId)));
    expect(found).toHaveLength(2);
    const ofSecond = found.find(({ clientId }) => clientId === other);

    expect((await reviews(one, first, 7)).status).toBe(412);
    expect((await reviews(one, first, 1)).json).toMatchObject({ version: 2 });
    const byQueue = (await signsNow('&list=reviewed')).find(({ clientId }) => clientId === one);
    expect((await supervisor.call('GET', `${SIGNS}/${byQueue?.signId}`)).json).toMatchObject({
      state: 'reviewed',
      outcomes: [{ ...FOUND, by: supervisor.userId }],
    });

    const suspects = { outcome: 'misuseSuspected', words: 'Ei muista syytä.', reference: 'CASE-1' };
    const at = `${SIGNS}/${ofSecond?.signId}/outcome`;
    expect((await supervisor.call('POST', at, { version: 1, body: suspects })).status).toBe(200);
    expect(await queued(second)).toMatchObject({ outcome: 'misuseSuspected', version: 2 });
    expect((await supervisor.call('GET', oneOf(other, second))).json).toMatchObject({
      review: { ...suspects, by: supervisor.userId },
    });
    for (const table of ['records', 'trail'] as const) {
      expect(leaksOf([FOUND.words, suspects.words], await dumpOf(world.services, table))).toEqual([]);
    }
  });

  test('recorded before the night has made it a sign: the sign is born with it, and waits while another opening of the day does', async () => {
    const [done, half] = [await aClient(), await aClient()];
    const first = await opened(done);
    expect((await reviews(done, first, 1)).status).toBe(200);
    const twice = await opened(half);
    await ends(worker, half, twice);
    await opened(half);
    expect((await reviews(half, twice, 2)).status).toBe(200);
    world.clock.advance(DAY);
    await night();
    expect((await signsNow('&list=reviewed')).filter(({ clientId }) => clientId === done)).toMatchObject([
      { outcome: 'explained', state: 'reviewed' },
    ]);
    expect((await signsNow()).filter(({ clientId }) => clientId === half)).toMatchObject([
      { outcome: 'explained', state: 'open' },
    ]);
  });

  test('by another than who opened it, in the unit alone, and not when it has gone to the data-protection officer', async () => {
    const clientId = await aClient();
    const openingId = await opened(clientId);
    const elsewhere = await world.worker('supervisor', { unitIds: [world.units.families] });
    expect((await reviews(clientId, openingId, 1, elsewhere)).json).toMatchObject({
      code: 'access.notAllowed',
    });
    expect((await reviews(clientId, openingId, 1, worker)).json).toMatchObject({ code: 'access.notAllowed' });
    world.clock.advance(DAY);
    await night();
    world.clock.advance(9 * DAY);
    await night();
    expect((await reviews(clientId, openingId, 1)).json).toMatchObject({ code: 'opening.withOfficer' });
  });
});
