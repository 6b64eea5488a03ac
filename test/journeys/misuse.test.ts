import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient, logPageOf } from '../support/access-log.ts';
import { linesOf } from '../support/dump.ts';
import { testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let officer: Worker;
let snoop: Worker;
let clientId: string;
let eventId: string;
beforeAll(async () => {
  world = await testWorld();
  const worker = await world.worker('broadResponsibility');
  snoop = await world.worker('broadResponsibility', { unitIds: [world.units.adults] });
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  clientId = await anyClient(world, worker);
  world.clock.advance(1);
  await snoop.call('GET', `/v1/clients/${clientId}`);
  const { lines } = logPageOf(await officer.call('GET', `/v1/access-log/clients/${clientId}`));
  eventId = lines.find(({ userIdentity }) => userIdentity.userId === snoop.userId)?.eventId ?? '';
});

const of = (rest = ''): string => `/v1/log-requests/clients/${clientId}/misuse${rest}`;
const WORDS = 'Työntekijällä ei ollut tehtävää asiakkaan asiassa.';
const ANSWER = { view: 'unlawful', grounds: 'Tietoja katsottiin ilman tehtävää.', reasons: WORDS };
const SUSPICION = {
  origin: 'client',
  channel: 'letter',
  asker: 'client',
  receivedOn: '2026-11-24',
  words: 'Miksi naapurini on avannut tietoni?',
};

describe('a suspicion of misuse', () => {
  test('goes from a line of the log to a reasoned answer in writing, the worker heard and the misuse acted on', async () => {
    const told = await officer.call('POST', of(), {
      body: { ...SUSPICION, suspected: { eventIds: [eventId] } },
    });
    expect(told).toMatchObject({ status: 201, json: { dueOn: '2026-12-28' } });
    const one = `/${String(told.json['misuseId'])}`;
    const waiting = await officer.call('GET', '/v1/data-subject-requests/waiting');
    expect(waiting.json).toMatchObject({ waiting: [{ kind: 'misuse', clientId, dueOn: '2026-12-28' }] });
    expect((await officer.call('GET', of(one))).json).toMatchObject({
      state: 'open',
      suspected: { userIds: [snoop.userId], eventIds: [eventId] },
      said: { words: SUSPICION.words },
    });

    const unheard = await officer.call('POST', of(`${one}/answer`), { body: ANSWER, version: 1 });
    expect(unheard).toMatchObject({
      status: 422,
      json: { findings: [{ rule: 'misuse.measures' }, { rule: 'misuse.heard' }] },
    });
    const said = {
      userId: snoop.userId,
      heardOn: '2026-11-24',
      words: 'Halusin vain tietää, miten hänen käy.',
    };
    expect((await officer.call('POST', of(`${one}/hear`), { body: said, version: 1 })).status).toBe(200);
    const measures = ['rightsEnded', 'clientTold'];
    const done = await officer.call('POST', of(`${one}/answer`), {
      body: { ...ANSWER, measures },
      version: 2,
    });
    expect(done.status, done.body).toBe(200);
    expect((await officer.call('GET', of(one))).json).toMatchObject({
      state: 'answered',
      view: 'unlawful',
      measures,
      answeredOn: '2026-11-24',
      hearings: [{ userId: snoop.userId, words: said.words }],
      answer: { grounds: ANSWER.grounds, view: WORDS },
      steps: [{ step: 'opened' }, { step: 'heard' }, { step: 'answered' }],
    });
    expect((await officer.call('GET', '/v1/data-subject-requests/waiting')).json).toEqual({ waiting: [] });
    const lines = (await linesOf(world.services)).map(({ eventName }) => eventName);
    expect(lines).toEqual(expect.arrayContaining(['MisuseSuspected', 'MisuseHeard', 'MisuseAnswered']));
  });

  test('begins also from a finding of the supervision, which is named', async () => {
    const body = { origin: 'finding', suspected: { userIds: [snoop.userId] }, words: WORDS };
    expect((await officer.call('POST', of(), { body })).status).toBe(400);
    const told = await officer.call('POST', of(), { body: { ...body, sourceId: 'night.2026-11-24' } });
    expect(told.status, told.body).toBe(201);
    const path = of(`/${String(told.json['misuseId'])}/answer`);
    const answer = { ...ANSWER, view: 'lawful' };
    expect((await officer.call('POST', path, { body: answer, version: 1 })).status).toBe(200);
  });

  test('is not handled by the one who is suspected, and names no line of another client', async () => {
    const told = await officer.call('POST', of(), {
      body: { ...SUSPICION, suspected: { userIds: [officer.userId] } },
    });
    const path = of(`/${String(told.json['misuseId'])}/answer`);
    const answer = { ...ANSWER, view: 'lawful' };
    expect(await officer.call('POST', path, { body: answer, version: 1 })).toMatchObject({
      status: 403,
      json: { code: 'misuse.ownUse' },
    });
    const foreign = { eventIds: ['01KBN4PZ0000000000000000ZZ'] };
    expect(await officer.call('POST', of(), { body: { ...SUSPICION, suspected: foreign } })).toMatchObject({
      status: 409,
      json: { code: 'logRequest.lineUnknown' },
    });
  });
});
