import { beforeAll, describe, expect, test } from 'vitest';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aClient,
  aConsent,
  aRequest,
  declared,
  onConsent,
  onGround,
  onProvision,
  prepare,
  requested,
  rulesOf,
  send,
} from '../support/disclosures.ts';
import { finished } from '../support/documents.ts';
import type { Told, Worker, World } from '../support/world.ts';

/** What each controller has promised of giving data to others, under its own settings. */

type Office = {
  world: World;
  worker: Worker;
  clientId: Awaited<ReturnType<typeof aClient>>;
  documentId: string;
};
const offices = new Map<string, Office>();
const office = (letter: keyof typeof PROFILES): Office => {
  const one = offices.get(letter);
  if (one === undefined) throw new Error(`no ${letter}`);
  return one;
};

beforeAll(async () => {
  for (const letter of ['J', 'L', 'H', 'K'] as const) {
    const world = await worldOf(PROFILES[letter]);
    const worker = await world.worker('broadResponsibility');
    const clientId = await aClient(world, worker);
    offices.set(letter, { world, worker, clientId, documentId: await finished(worker, clientId) });
  }
});

/** A request and its preparation under a profile. */
async function tried(
  letter: keyof typeof PROFILES,
  request: object,
  on: (pieces: object[]) => object,
): Promise<Told & { path: string }> {
  const { worker, clientId, documentId } = office(letter);
  const path = await requested(worker, clientId, aRequest(request));
  return { ...(await prepare(worker, path, on([{ kind: 'document', id: documentId }]))), path };
}

const PAPER = '01KBN4PZ00000000000000000A';
const COURT = { requester: 'court', purpose: 'courtProceedings', name: 'Esimerkkilän käräjäoikeus' };
const inProceedings = (pieces: object[]) => onProvision('authorityProceedings', pieces);
const consentOf = (letter: keyof typeof PROFILES, more: object = {}): Promise<string> =>
  declared(office(letter).worker, office(letter).clientId, aConsent(more));

describe('Loimaa', () => {
  test('discloses on an itemised written request of an entitled authority alone, and the request is attached [L-7.1, L-12.1]', async () => {
    expect(rulesOf(await tried('L', { ...COURT, form: 'oral' }, inProceedings))).toEqual([
      'disclosure.formOfRequest',
    ]);
    expect(rulesOf(await tried('L', { ...COURT, form: 'written' }, inProceedings))).toEqual([
      'disclosure.formOfRequest',
    ]);
    const written = { form: 'written', paperId: PAPER };
    const neighbour = { ...written, requester: 'person', purpose: 'asRecorded', name: 'Naapuri' };
    const named = (pieces: object[]) =>
      onGround({ kind: 'provision', key: 'named', provision: '621/1999 11 §' }, pieces, {
        condition: 'Hän pyytää sitä.',
      });
    expect(rulesOf(await tried('L', neighbour, named))).toEqual(['disclosure.recipientAllowed']);
    const consent = await consentOf('L', { recipients: [{ kind: 'court', name: COURT.name }] });
    expect(
      rulesOf(await tried('L', { ...COURT, ...written }, (pieces) => onConsent(consent, pieces))),
    ).toEqual(['disclosure.consentAllowed']);
    expect((await tried('L', { ...COURT, ...written }, inProceedings)).status).toBe(200);
  });

  test('sends nothing outside the EU and the EEA, and cites no repealed law [L-7.3, L-8.1]', async () => {
    const abroad = {
      requester: 'foreignAuthority',
      purpose: 'authorityTask',
      form: 'written',
      paperId: PAPER,
    };
    const transfer = (pieces: object[]) =>
      onProvision('authorityProceedings', pieces, {
        article: 'art. 46',
        transferGround: 'Viranomaisten sopimus.',
      });
    expect(rulesOf(await tried('L', { ...abroad, country: 'US' }, transfer))).toEqual([
      'disclosure.thirdCountry',
    ]);
    expect((await tried('L', { ...abroad, country: 'NO' }, inProceedings)).status).toBe(200);
    for (const provision of ['523/1999 8 §', '784/2021 20 §', '380/1987 15 §', '1386/2010 88 §']) {
      const old = (pieces: object[]) =>
        onGround({ kind: 'provision', key: 'named', provision }, pieces, { condition: 'Kumottu laki.' });
      const told = await tried('L', { ...COURT, form: 'written', paperId: PAPER }, old);
      expect(rulesOf(told), provision).toEqual(['disclosure.provisionInForce']);
    }
  });
});

describe('Joutsa', () => {
  test('discloses to who has a right based on law, or to whom the client has consented [J-4.1, J-4.2, J-8.3]', async () => {
    const health = {
      requester: 'publicHealthProvider',
      purpose: 'careOfClient',
      name: 'Esimerkin terveyskeskus',
      form: 'oral',
    };
    const without = (pieces: object[]) => onProvision('graveCrime', pieces);
    expect(rulesOf(await tried('J', health, without))).toEqual(['disclosure.provisionFits']);
    const consent = await consentOf('J', { recipients: [{ kind: 'authority', name: health.name }] });
    const told = await tried('J', health, (pieces) => onConsent(consent, pieces));
    expect((await send(office('J').worker, told.path)).status).toBe(200);
    expect((await tried('J', { ...COURT, form: 'oral' }, inProceedings)).status).toBe(200);
  });

  test('sends nothing outside the EU and the EEA [J-4.6]', async () => {
    const abroad = { requester: 'foreignAuthority', purpose: 'authorityTask', country: 'GB' };
    const told = await tried('J', abroad, inProceedings);
    expect(rulesOf(told)).toEqual(['disclosure.thirdCountry', 'disclosure.transferGrounded']);
  });
});

describe('Huittinen', () => {
  test('sends nothing to a third country [H-14.1]', async () => {
    const abroad = {
      requester: 'foreignAuthority',
      purpose: 'authorityTask',
      country: 'CH',
      form: 'written',
      paperId: PAPER,
    };
    const told = await tried('H', abroad, inProceedings);
    expect(rulesOf(told)).toContain('disclosure.thirdCountry');
  });
});

describe('Keski-Uusimaa', () => {
  test('discloses on consent or an express provision, to authorities on request, and never for direct marketing [K-11.2, K-11.3, K-11.9]', async () => {
    const shop = { requester: 'organisation', name: 'Apuvälinekauppa Oy' };
    const consent = await consentOf('K', { recipients: [{ kind: 'other', name: 'apuvälinekauppa oy ' }] });
    const byConsent = (pieces: object[]) => onConsent(consent, pieces);
    expect(rulesOf(await tried('K', { ...shop, purpose: 'directMarketing' }, byConsent))).toEqual([
      'disclosure.noMarketing',
    ]);
    expect((await tried('K', shop, byConsent)).status).toBe(200);
    expect(rulesOf(await tried('K', { ...shop, purpose: 'research' }, byConsent))).toEqual([
      'disclosure.researchByPermit',
    ]);
    const own = { ...COURT, initiative: 'own', form: undefined, purpose: 'crimeInvestigation' };
    const crime = (pieces: object[]) => onProvision('graveCrime', pieces);
    expect(rulesOf(await tried('K', own, crime))).toEqual(['disclosure.onRequestOnly']);
    expect((await tried('K', { ...own, initiative: 'request', form: 'oral' }, crime)).status).toBe(200);
  });

  test('transfers to a third country by a named article and ground alone [K-12.1]', async () => {
    const abroad = { requester: 'foreignAuthority', purpose: 'authorityTask', country: 'CH' };
    expect(rulesOf(await tried('K', abroad, inProceedings))).toEqual(['disclosure.transferGrounded']);
    const transfer = (pieces: object[]) =>
      onProvision('authorityProceedings', pieces, {
        article: 'art. 45',
        transferGround: 'Komission päätös tietosuojan riittävyydestä.',
      });
    const told = await tried('K', abroad, transfer);
    expect(told.status, told.body).toBe(200);
    expect((await office('K').worker.call('GET', told.path)).json).toMatchObject({
      country: 'CH',
      prepared: { article: 'art. 45' },
      reasons: { transferGround: expect.stringContaining('Komission') },
    });
  });
});
