import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keskiUusimaa } from '../../infra/local/seed/keski-uusimaa.ts';
import { inventPerson } from '../../infra/local/seed/people.ts';
import { type SointuClient, seen, versionOf } from '../../shared/api-client/client.ts';
import { done, type Laptop, laptop } from '../support/laptop.ts';

/** A child of the second household: a client of the families' unit. */
const child = inventPerson('KEUSOTE', 7, keskiUusimaa.municipalities);

let run: Laptop;
let leena: SointuClient;
let clientId: string;
let noteId: string;
beforeAll(async () => {
  run = await laptop({ clients: 15 });
  leena = await run.clientOf('Leena Laaja');
});
afterAll(() => run.stop());

/** The laptop runs by the day's own clock. */
const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();

/** What she writes of a visit. */
const visit = (text: string) => ({
  entryType: 'meetingOrContact' as const,
  serviceTasks: ['families' as const],
  eventAt: anHourAgo,
  content: {
    text,
    channel: 'homeVisit' as const,
    participants: [`${child.given} ${child.family}, asiakas`],
    source: { kind: 'client' as const, channel: 'homeVisit' as const },
  },
});

const fileOf = (client: SointuClient) =>
  client.GET('/v1/clients/{clientId}', { params: { path: { clientId } } });

describe('a tour of the laptop with the typed client', () => {
  test('she finds the client by identity code, and sees who it is', async () => {
    const body = { personalIdentityCode: child.code };
    const { hits } = done(await leena.POST('/v1/clients/search', { body }));
    expect(hits).toMatchObject([{ family: child.family, given: child.given, state: 'active' }]);
    clientId = hits[0]?.clientId ?? '';
  });

  test('she opens the file, which tells its version', async () => {
    const answer = await fileOf(leena);
    const file = done(answer);
    expect(file.baseData.personalIdentityCode).toBe(child.code);
    expect(file.notes.length).toBeGreaterThan(0);
    expect(versionOf(answer.response)).toBe(file.version);
  });

  test('she writes an entry; sent twice under one key it is one entry', async () => {
    const write = () =>
      leena.POST('/v1/case-notes/clients/{clientId}/notes', {
        params: { path: { clientId }, header: { 'idempotency-key': 'form-opened-at-0830' } },
        body: visit('Kotikäynti. Sovittiin jatkosta.'),
      });
    const first = await write();
    ({ noteId } = done(first));
    expect(first.response.status).toBe(201);
    expect(done(await write()).noteId).toBe(noteId);
    expect(done(await fileOf(leena)).notes.filter((note) => note.noteId === noteId)).toHaveLength(1);
  });

  test('two forms, to which the client gives a key each, are two entries', async () => {
    const write = async () => {
      const params = { path: { clientId } };
      const body = visit('Puhelu kouluun.');
      return done(await leena.POST('/v1/case-notes/clients/{clientId}/notes', { params, body })).noteId;
    };
    expect(await write()).not.toBe(await write());
  });

  test('she corrects the version she saw; who saw an older one is told the version that stands now', async () => {
    const correct = (version: number) =>
      leena.POST('/v1/case-notes/clients/{clientId}/notes/{noteId}/correct', {
        params: { path: { clientId, noteId }, header: seen(version) },
        body: {
          entry: visit('Toimistokäynti. Sovittiin jatkosta.'),
          reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Paikka oli väärä.' },
        },
      });
    const path = { clientId, noteId };
    const before = await leena.GET('/v1/case-notes/clients/{clientId}/notes/{noteId}', { params: { path } });
    const version = versionOf(before.response) ?? 0;
    const corrected = await correct(version);
    expect(done(corrected).version).toBe(version + 1);
    const late = await correct(version);
    expect(late.response.status).toBe(412);
    expect(late.error?.code).toBe('request.stale');
    expect(versionOf(late.response)).toBe(version + 1);
    const { notes } = done(await fileOf(leena));
    expect(notes.find((note) => note.noteId === noteId)).toMatchObject({
      state: 'corrected',
      content: { text: 'Toimistokäynti. Sovittiin jatkosta.' },
    });
  });

  test('a worker of adults is refused for want of a tie, in the language asked', async () => {
    const { error, response } = await fileOf(await run.clientOf('Antti Aikuistyö'));
    expect(response.status).toBe(403);
    expect(error?.code).toBe('access.noTie');
    expect(error?.title).toBe('No client relationship or other factual connection ties you to this client.');
    expect(error?.requestId).toBe(response.headers.get('x-request-id'));
  });

  test('for a worker of another controller there is no such client', async () => {
    const { error, response } = await fileOf(await run.clientOf('Aune Laaja'));
    expect([response.status, error?.code]).toEqual([404, 'request.notFound']);
  });

  test('she opens a case and hands it over to another unit’s worker, who opens the file from then on', async () => {
    const kaisa = await run.clientOf('Kaisa Vastuullinen');
    expect((await fileOf(kaisa)).error?.code).toBe('access.noTie');
    const { relationship } = done(await fileOf(leena));
    const opened = await leena.POST('/v1/cases/clients/{clientId}/cases', {
      params: { path: { clientId } },
      body: {
        name: 'Perheen tuen tarve',
        serviceTasks: ['families'],
        wayOfOpening: 'contact',
        initiator: 'client',
        openedAt: anHourAgo,
        unitId: relationship?.responsibleUnitId ?? '',
      },
    });
    const { caseId, version } = done(opened);
    const assigned = await leena.POST('/v1/cases/clients/{clientId}/cases/{caseId}/assign', {
      params: { path: { clientId, caseId }, header: seen(version) },
      body: { responsibleWorkerId: run.idOf('Kaisa Vastuullinen') },
    });
    expect(done(assigned).version).toBe(version + 1);
    const { cases } = done(await fileOf(kaisa));
    expect(cases.find((one) => one.caseId === caseId)).toMatchObject({ state: 'open', shared: false });
  });

  test('the worker of adults breaks the glass for a reason, and the file opens on that basis', async () => {
    const antti = await run.clientOf('Antti Aikuistyö');
    const reason = { code: 'urgentNeed', words: 'Vanhempi saapui päivystykseen lapsen kanssa.' } as const;
    const body = { clientId, reason, hours: 2 };
    const { openingId, until } = done(await antti.POST('/v1/access-rights/openings', { body }));
    expect(Date.parse(until) - Date.now()).toBeLessThanOrEqual(2 * 3_600_000);
    expect(done(await fileOf(antti)).clientId).toBe(clientId);
    const tarja = await run.clientOf('Tarja Tietosuoja');
    const params = { path: { clientId } };
    const { lines } = done(await tarja.GET('/v1/access-log/clients/{clientId}', { params }));
    expect(lines.find(({ eventName }) => eventName === 'ClientFileOpened')).toMatchObject({
      userIdentity: { name: 'Antti Aikuistyö' },
      basis: { kind: 'breakGlass', reference: openingId },
      outcome: { result: 'allowed' },
    });
  });

  test('the data-protection officer reads who did all this, and sees the refusal', async () => {
    const tarja = await run.clientOf('Tarja Tietosuoja');
    const params = { path: { clientId } };
    const { lines } = done(await tarja.GET('/v1/access-log/clients/{clientId}', { params }));
    const told = lines.map(({ userIdentity, eventName, outcome }) => [
      userIdentity.name,
      eventName,
      outcome.code ?? outcome.result,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['Leena Laaja', 'ClientsListed', 'allowed'],
        ['Leena Laaja', 'ClientFileOpened', 'allowed'],
        ['Leena Laaja', 'CaseNoteWritten', 'allowed'],
        ['Leena Laaja', 'CaseNoteCorrected', 'allowed'],
        ['Leena Laaja', 'CaseNoteCorrected', 'request.stale'],
        ['Antti Aikuistyö', 'ClientFileOpened', 'access.noTie'],
      ]),
    );
  });
});
