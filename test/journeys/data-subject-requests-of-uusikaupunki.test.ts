import { beforeAll, describe, expect, test } from 'vitest';
import { anyClient } from '../support/access-log.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import {
  done,
  handler,
  letter,
  PROOF,
  packaged,
  REASONS,
  recorded,
  requestsOf,
  rulesOf,
  step,
} from '../support/subject-requests.ts';
import type { Worker, World } from '../support/world.ts';

describe('Uusikaupunki: a signed or verified document, free unless excessive', () => {
  let world: World;
  let manager: Worker;
  let worker: Worker;
  beforeAll(async () => {
    const { U } = PROFILES;
    const feeCents = { copyPerPage: null, postage: null, administrative: 2000 };
    world = await worldOf({ ...U, dataSubjectRequests: { ...U.dataSubjectRequests, feeCents } });
    [manager, worker] = await Promise.all([
      handler(world, 'management'),
      world.worker('broadResponsibility'),
    ]);
  });

  test('what is manifestly excessive is charged or refused, and it is the controller’s to show it [U-13.1, U-13.2, U-13.3]', async () => {
    const clientId = await anyClient(world, worker);
    const fee = { basis: 'unfoundedOrExcessive', costs: [{ kind: 'administrative' }], reason: REASONS };
    const charged = await recorded(worker, clientId);
    const decision = { outcome: 'granted', delivery: { mode: 'copy' }, fee };
    expect(rulesOf(await step(manager, charged, 'decide', decision))).toEqual([
      422,
      'subjectRequest.proofShown',
    ]);
    await done(manager, charged, 'decide', { ...decision, proof: PROOF });
    const refused = await recorded(worker, clientId);
    const refusal = { outcome: 'refused', grounds: ['excessive'], reasons: REASONS };
    expect(rulesOf(await step(manager, refused, 'decide', refusal))).toEqual([
      422,
      'subjectRequest.proofShown',
    ]);
    await done(manager, refused, 'decide', { ...refusal, proof: PROOF });
    expect(await letter(manager, refused)).toContain(PROOF);
  });

  test('a refused demand has a written certificate with the reasons, the complaint and other remedies, in three languages and as PDF [U-10.8, U-10.9, U-14.1]', async () => {
    const clientId = await anyClient(world, worker);
    const path = await recorded(worker, clientId, { kind: 'rectification', words: 'Päivä on väärä.' });
    expect((await manager.call('GET', `${path}/letter`)).status).toBe(409);
    await done(manager, path, 'decide', { outcome: 'refused', grounds: ['notErroneous'], reasons: REASONS });
    for (const [language, complaint, authority] of [
      [
        'fi',
        'Oikeus ei rajoita muita muutoksenhakukeinoja eikä oikeussuojakeinoja.',
        'Tietosuojavaltuutetun toimisto, PL 800',
      ],
      ['sv', 'klagomål till en tillsynsmyndighet', 'Dataombudsmannens byrå, PB 800'],
      ['en', 'complaint with a supervisory authority', 'Office of the Data Protection Ombudsman'],
    ] as const) {
      const html = await letter(manager, path, `?language=${language}`);
      for (const said of [complaint, ': (EU) 2016/679 16 art.', REASONS, authority]) {
        expect(html).toContain(said);
      }
    }
    const pdf = await manager.call('GET', `${path}/letter?form=pdf`, {
      headers: { accept: 'application/pdf' },
    });
    expect(
      Buffer.from(pdf.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  test('is made for another only with how the right was found, and every step leaves a line without a word of it', async () => {
    const clientId = await anyClient(world, worker);
    const body = {
      kind: 'inspection',
      receivedOn: '2026-11-20',
      form: 'signedDocument',
      words: 'Salainen sana',
    };
    const other = { ...body, asker: 'appointedGuardian' };
    expect(rulesOf(await worker.call('POST', requestsOf(clientId), { body: other }))).toEqual([
      422,
      'subjectRequest.rightToAct',
    ]);
    const path = await recorded(worker, clientId, {
      ...other,
      askerName: 'Keksitty Edunvalvoja',
      rightToAct: 'Edunvalvonta tarkistettiin holhousasioiden rekisteristä.',
    });
    await done(manager, path, 'decide', { outcome: 'granted', delivery: { mode: 'copy' } });
    await done(manager, path, 'identity', { result: 'identityDocument' });
    await packaged(manager, path);
    await done(manager, path, 'deliver', { on: '2026-11-24', mode: 'copy' });
    const lines = (await linesOf(world.services)).filter(({ clients }) =>
      clients.includes(clientId as never),
    );
    expect(lines.map(({ eventName }) => eventName)).toEqual(
      expect.arrayContaining(['SubjectRequestRecorded', 'SubjectRequestDecided', 'AskerIdentified']),
    );
    expect(lines.find(({ eventName }) => eventName === 'SubjectRequestDelivered')).toMatchObject({
      disclosure: { recipient: { kind: 'representative' } },
    });
    const stored = JSON.stringify([await dumpOf(world.services, 'records'), lines]);
    for (const word of ['Salainen sana', 'Keksitty Edunvalvoja']) expect(stored).not.toContain(word);
  });
});
