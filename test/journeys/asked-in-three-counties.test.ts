import { beforeAll, describe, expect, test } from 'vitest';
import { COUNTIES, type Desk, deskOf } from '../support/county-desks.ts';
import { linesOf } from '../support/dump.ts';
import {
  done,
  letter,
  packaged,
  REASONS,
  recorded,
  rulesOf,
  step,
  waitingOf,
} from '../support/subject-requests.ts';

/** What is asked by other laws than the regulation, and a breach: the same in every county but for the way of giving. */

const PARTY = {
  kind: 'partyDocuments',
  asker: 'party',
  askerName: 'Keksitty Asianosainen',
  rightToAct: 'Lapsen toinen huoltaja, jota huoltoasia koskee.',
};
const BREACHES = '/v1/data-subject-requests/breaches';

describe.each(COUNTIES)('$name', (county) => {
  const { form, mode, notMode } = county;
  let desk: Desk;
  beforeAll(async () => {
    desk = await deskOf(county);
  });
  const asked = (more: object): Promise<string> =>
    recorded(desk.worker, desk.clientId, { form, receivedOn: '2026-11-20', ...more });

  test('a party’s documents: in two weeks, decided for the controller, given in its way, a line of the disclosure log', async () => {
    const { world, as, noteId } = desk;
    const path = await asked(PARTY);
    expect((await as('management').call('GET', path)).json).toMatchObject({ dueOn: '2026-12-04' });
    const targets = [{ kind: 'caseNote', id: noteId }];
    const grant = { outcome: 'granted', targets, delivery: { mode } };
    if (notMode !== undefined) {
      const wrongly = { ...grant, delivery: { mode: notMode } };
      expect(rulesOf(await step(as('management'), path, 'decide', wrongly))).toEqual([
        422,
        'subjectRequest.deliveryChosen',
      ]);
    }
    await done(as('management'), path, 'decide', grant);
    await done(as('management'), path, 'identity', { result: 'identityDocument' });
    await packaged(as('management'), path);
    await done(as('management'), path, 'deliver', { on: '2026-11-24', mode });
    const lines = await linesOf(world.services);
    expect(lines.find(({ eventName }) => eventName === 'SubjectRequestDelivered')).toMatchObject({
      disclosure: { recipient: { kind: 'party' }, ground: { provision: '621/1999 11 §' } },
    });
  });

  test('a reminder: answered with reasons, and against the answer there is no appeal', async () => {
    const { as } = desk;
    const path = await asked({ kind: 'reminder', words: 'Kohtelu oli huonoa.' });
    expect(rulesOf(await step(as('management'), path, 'decide', { outcome: 'granted' }))).toEqual([
      422,
      'subjectRequest.reasonsWritten',
    ]);
    await done(as('management'), path, 'decide', { outcome: 'granted', reasons: 'Pahoittelemme kohtelua.' });
    const page = await letter(as('management'), path);
    expect(page).toContain('Pahoittelemme kohtelua.');
    expect(page).toContain('ei voi hakea muutosta');
  });

  test('log data: two months by their own law, in the same queue, answered by who supervises the log', async () => {
    const { world, as, clientId } = desk;
    const officer = await world.worker('dataProtectionOfficer', {
      unitIds: [],
      specialRights: ['readAccessLog'],
    });
    const requests = `/v1/log-requests/clients/${clientId}/requests`;
    const told = await officer.call('POST', requests, {
      body: {
        receivedOn: '2026-11-20',
        channel: 'letter',
        asker: 'client',
        identity: 'identityDocument',
        words: 'Kuka on katsonut?',
      },
    });
    expect(told.json).toMatchObject({ dueOn: '2027-01-20' });
    expect(await waitingOf(as('management'), clientId)).toMatchObject([{ kind: 'logRequest' }]);
    const answer = { body: { outcome: 'given' }, version: 1 };
    const given = await officer.call('POST', `${requests}/${told.json['requestId']}/answer`, answer);
    expect(given.status, given.body).toBe(200);
    expect(await waitingOf(as('management'), clientId)).toEqual([]);
  });

  test('a breach: on record, the authority told, who is concerned found and told by the controller’s own letter', async () => {
    const { world, worker, clientId } = desk;
    const officer = await world.worker('dataProtectionOfficer', {
      unitIds: [],
      specialRights: ['readAccessLog'],
    });
    const knownAt = world.clock.now();
    const recordedOne = await officer.call('POST', BREACHES, {
      body: { kinds: ['confidentiality'], knownAt, facts: 'Tietoja katsottiin ilman tehtävää.' },
    });
    const path = `${BREACHES}/${recordedOne.json['breachId']}`;
    const act = async (what: string, body?: object): Promise<void> => {
      const version = Number((await officer.call('GET', path)).json['version']);
      const told = await officer.call('POST', `${path}/${what}`, {
        version,
        ...(body === undefined ? {} : { body }),
      });
      expect(told.status, told.body).toBe(200);
    };
    await act('assess', {
      risk: 'high',
      riskReasons: 'Tiedot kertovat perheen asioista.',
      consequences: 'Tiedot ovat voineet levitä.',
      measures: 'Oikeudet päätettiin.',
      toClients: 'Tietojasi katsottiin ilman työtehtävää.',
    });
    await act('authority', { toldAt: knownAt });
    await act('find', {
      userIds: [worker.userId],
      from: '2026-11-24T00:00:00.000Z',
      to: '2026-11-25T00:00:00.000Z',
    });
    const found = await officer.call('GET', `${path}/affected-pages/0`);
    const clients: { clientId: string }[] = found.json['clients'] ?? [];
    expect(clients).toContainEqual({ clientId });
    const page = await officer.call('GET', `${path}/affected/${clientId}/letter`);
    expect(page.body).toContain('Tietojasi katsottiin ilman työtehtävää.');
    for (const { clientId: one } of clients)
      await act(`affected/${one}/told`, { on: '2026-11-24', way: 'letter' });
    await act('close');
  });

  test('the data of somebody who has died: applied for in writing, what is not needed is refused, the rest is given for that use', async () => {
    const { worker, as, clientId, noteId: id } = desk;
    const source = { kind: 'populationRegister', channel: 'register' };
    const { json } = await worker.call('GET', `/v1/clients/${clientId}`);
    const died = await worker.call('POST', `/v1/clients/${clientId}/death`, {
      body: { diedOn: '2026-11-01', source },
      version: Number(json['version']),
    });
    expect(died.status, died.body).toBe(200);
    const path = await asked({
      kind: 'deceasedData',
      form: 'written',
      asker: 'applicant',
      askerName: 'Keksitty Perillinen',
      rightToAct: 'Perintöasian selvittäminen käräjäoikeudessa.',
    });
    await done(as('management'), path, 'decide', {
      outcome: 'partly',
      grounds: ['notNecessary'],
      reasons: REASONS,
      targets: [{ kind: 'caseNote', id }],
      delivery: { mode },
    });
    await done(as('management'), path, 'identity', { result: 'identityDocument' });
    await packaged(as('management'), path);
    await done(as('management'), path, 'deliver', { on: '2026-11-24', mode });
    const page = await letter(as('management'), path);
    for (const said of ['703/2023 52 §', 'vain siihen tarkoitukseen', 'valituskelpoisen päätöksen']) {
      expect(page).toContain(said);
    }
  });
});
