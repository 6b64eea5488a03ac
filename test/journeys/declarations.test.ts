import { beforeAll, describe, expect, test } from 'vitest';
import { PROFILES, worldOf } from '../support/controllers.ts';
import {
  aBan,
  aClient,
  aConsent,
  aMinorsBan,
  aPermit,
  declare,
  declared,
  disclosuresAt,
  forbid,
  minorWithCustodians,
  related,
  rulesOf,
  withdraw,
} from '../support/disclosures.ts';
import { aDraft, finished } from '../support/documents.ts';
import { dumpOf, linesOf } from '../support/dump.ts';
import { printsAt } from '../support/prints.ts';
import type { Worker, World } from '../support/world.ts';

/** Uusikaupunki: consent is free, informed, itemised and written (U-11). Keski-Uusimaa: a minor's ban (K-11). */

let world: World;
let worker: Worker;
beforeAll(async () => {
  world = await worldOf(PROFILES.U);
  worker = await world.worker('broadResponsibility');
});

const read = async (clientId: string) =>
  (await worker.call('GET', `${disclosuresAt(clientId)}/declarations`)).json;

describe('what a client declares of giving data to others', () => {
  test('a consent says that the client was told, of which data, to whom and for what, and holds the written form [U-11.3, U-11.4]', async () => {
    const clientId = await aClient(world, worker);
    const { information: _information, ...silent } = aConsent();
    expect((await declare(worker, clientId, silent)).status).toBe(400);
    const lacking = aConsent({ voluntary: false, informedOn: '2026-11-21', form: 'oral', recipients: [] });
    expect(rulesOf(await declare(worker, clientId, lacking))).toEqual([
      'declaration.givenFreely',
      'declaration.informedBefore',
      'declaration.consentItemised',
      'declaration.consentWritten',
    ]);
    const id = await declared(worker, clientId, aConsent());
    expect(await read(clientId)).toMatchObject({
      declarations: [
        {
          declarationId: id,
          inForce: true,
          form: 'written',
          scope: { serviceTasks: ['families'] },
          content: {
            information: expect.stringContaining('oikeus peruuttaa'),
            recipients: [{ name: 'Kelan etuuskäsittelijä' }],
            purpose: 'Etuushakemuksen käsittely',
          },
        },
      ],
    });
    const stored = JSON.stringify([await dumpOf(world.services, 'records'), await linesOf(world.services)]);
    expect(stored).not.toContain('etuuskäsittelijä');
  });

  test('a representative gives it for who cannot assess what it means, by name and with the reason [U-11.5]', async () => {
    const clientId = await aClient(world, worker);
    const relationId = await related(worker, clientId, 'Eeva', {
      roles: ['guardian'],
      powers: 'Kaikki asiat',
    });
    const sister = await related(worker, clientId, 'Siiri', { roles: ['sibling'] });
    const giver = { by: 'representative', relationId, because: 'cannotAssess' };
    expect(rulesOf(await declare(worker, clientId, aConsent({ giver })))).toEqual([
      'declaration.cannotAssessSaid',
    ]);
    const cannotAssess = 'Muistisairaus estää arvioimasta suostumuksen merkitystä.';
    const bySister = aConsent({ giver: { ...giver, relationId: sister }, cannotAssess });
    expect(rulesOf(await declare(worker, clientId, bySister))).toEqual(['declaration.representativeKnown']);
    await declared(worker, clientId, aConsent({ giver, cannotAssess }));
    expect(await read(clientId)).toMatchObject({
      declarations: [{ giver, content: { cannotAssess, giver: { given: 'Eeva', role: 'guardian' } } }],
    });
  });

  test('it is withdrawn at any time, once, and the history keeps it', async () => {
    const clientId = await aClient(world, worker);
    const id = await declared(worker, clientId, aPermit());
    expect((await withdraw(worker, clientId, id)).status).toBe(200);
    expect(await withdraw(worker, clientId, id)).toMatchObject({
      status: 409,
      json: { code: 'declaration.notInForce' },
    });
    expect(await read(clientId)).toMatchObject({
      declarations: [
        {
          kind: 'permit',
          inForce: false,
          withdrawn: { giver: { by: 'client' }, form: 'oral', by: worker.userId },
        },
      ],
    });
  });

  test('a permit is for all data within social welfare, and itemised for health care', async () => {
    const clientId = await aClient(world, worker);
    const scope = { of: 'serviceTasks', serviceTasks: ['families'] };
    expect(rulesOf(await declare(worker, clientId, aPermit({ scope })))).toEqual(['declaration.permitWhole']);
    const whole = aPermit({ permitFor: 'healthCare' });
    expect(rulesOf(await declare(worker, clientId, whole))).toEqual(['declaration.permitItemised']);
    const providers = 'Kaikkien hyvinvointialueiden järjestämä terveydenhuolto';
    await declared(worker, clientId, aPermit({ permitFor: 'healthCare', scope, providers }));
  });

  test('is given on request as the national documents of permits and of bans, aimed at controller, task or document', async () => {
    const clientId = await aClient(world, worker);
    const national = (which: string) => worker.call('GET', `${disclosuresAt(clientId)}/national/${which}`);
    expect(await national('ban')).toMatchObject({
      status: 404,
      json: { code: 'declaration.nothingDeclared' },
    });
    const permit = await declared(worker, clientId, aPermit());
    const documentId = await finished(worker, clientId);
    const unknown = { of: 'documents', documentIds: ['01KBN4PZ0000000000000000ZZ'] };
    expect(rulesOf(await declare(worker, clientId, aBan({ scope: unknown })))).toEqual([
      'declaration.documentKnown',
    ]);
    await declared(worker, clientId, aBan());
    await declared(worker, clientId, aBan({ scope: { of: 'serviceTasks', serviceTasks: ['childWelfare'] } }));
    await declared(worker, clientId, aBan({ scope: { of: 'documents', documentIds: [documentId] } }));
    expect((await national('ban')).json).toMatchObject({
      definition: expect.stringContaining('1505.9'),
      secrecy: { mark: 'secret' },
      content: {
        kieltoasiakirja: {
          asiakas: { sukunimi: expect.stringContaining('Keksitty') },
          rekisterinpitajaa_koskevat_luovutuskiellot: { rekisterinpitajaa_koskeva_luovutuskielto: [{}] },
          palvelutehtavaa_koskevat_luovutuskiellot: { palvelutehtavaa_koskeva_luovutuskielto: [{}] },
          asiakirjoja_koskevat_luovutuskiellot: {
            asiakirjaa_koskeva_luovutuskielto: [
              { asiakirja_jonka_luovutus_kielletaan: [{ oid_tunnus: { value: documentId } }] },
            ],
          },
        },
      },
    });
    const held = (holds: boolean) => ({
      content: { luovutuslupa_asiakirja: { voimassa_oleva_luovutuslupa: { luovutuslupa: holds } } },
    });
    expect((await national('permit')).json).toMatchObject(held(true));
    await withdraw(worker, clientId, permit);
    expect((await national('permit')).json).toMatchObject(held(false));
  });
});

describe('a minor’s ban toward a representative', () => {
  let county: World;
  let social: Worker;
  let officer: Worker;
  beforeAll(async () => {
    county = await worldOf(PROFILES.K);
    social = await county.worker('broadResponsibility');
    officer = await county.worker('dataProtectionOfficer', { unitIds: [], specialRights: ['readAccessLog'] });
  });

  test('closes prints, bundles and the extract of the log to that one alone, and not to a party; lifted, it holds nothing [K-11.6]', async () => {
    const { clientId, mother, father } = await minorWithCustodians(county, social);
    const documentId = await finished(social, clientId, aDraft());
    const print = (relationId: string, more = '') =>
      social.call('GET', `${printsAt(clientId)}/documents/${documentId}?givenTo=${relationId}${more}`);
    expect((await print(father)).status).toBe(200);
    const told = await forbid(social, clientId, aMinorsBan([father]));
    expect(told.json).toMatchObject({ state: 'inForce', version: 1 });
    expect(await print(father)).toMatchObject({ status: 403, json: { code: 'disclosure.minorsBan' } });
    expect((await print(mother)).status).toBe(200);
    expect((await print(father, '&asParty=true')).status).toBe(200);

    const bundle = (givenTo: object) =>
      social.call('POST', `${printsAt(clientId)}/bundle`, { body: { documentIds: [documentId], givenTo } });
    const asGuardian = { recipient: 'representative', purpose: 'authorityTask', provision: '703/2023 50 §' };
    expect(await bundle(asGuardian)).toMatchObject({ json: { code: 'disclosure.representativeUnnamed' } });
    expect(await bundle({ ...asGuardian, relationId: father })).toMatchObject({ status: 403 });
    expect((await bundle({ ...asGuardian, relationId: mother })).status).toBe(200);

    const at = `/v1/log-requests/clients/${clientId}/requests`;
    const extract = async (relationId?: string) => {
      const asker = {
        asker: 'guardianOfMinor',
        identity: 'identityDocument',
        rightToAct: 'Huoltajuus tarkistettu.',
        relationId,
      };
      const body = { receivedOn: '2026-11-24', channel: 'letter', ...asker };
      const { json } = await officer.call('POST', at, { body });
      const one = `${at}/${String(json['requestId'])}`;
      await officer.call('POST', `${one}/answer`, { body: { outcome: 'given' }, version: 1 });
      return [
        (await officer.call('GET', `${one}/extract`)).status,
        (await officer.call('GET', `${one}/letter`)).status,
      ];
    };
    expect(await extract(father)).toEqual([403, 403]);
    expect(await extract()).toEqual([409, 409]);
    expect(await extract(mother)).toEqual([200, 200]);

    const disclosed = (await linesOf(county.services)).flatMap(({ disclosure }) => disclosure ?? []);
    expect(disclosed).toContainEqual({
      on: '2026-11-24',
      client: clientId,
      recipient: { kind: 'representative', reference: father },
      purpose: 'rightsOfClient',
      ground: { kind: 'provision', provision: '703/2023 50 §' },
    });
    expect(disclosed).toContainEqual(
      expect.objectContaining({
        recipient: { kind: 'representative', reference: father },
        purpose: 'partyAccess',
        ground: { kind: 'provision', provision: '621/1999 11 §' },
      }),
    );
    const lift = `${disclosuresAt(clientId)}/minors-bans/${String(told.json['banId'])}/lift`;
    expect((await social.call('POST', lift, { body: { because: 'minorAsked' }, version: 1 })).status).toBe(
      200,
    );
    expect((await print(father)).status).toBe(200);
    expect((await social.call('POST', lift, { body: { because: 'minorAsked' }, version: 2 })).status).toBe(
      409,
    );
  });

  test('is judged: without a weighty reason or clearly against the minor’s interest it has no effect, and the grounds are recorded [K-11.5]', async () => {
    const { clientId, father } = await minorWithCustodians(county, social);
    const judged = { capable: true, weightyReason: true, againstInterest: true };
    expect(rulesOf(await forbid(social, clientId, aMinorsBan([father], { judged })))).toEqual([
      'declaration.denialGrounded',
    ]);
    const grounds = 'Huoltajan on tiedettävä lapsen terveyttä vaarantavasta tilanteesta.';
    const told = await forbid(social, clientId, aMinorsBan([father], { judged, grounds }));
    expect(told.json).toMatchObject({ state: 'denied' });
    const documentId = await finished(social, clientId);
    const path = `${printsAt(clientId)}/documents/${documentId}?givenTo=${father}`;
    expect((await social.call('GET', path)).status).toBe(200);
    const { json } = await social.call('GET', `${disclosuresAt(clientId)}/declarations`);
    expect(json).toMatchObject({ minorsBans: [{ state: 'denied', judged, content: { grounds } }] });
    const adult = await aClient(county, social);
    const relation = await related(social, adult, 'Liisa', { roles: ['sibling'] });
    expect(rulesOf(await forbid(social, adult, aMinorsBan([relation])))).toEqual(['declaration.banByMinor']);
  });
});
