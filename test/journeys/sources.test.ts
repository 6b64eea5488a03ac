import { beforeAll, describe, expect, test } from 'vitest';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { aClient, aConsent, declared, disclosuresAt, rulesOf, withdraw } from '../support/disclosures.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { done } from '../support/matters.ts';
import { text } from '../support/people.ts';
import { textsOfHtml } from '../support/printed.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** Data about a client are got from others on a provision or a consent (U-6, H-10, J-3, K-10). */

const SCHOOL = {
  initiative: 'asked',
  on: '2026-11-24',
  form: 'electronic',
  addressee: 'educationProvider',
  purpose: 'needOfCare',
  ground: { kind: 'provision', key: 'authorityRight' },
  name: 'Esimerkkilän peruskoulu',
  asked: 'Poissaolot ja koulun antama tuki syksyllä 2026.',
  necessity: 'Tuen tarvetta ei voi arvioida ilman koulun tietoja.',
};
const ask = (worker: Worker, clientId: string, more: object = {}): Promise<Told> =>
  worker.call('POST', `${disclosuresAt(clientId)}/sources`, { body: { ...SCHOOL, ...more } });
async function asked(worker: Worker, clientId: string, more: object = {}): Promise<string> {
  const told = await ask(worker, clientId, more);
  expect(told.status, told.body).toBe(201);
  return text(told, 'sourceRequestId');
}
const receive = (worker: Worker, clientId: string, id: string, more: object = {}): Promise<Told> =>
  worker.call('POST', `${disclosuresAt(clientId)}/sources/${id}/receipt`, {
    body: { outcome: 'received', on: '2026-11-24', received: 'Lausunto poissaoloista ja tuesta.', ...more },
    version: 1,
  });
const sourcesOf = async (worker: Worker, clientId: string) =>
  (await worker.call('GET', `${disclosuresAt(clientId)}/sources`)).json;

type Office = { world: World; worker: Worker; clientId: string };
async function officeOf(settings: ControllerSettings): Promise<Office> {
  const world = await worldOf(settings);
  const worker = await world.worker('broadResponsibility');
  return { world, worker, clientId: await aClient(world, worker) };
}

describe('in Uusikaupunki', () => {
  let world: World;
  let worker: Worker;
  let clientId: string;
  beforeAll(async () => {
    ({ world, worker, clientId } = await officeOf(PROFILES.U));
  });

  test('a statutory request goes to the listed kinds alone, free of charge, for one allowed purpose, and says why it is necessary [U-6.16, U-6.17, U-6.18, U-6.19]', async () => {
    expect(rulesOf(await ask(worker, clientId, { addressee: 'partner' }))).toEqual([
      'source.addresseeListed',
    ]);
    expect(rulesOf(await ask(worker, clientId, { purpose: 'activationPlan' }))).toEqual([
      'source.provisionFits',
    ]);
    expect((await ask(worker, clientId, { feeCents: 500 })).status).toBe(400);
    expect((await ask(worker, clientId, { necessity: undefined })).status).toBe(400);
    for (const addressee of ['municipalAuthority', 'kela', 'pensionFoundation', 'insuranceInstitution']) {
      await asked(worker, clientId, { addressee, purpose: 'checking' });
    }
    const id = await asked(worker, clientId);
    const letter = await worker.call('GET', `${disclosuresAt(clientId)}/sources/${id}/letter`);
    const page = textsOfHtml(letter.body ?? '').join(' ');
    expect(page).toContain('703/2023 64 § 1 mom.');
    expect(page).toContain('maksutta');
    expect(page).toContain('Esimerkkilän peruskoulu');
  });

  test('partners and other controllers are asked with the client’s consent on record alone [U-6.6]', async () => {
    const partner = { addressee: 'partner', name: 'Esimerkkiseura ry' };
    const unknown = { kind: 'consent', declarationId: '01KBN4PZ0000000000000000ZZ' };
    expect(rulesOf(await ask(worker, clientId, { ...partner, ground: unknown }))).toEqual([
      'source.consentInForce',
    ]);
    const recipients = [{ kind: 'other', name: 'Esimerkkiseura ry' }];
    const toGive = await declared(worker, clientId, aConsent({ recipients }));
    const ground = (declarationId: string) => ({ kind: 'consent', declarationId });
    expect(rulesOf(await ask(worker, clientId, { ...partner, ground: ground(toGive) }))).toEqual([
      'source.consentForAddressee',
    ]);
    const toAsk = await declared(worker, clientId, aConsent({ recipients, consentFor: 'source' }));
    await asked(worker, clientId, { ...partner, ground: ground(toAsk) });
    await withdraw(worker, clientId, toAsk);
    expect(rulesOf(await ask(worker, clientId, { ...partner, ground: ground(toAsk) }))).toEqual([
      'source.consentInForce',
    ]);
  });

  test('a bank is asked by the appointed officeholder, in writing, when others did not give enough, for a doubt, and the client was told first [U-6.20, U-6.21, U-6.22, U-6.23]', async () => {
    const appointed = await world.worker('broadResponsibility', {
      specialRights: ['askFinancialInstitutions'],
    });
    const bank = {
      ...SCHOOL,
      form: 'written',
      addressee: 'financialInstitution',
      purpose: 'checking',
      ground: { kind: 'provision', key: 'financialInstitution' },
      name: 'Esimerkkipankki',
      othersAsked: [] as string[],
      doubt: 'Tiliotteet ja verottajan tiedot poikkeavat.',
      toldOn: '2026-11-24',
    };
    const decide = (by: Worker, more: object = {}) =>
      by.call('POST', `${disclosuresAt(clientId)}/sources/financial-institution`, {
        body: { ...bank, ...more },
      });
    expect(await decide(worker)).toMatchObject({ status: 403, json: { code: 'access.notAllowed' } });
    expect((await ask(worker, clientId, bank)).status).toBe(400);
    const kela = await asked(worker, clientId, { addressee: 'kela', name: 'Kela' });
    const othersAsked = [kela];
    expect(rulesOf(await decide(appointed, { othersAsked }))).toEqual(['source.othersAskedFirst']);
    expect((await receive(worker, clientId, kela, { outcome: 'insufficient' })).status).toBe(200);
    const lacking = { othersAsked, doubt: undefined, toldOn: undefined, form: 'electronic' };
    expect(rulesOf(await decide(appointed, lacking))).toEqual([
      'source.clientToldFirst',
      'source.doubtSaid',
      'source.bankInWriting',
    ]);
    const told = await decide(appointed, { othersAsked });
    expect(told.status, told.body).toBe(201);
    const id = text(told, 'sourceRequestId');
    const pdf = await appointed.call('GET', `${disclosuresAt(clientId)}/sources/${id}/letter?form=pdf`, {
      headers: { accept: 'application/pdf' },
    });
    expect(
      Buffer.from(pdf.bytes ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });
});

test('in Keski-Uusimaa other organisations are asked for what a service needs, and a request says its provision or rests on consent; what came is entered [K-10.8, K-10.9, K-10.10]', async () => {
  const { world, worker, clientId } = await officeOf(PROFILES.K);
  expect((await ask(worker, clientId, { ground: undefined })).status).toBe(400);
  const hospital = { addressee: 'healthProvider', name: 'Esimerkin sairaala', purpose: 'evaluating' };
  expect(rulesOf(await ask(worker, clientId, hospital))).toEqual(['source.addresseeListed']);
  const ground = { kind: 'provision', key: 'healthData' };
  for (const purpose of ['arranging', 'carryingOut'])
    await asked(worker, clientId, { ...hospital, ground, purpose });
  const id = await asked(worker, clientId, { ...hospital, ground });
  expect(rulesOf(await receive(worker, clientId, id, { on: '2026-11-20' }))).toEqual(['source.receiptLater']);
  expect((await receive(worker, clientId, id, { givenBy: 'Osastonhoitaja Oili' })).status).toBe(200);
  expect(await receive(worker, clientId, id)).toMatchObject({
    status: 409,
    json: { code: 'source.answered' },
  });
  const { requests } = await sourcesOf(worker, clientId);
  expect(requests).toContainEqual(
    expect.objectContaining({
      addressee: 'healthProvider',
      purpose: 'evaluating',
      provision: '703/2023 53 § 5 mom.',
      askedBy: worker.userId,
      receipt: expect.objectContaining({
        on: '2026-11-24',
        content: { received: 'Lausunto poissaoloista ja tuesta.', givenBy: 'Osastonhoitaja Oili' },
      }),
    }),
  );
  // What came unasked is entered with its ground too.
  await asked(worker, clientId, {
    initiative: 'came',
    addressee: 'municipalAuthority',
    name: 'Varhaiskasvatus',
  });
  const stored = JSON.stringify([await dumpOf(world.services, 'records'), await linesOf(world.services)]);
  expect(stored).not.toMatch(/Esimerkin sairaala|Osastonhoitaja|Lausunto poissaoloista/);
  const bank = {
    ...SCHOOL,
    addressee: 'financialInstitution',
    ground: { kind: 'provision', key: 'financialInstitution' },
    form: 'written',
  };
  const appointed = await world.worker('broadResponsibility', {
    specialRights: ['askFinancialInstitutions'],
  });
  const told = await appointed.call('POST', `${disclosuresAt(clientId)}/sources/financial-institution`, {
    body: { ...bank, doubt: 'Tiedot poikkeavat toisistaan.', toldOn: '2026-11-24' },
  });
  expect(rulesOf(told)).toEqual(['source.bankInUse', 'source.othersAskedFirst']);
});

/** Income is asked of both authorities by the provision, and what came is in the file. */
async function incomeAsked(worker: Worker, clientId: string): Promise<void> {
  const addressees = ['taxAuthority', 'kela'];
  for (const addressee of addressees) {
    const id = await asked(worker, clientId, {
      addressee,
      purpose: 'checking',
      name: 'Tulotietojen antaja',
    });
    done(await receive(worker, clientId, id, { received: 'Verotetut tulot 2025.' }));
  }
  const { requests } = await sourcesOf(worker, clientId);
  for (const addressee of addressees) {
    expect(requests).toContainEqual(
      expect.objectContaining({
        addressee,
        provision: '703/2023 64 § 1 mom.',
        receipt: expect.objectContaining({
          content: expect.objectContaining({ received: 'Verotetut tulot 2025.' }),
        }),
      }),
    );
  }
}

test('in Huittinen and in Joutsa other controllers are asked with the client’s consent, and those of the law by the law: income from the tax authority and from Kela [H-10.3, H-10.5, J-3.2, J-3.3]', async () => {
  for (const letter of ['H', 'J'] as const) {
    const { worker, clientId } = await officeOf(PROFILES[letter]);
    const other = { addressee: 'otherController', name: 'Toinen hyvinvointialue' };
    expect(rulesOf(await ask(worker, clientId, other))).toEqual(['source.addresseeListed']);
    const recipients = [{ kind: 'authority', name: 'Toinen hyvinvointialue' }];
    const consent = await declared(worker, clientId, aConsent({ recipients, consentFor: 'source' }));
    await asked(worker, clientId, { ...other, ground: { kind: 'consent', declarationId: consent } });
    await asked(worker, clientId, { addressee: 'otherPensionInstitution' });
    await asked(worker, clientId, {
      addressee: 'healthProfessional',
      ground: { kind: 'provision', key: 'healthData' },
    });
    const tax = {
      addressee: 'taxAuthority',
      purpose: 'fee',
      ground: { kind: 'provision', key: 'feeAndChecking' },
    };
    expect(rulesOf(await ask(worker, clientId, tax))).toEqual(['source.clientToldFirst']);
    await asked(worker, clientId, { ...tax, toldOn: '2026-11-20' });
    await incomeAsked(worker, clientId);
  }
});

test('in Uusikaupunki income comes from the tax authority and from Kela when it is needed [U-6.7, U-6.8]', async () => {
  const { worker, clientId } = await officeOf(PROFILES.U);
  await incomeAsked(worker, clientId);
});
