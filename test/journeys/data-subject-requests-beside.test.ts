import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient } from '../support/access-log.ts';
import { newClient, write } from '../support/case-notes.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { text } from '../support/people.ts';
import {
  done,
  handler,
  letter,
  packaged,
  REASONS,
  recorded,
  requestsOf,
  rulesOf,
  step,
  waitingOf,
} from '../support/subject-requests.ts';
import type { Worker, World } from '../support/world.ts';

describe('what is no right of the regulation, in the same queue', () => {
  let world: World;
  let manager: Worker;
  let worker: Worker;
  beforeAll(async () => {
    world = await worldOf(PROFILES.K);
    [manager, worker] = await Promise.all([
      handler(world, 'supervisor'),
      world.worker('broadResponsibility'),
    ]);
  });

  test('a party’s request for documents has two weeks, or a month where there is much to do', async () => {
    const clientId = await anyClient(world, worker);
    const party = {
      kind: 'partyDocuments',
      asker: 'party',
      askerName: 'Keksitty Asianosainen',
      rightToAct: 'Lapsen toinen huoltaja, jota huoltoasia koskee.',
    };
    const path = await recorded(worker, clientId, party);
    expect((await manager.call('GET', path)).json).toMatchObject({ dueOn: '2026-12-04' });
    await done(manager, path, 'extend', {
      months: 1,
      toldOn: '2026-11-24',
      reasons: 'Asiakirjoja on paljon.',
    });
    expect((await manager.call('GET', path)).json).toMatchObject({ dueOn: '2026-12-21' });
    const refusal = { outcome: 'refused', grounds: ['veryImportantInterest'], reasons: REASONS };
    await done(manager, path, 'decide', refusal);
    const html = await letter(manager, path);
    for (const said of ['621/1999 11 §', 'valituskelpoisen päätöksen']) expect(html).toContain(said);
  });

  test('a reminder is answered with reasons, and against the answer there is no appeal', async () => {
    const clientId = await anyClient(world, worker);
    const path = await recorded(worker, clientId, { kind: 'reminder', words: 'Kohtelu oli huonoa.' });
    const refusal = { outcome: 'refused', reasons: REASONS };
    expect(rulesOf(await step(manager, path, 'decide', refusal))).toContain(
      'subjectRequest.reminderAnswered',
    );
    expect(
      (await step(manager, path, 'extend', { months: 1, toldOn: '2026-11-24', reasons: REASONS })).status,
    ).toBe(422);
    await done(manager, path, 'decide', { outcome: 'granted', reasons: 'Pahoittelemme kohtelua.' });
    expect(await letter(manager, path, '?language=sv')).toContain('får inte överklagas');
    expect(await waitingOf(manager, clientId)).toEqual([]);
  });

  test('the data of somebody who has died are applied for in writing, and of the living nobody applies', async () => {
    const clientId = await newClient(world, worker);
    const noteId = text(await write(worker, clientId), 'noteId');
    const application = {
      kind: 'deceasedData',
      receivedOn: '2026-11-20',
      form: 'written',
      asker: 'applicant',
      askerName: 'Keksitty Perillinen',
      rightToAct: 'Perintöasian selvittäminen käräjäoikeudessa.',
      words: 'Tarvitsen tiedot perintöasiaan.',
    };
    const early = await worker.call('POST', requestsOf(clientId), { body: application });
    expect(rulesOf(early)).toEqual([422, 'subjectRequest.ofTheDead']);
    const died = await worker.call('POST', `/v1/clients/${clientId}/death`, {
      body: { diedOn: '2026-11-01', source: { kind: 'populationRegister', channel: 'register' } },
      version: 2,
    });
    expect(died.status, died.body).toBe(200);
    const path = await recorded(worker, clientId, application);
    const decision = {
      outcome: 'partly',
      grounds: ['notNecessary'],
      reasons: 'Muut kuin päätöstiedot eivät ole välttämättömiä.',
      delivery: { mode: 'copy' },
    };
    expect(rulesOf(await step(manager, path, 'decide', decision))).toEqual([
      422,
      'subjectRequest.targetsNamed',
    ]);
    const targets = [{ kind: 'caseNote', id: noteId }];
    await done(manager, path, 'decide', { ...decision, targets });
    await done(manager, path, 'identity', { result: 'identityDocument' });
    await packaged(manager, path);
    await done(manager, path, 'deliver', { on: '2026-11-24', mode: 'copy' });
    expect(await letter(manager, path)).toContain('vain siihen tarkoitukseen');
  });
});
