import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient } from '../support/access-log.ts';
import { minorWithCustodians } from '../support/disclosures.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { type Told, testWorld, type Worker, type World } from '../support/world.ts';

let world: World;
let officer: Worker;
let worker: Worker;
beforeAll(async () => {
  world = await testWorld();
  worker = await world.worker('broadResponsibility');
  officer = await world.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
});

const LETTER = {
  receivedOn: '2026-11-20',
  channel: 'letter',
  asker: 'client',
  identity: 'identityDocument',
  words: 'Kuka on katsonut?',
};
const of = (clientId: string, rest = ''): string => `/v1/log-requests/clients/${clientId}/requests${rest}`;

async function asked(clientId: string, more: object = {}): Promise<string> {
  const told = await officer.call('POST', of(clientId), { body: { ...LETTER, ...more } });
  expect(told.status, told.body).toBe(201);
  return String(told.json['requestId']);
}

const answer = (clientId: string, requestId: string, body: object, version = 1): Promise<Told> =>
  officer.call('POST', of(clientId, `/${requestId}/answer`), { body, version });

const waitingOf = async (clientId: string): Promise<unknown[]> => {
  const told = await officer.call('GET', '/v1/data-subject-requests/waiting');
  const rows: { clientId: string }[] = told.json['waiting'] ?? [];
  return rows.filter((row) => row.clientId === clientId);
};

const DECISION = 'Tietojen antaminen vaarantaisi toisen henkilön turvallisuuden.';
const KEPT = {
  ground: 'rightsOfOthers',
  withheld: { what: 'lines', scope: { of: 'all' } },
  words: 'Asiakas on uhannut työntekijää.',
};

describe('a request for log data', () => {
  test('waits in the queue with the two months of the law, is given, and leaves the queue', async () => {
    const clientId = await anyClient(world, worker);
    const told = await officer.call('POST', of(clientId), { body: LETTER });
    expect(told.json).toEqual({ requestId: expect.any(String), dueOn: '2027-01-20' });
    const requestId = String(told.json['requestId']);
    expect(await waitingOf(clientId)).toEqual([
      {
        kind: 'logRequest',
        id: requestId,
        clientId,
        receivedOn: '2026-11-20',
        dueOn: '2027-01-20',
        late: false,
      },
    ]);
    expect((await answer(clientId, requestId, { outcome: 'given' })).status).toBe(200);
    expect(await waitingOf(clientId)).toEqual([]);
    const read = await officer.call('GET', of(clientId, `/${requestId}`));
    expect(read.json).toMatchObject({
      state: 'answered',
      outcome: 'given',
      days: { from: '2024-11-20', to: '2026-11-20' },
      given: { from: '2024-11-20', to: '2026-11-20' },
      asked: { words: 'Kuka on katsonut?' },
      steps: [
        { step: 'recorded', by: officer.userId },
        { step: 'answered', by: officer.userId },
      ],
    });
    expect(await answer(clientId, requestId, { outcome: 'given' }, 2)).toMatchObject({
      status: 409,
      json: { code: 'logRequest.notOpen' },
    });
  });

  test('shows as late when its last day has passed, and may be withdrawn', async () => {
    const clientId = await anyClient(world, worker);
    const requestId = await asked(clientId, { receivedOn: '2026-09-01' });
    expect(await waitingOf(clientId)).toMatchObject([{ dueOn: '2026-11-02', late: true }]);
    const path = of(clientId, `/${requestId}/withdraw`);
    expect((await officer.call('POST', path, { version: 1 })).status).toBe(200);
    expect(await waitingOf(clientId)).toEqual([]);
    expect((await officer.call('GET', of(clientId))).json).toMatchObject({
      requests: [{ requestId, state: 'withdrawn', version: 2 }],
    });
  });

  test('for what is older than two years needs a special reason, which is judged with the answer', async () => {
    const clientId = await anyClient(world, worker);
    const days = { from: '2022-01-01', to: '2026-11-20' };
    const without = await officer.call('POST', of(clientId), { body: { ...LETTER, days } });
    expect(without).toMatchObject({
      status: 422,
      json: { findings: [{ rule: 'logRequest.specialReason' }] },
    });
    const specialReason = 'Hovioikeuden käsittelyä varten.';
    const requestId = await asked(clientId, { days, specialReason });
    expect(await answer(clientId, requestId, { outcome: 'given' })).toMatchObject({
      status: 422,
      json: { findings: [{ rule: 'logRequest.reasonJudged' }] },
    });
    const part = {
      outcome: 'partly',
      specialReasonHolds: false,
      decision: 'Erityistä syytä ei ole esitetty.',
    };
    expect((await answer(clientId, requestId, part)).status).toBe(200);
    expect((await officer.call('GET', of(clientId, `/${requestId}`))).json).toMatchObject({
      given: { from: '2024-11-20', to: '2026-11-20' },
      asked: { specialReason },
    });
  });

  test('is refused by a written decision on a ground of the law, which stands until it is lifted', async () => {
    const clientId = await anyClient(world, worker);
    const requestId = await asked(clientId);
    const silent = await answer(clientId, requestId, { outcome: 'refused', withheld: [KEPT] });
    expect(silent).toMatchObject({
      status: 422,
      json: { findings: [{ rule: 'logRequest.decisionWritten' }] },
    });
    const refusal = { outcome: 'refused', withheld: [KEPT], decision: DECISION };
    const told = await answer(clientId, requestId, refusal);
    expect(told.status).toBe(200);
    const [withholdingId] = told.json['withholdingIds'] ?? [];
    expect((await officer.call('GET', of(clientId, `/${requestId}`))).json).toMatchObject({
      outcome: 'refused',
      answer: { decision: DECISION },
      withheld: [{ withholdingId, ground: 'rightsOfOthers', words: KEPT.words }],
    });
    const again = await asked(clientId);
    expect(await answer(clientId, again, { outcome: 'given' })).toMatchObject({ status: 422 });
    const lift = `/v1/log-requests/clients/${clientId}/withholdings/${withholdingId}/lift`;
    expect((await officer.call('POST', lift, { version: 1 })).status).toBe(200);
    expect((await answer(clientId, again, { outcome: 'given' })).status).toBe(200);
    expect(await officer.call('POST', lift, { version: 2 })).toMatchObject({ status: 409 });
  });

  test('repeated for what was given already may cost no more than the controller has set', async () => {
    const clientId = await anyClient(world, worker);
    const first = await asked(clientId);
    const fee = { cents: 500, reason: 'Postitus ja tulosteet.' };
    expect(await answer(clientId, first, { outcome: 'given', fee })).toMatchObject({
      json: { findings: [{ rule: 'logRequest.feeOfRepeat' }] },
    });
    await answer(clientId, first, { outcome: 'given' });
    const told = await officer.call('POST', of(clientId), { body: LETTER });
    expect(told.json).toMatchObject({ repeats: first });
    const second = String(told.json['requestId']);
    expect(await answer(clientId, second, { outcome: 'given', fee })).toMatchObject({
      json: { findings: [{ rule: 'logRequest.feeWithinSetting' }] },
    });
  });

  test('made for another is recorded only with how the right to act was checked', async () => {
    const { clientId } = await minorWithCustodians(world, worker);
    const body = { ...LETTER, asker: 'guardianOfMinor' };
    expect(await officer.call('POST', of(clientId), { body })).toMatchObject({
      status: 422,
      json: { findings: [{ rule: 'logRequest.rightToAct' }] },
    });
    await asked(clientId, { asker: 'guardianOfMinor', rightToAct: 'Huoltajuus tarkistettu VTJ-otteesta.' });
  });

  test('leaves a line for each step, and no word of it in clear', async () => {
    const clientId = await anyClient(world, worker);
    const requestId = await asked(clientId, { words: 'Salainen sana' });
    await answer(clientId, requestId, { outcome: 'given' });
    const lines = (await linesOf(world.services)).filter(({ clients }) =>
      clients.includes(clientId as never),
    );
    expect(lines.map(({ eventName }) => eventName)).toEqual(
      expect.arrayContaining(['LogRequestRecorded', 'LogRequestAnswered']),
    );
    const stored = JSON.stringify([await dumpOf(world.services, 'records'), lines]);
    expect(stored).not.toContain('Salainen sana');
  });
  test('is answered on paper: the decision with its remedy, a page that explains, and the lines, in three languages', async () => {
    const clientId = await anyClient(world, worker);
    const requestId = await asked(clientId, { receivedOn: '2026-11-24' });
    const path = of(clientId, `/${requestId}/letter`);
    expect((await officer.call('GET', path)).status).toBe(409);
    const kept = {
      ...KEPT,
      withheld: { what: 'lines', scope: { of: 'users', userIds: [officer.userId] } },
    };
    const part = { outcome: 'partly', withheld: [kept], decision: DECISION };
    expect((await answer(clientId, requestId, part)).status).toBe(200);
    for (const [language, word] of [
      ['fi', 'tietosuojavaltuutetun käsiteltäväksi'],
      ['sv', 'till dataombudsmannen'],
      ['en', 'Data Protection Ombudsman'],
    ] as const) {
      const page = await officer.call('GET', `${path}?language=${language}`);
      expect(page.status, page.body).toBe(200);
      const html = page.body ?? '';
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(word);
      expect(html).toContain(DECISION);
      expect(html).toContain('Työntekijä Testi, sosiaalityöntekijä');
      expect(html).not.toContain(KEPT.words);
    }
    const headers = { accept: 'application/pdf' };
    const pdf = await officer.call('GET', `${path}?form=pdf&language=en`, { headers });
    expect(
      Buffer.from(pdf.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});
