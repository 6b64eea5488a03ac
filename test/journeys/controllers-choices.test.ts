import { expect, test } from 'vitest';
import { joutsa } from '../../shared/domain/controllers/profiles/joutsa.ts';
import { keskiUusimaa } from '../../shared/domain/controllers/profiles/keski-uusimaa.ts';
import { loimaa } from '../../shared/domain/controllers/profiles/loimaa.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { worldOf } from '../support/controllers.ts';
import { changedTo, FROM_CLIENT, inventedCode, personBody, text } from '../support/people.ts';
import type { Told, Worker } from '../support/world.ts';

const CODE = inventedCode(LocalDate.parse('1990-01-01'));
const reason = { ground: 'erroneous', initiator: 'ownInitiative', words: 'Paikka oli kirjattu väärin.' };
const correct = (by: Worker, path: string, presentUserId?: string): Promise<Told> =>
  by.call('POST', `${path}/correct`, {
    version: 1,
    body: { entry: anEntry({}, { text: 'Toimistokäynti.' }), reason: { ...reason, presentUserId } },
  });

/** An entry of an author's, with a colleague of the same unit and one who has the special right. */
async function entryUnder(settings: ControllerSettings) {
  const world = await worldOf(settings);
  const author = await world.worker('broadResponsibility');
  const colleague = await world.worker('broadResponsibility');
  const entitled = await world.worker('broadResponsibility', { specialRights: ['correctRecord'] });
  const path = String((await write(author, await newClient(world, author))).headers['location']);
  return { author, colleague, entitled, path };
}

test('in Loimaa one with the special right corrects another’s entry in a named person’s presence, and nobody else [L-11.6]', async () => {
  const { author, colleague, entitled, path } = await entryUnder(loimaa);
  expect((await correct(colleague, path)).status).toBe(403);
  expect((await correct(entitled, path)).status).not.toBe(200);
  expect((await correct(entitled, path, author.userId)).status).toBe(200);
  expect((await author.call('GET', path)).json).toMatchObject({
    correctedBy: { userId: entitled.userId, presentUserId: author.userId },
  });
});

test('in Keski-Uusimaa whom the controller has given the right corrects alone, and no other colleague', async () => {
  const { author, colleague, entitled, path } = await entryUnder(keskiUusimaa);
  expect((await correct(colleague, path, author.userId)).status).toBe(403);
  expect((await correct(entitled, path)).status).toBe(200);
});

test('in Joutsa any worker who notices an error in an entry puts it right [J-9.10, J-9.11]', async () => {
  const { author, colleague, path } = await entryUnder(joutsa);
  expect((await correct(colleague, path)).status).toBe(200);
  expect((await author.call('GET', path)).json).toMatchObject({
    state: 'corrected',
    content: { text: 'Toimistokäynti.' },
    correctedBy: { userId: colleague.userId },
  });
});

test('in Loimaa marital status and occupation are recorded, and a workplace is not', async () => {
  const world = await worldOf(loimaa);
  const worker = await world.worker('broadResponsibility');
  const record = (more: object) =>
    worker.call('POST', '/v1/clients', { body: personBody(world, { personalIdentityCode: CODE, ...more }) });
  const told = await record({ maritalStatus: '1', occupation: 'lähihoitaja' });
  expect(told.status).toBe(201);
  await world.drained();
  expect((await worker.call('GET', `/v1/clients/${text(told, 'clientId')}`)).json).toMatchObject({
    baseData: { maritalStatus: '1', occupation: 'lähihoitaja' },
  });
  expect((await record({ workplace: 'Keksitty tehdas' })).json).toMatchObject({
    status: 422,
    findings: [{ rule: 'client.fieldRecorded', path: '/body/baseData/workplace' }],
  });
});

test('in Keski-Uusimaa an e-mail address is recorded, and neither marital status nor occupation', async () => {
  const world = await worldOf(keskiUusimaa);
  const worker = await world.worker('broadResponsibility');
  const told = await worker.call('POST', '/v1/clients', {
    body: personBody(world, { personalIdentityCode: CODE, emails: ['aino@example.fi'] }),
  });
  expect(told.status).toBe(201);
  await world.drained();
  const clientId = text(told, 'clientId');
  const change = (changes: object) =>
    changedTo(worker, clientId, '/base-data', { changes, source: FROM_CLIENT }, 'PATCH');
  expect((await change({ occupation: 'lähihoitaja', maritalStatus: '1' })).json).toMatchObject({
    status: 422,
    findings: [{ path: '/body/changes/maritalStatus' }, { path: '/body/changes/occupation' }],
  });
  expect((await change({ emails: [], occupation: null })).status).toBe(200);
});

test('a draft is stale after as many days as the controller says', async () => {
  for (const [draftStaleDays, stale] of [
    [3, 1],
    [14, 0],
  ] as const) {
    const settings = { ...loimaa, work: { ...loimaa.work, draftStaleDays } };
    const world = await worldOf(settings);
    const worker = await world.worker('broadResponsibility');
    const clientId = await newClient(world, worker);
    const body = { clientId, entry: anEntry() };
    expect((await worker.call('POST', '/v1/case-notes/drafts', { body })).status).toBe(201);
    world.clock.advance(5 * 24 * 60);
    const own = (await worker.call('GET', '/v1/case-notes/drafts?stale=true')).json;
    expect(own['drafts']).toHaveLength(stale);
    const supervisor = await world.worker('supervisor');
    const ofUnit = await supervisor.call('GET', `/v1/case-notes/units/${world.units.families}/drafts`);
    expect(ofUnit.json['drafts']).toHaveLength(stale);
  }
});
