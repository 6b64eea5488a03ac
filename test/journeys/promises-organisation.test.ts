import { describe, expect, test } from 'vitest';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { type OfficeContact, officeOf } from '../../shared/domain/controllers/settings/terms.ts';
import { choose, PROFILES, worldOf } from '../support/controllers.ts';
import { testWorld, type Worker } from '../support/world.ts';

/** What five controllers promise of themselves, their registers and whom to turn to: read by any worker. */

const OWN = '/v1/controllers/own';
const SETTINGS = '/v1/controllers/settings';

/** An invented person in an office. */
const reached = (title: string, more: Partial<OfficeContact> = {}): OfficeContact => ({
  ...officeOf(title),
  name: 'Keksitty Nimi',
  phone: '02 000 0000',
  ...more,
});

/** What a worker of a controller with these settings reads of the own controller. */
async function ownOf(settings: ControllerSettings): Promise<Record<string, unknown>> {
  const world = await worldOf(settings);
  const worker = await world.worker('implementing');
  return (await worker.call('GET', OWN)).json;
}
/** The settings of a profile, with other contacts of its only register. */
function withContacts(
  settings: ControllerSettings,
  contacts: { responsible?: OfficeContact; contacts?: OfficeContact[] },
): ControllerSettings {
  return { ...settings, registers: settings.registers.map((register) => ({ ...register, ...contacts })) };
}

describe('the record of a controller', () => {
  const recorded = async (settings: ControllerSettings, body: object): Promise<Worker> => {
    const world = await worldOf(settings);
    const mainUser = await world.worker('mainUser');
    expect(await mainUser.call('PUT', OWN, { body, version: 1 })).toMatchObject({ status: 200 });
    return world.worker('implementing');
  };

  test('of Loimaa holds the city and its committee, a postal box, an e-mail and phones with hours [L-1.1]', async () => {
    const body = {
      name: { fi: 'Loimaan kaupunki' },
      address: 'PL 9, 32201 Loimaa',
      email: 'kirjaamo@example.fi',
      phones: [{ number: '02 000 0000', hours: 'ma–pe 9–15' }],
    };
    const worker = await recorded(PROFILES.L, body);
    expect((await worker.call('GET', OWN)).json).toMatchObject({
      controller: body,
      office: { kind: 'municipality', body: 'Hyvinvointivaliokunta' },
    });
  });

  test('of Joutsa holds the municipality, its board that decides of the register, and the address [J-0.2, J-10.1]', async () => {
    const body = { name: { fi: 'Joutsan kunta' }, address: 'Keksitty tie 2', phones: [] };
    const worker = await recorded(PROFILES.J, body);
    expect((await worker.call('GET', OWN)).json).toMatchObject({
      controller: body,
      office: { kind: 'municipality', body: 'Perusturvalautakunta', municipalities: ['172'] },
    });
  });

  test('of Huittinen holds the board, the address and the phone of the switchboard [H-2.1]', async () => {
    const body = {
      name: { fi: 'Huittisten kaupunki' },
      address: 'Keksitty katu 3',
      phones: [{ number: '02 000 0001' }],
    };
    const worker = await recorded(PROFILES.H, body);
    expect((await worker.call('GET', OWN)).json).toMatchObject({
      controller: body,
      office: { body: 'Perusturvalautakunta' },
    });
  });

  test('of Keski-Uusimaa is that of a joint authority of six municipalities with one register [K-2.1, K-1.1]', async () => {
    const body = {
      name: { fi: 'Keski-Uusimaan sote-kuntayhtymä' },
      address: 'Keksitty katu 4, PL 46',
      email: 'kirjaamo@example.fi',
      phones: [],
    };
    const worker = await recorded(PROFILES.K, body);
    const { json } = await worker.call('GET', OWN);
    expect(json).toMatchObject({
      controller: body,
      office: {
        kind: 'jointMunicipalAuthority',
        municipalities: ['106', '186', '505', '543', '611', '858'],
        registers: [{ name: 'Sosiaalihuollon asiakasrekisteri' }],
      },
    });
    expect(json['office']).toHaveProperty('registers.length', 1);
  });
});

describe('whom to turn to', () => {
  test('in Uusikaupunki is six persons with title, name and phone, one of them the data protection officer too [U-2.1, U-2.3]', async () => {
    const [register] = PROFILES.U.registers;
    const contacts = (register?.contacts ?? []).map(({ title, area }) =>
      reached(title, {
        area,
        name: title === 'Arkistonhoitaja' ? 'Keksitty Hallintosihteeri' : `Keksitty ${title}`,
      }),
    );
    const dpo = reached('Tietosuojavastaava', { name: 'Keksitty Hallintosihteeri' });
    const settings = withContacts(PROFILES.U, { contacts });
    const own = await ownOf({ ...settings, controller: { ...settings.controller, dpo } });
    expect(own).toMatchObject({ office: { dpo, registers: [{ contacts }] } });
    expect(contacts.map(({ title }) => title)).toEqual([
      'Sosiaalityön johtaja',
      'Sosiaali- ja terveysjohtaja',
      'Arkistonhoitaja',
      'Vammaispalveluohjaaja',
      'Sosiaalityöntekijä-lastenvalvoja',
      'Palveluyksikön esimies',
    ]);
  });

  test('in Joutsa is a pattern of e-mail addresses, the officer by name and phone, and the clerk who answers for the system [J-0.3, J-0.4, J-0.5]', async () => {
    const clerk = reached('Kanslisti, järjestelmän vastuukäyttäjä');
    const dpo = reached('Tietosuojavastaava');
    const contacts = [...(PROFILES.J.registers[0]?.contacts.slice(0, 1) ?? []), clerk];
    const settings = withContacts(PROFILES.J, { contacts });
    expect(await ownOf({ ...settings, controller: { ...settings.controller, dpo } })).toMatchObject({
      office: {
        dpo,
        registers: [{ contacts: [{ name: null, email: 'etunimi.sukunimi@joutsa.fi' }, clerk] }],
      },
    });
  });

  test('in Loimaa is an office by its title, without a name, with address and phone [L-2.1]', async () => {
    const contact = {
      ...officeOf('Sosiaali- ja terveysjohtaja'),
      address: 'Keksitty katu 1',
      phone: '02 000 0000',
    };
    expect(await ownOf(withContacts(PROFILES.L, { contacts: [contact] }))).toMatchObject({
      office: { dpo: null, registers: [{ contacts: [contact] }] },
    });
  });

  test('in Huittinen is the officeholder who answers for the register, and its contact person [H-3.1, H-4.1]', async () => {
    const responsible = reached('Perusturvajohtaja');
    const contacts = [reached('Sosiaalityönjohtaja', { phone: '02 000 0000, 040 000 0000' })];
    expect(await ownOf(withContacts(PROFILES.H, { responsible, contacts }))).toMatchObject({
      office: { registers: [{ responsible, contacts }] },
    });
  });

  test('in Keski-Uusimaa is the controller’s representative, and titles for each area of service [K-3.1, K-3.2]', async () => {
    const responsible = reached('Rekisterinpitäjän edustaja', { email: 'edustaja@example.fi' });
    const own = await ownOf(withContacts(PROFILES.K, { responsible }));
    const titled = (title: string, area: string) => expect.objectContaining({ title, area, name: null });
    expect(own).toMatchObject({
      office: {
        registers: [
          {
            responsible,
            contacts: expect.arrayContaining([
              titled('Johtava asiantuntija', 'Aikuisten sosiaalipalvelut ja työhön kuntoutus'),
              titled('Koordinoiva esimies', 'Perheneuvola, nuorisoasema ja perheoikeudellinen yksikkö'),
              titled('Yhteyshenkilö', 'Lastensuojelun avohuollon palvelut'),
              titled('Yhteyshenkilö', 'Lastensuojelun sijaishuollon palvelut'),
              titled('Yhteyshenkilö', 'Mielenterveys- ja päihdepalvelut'),
              titled('Yhteyshenkilö', 'Vammaispalvelut ja kehitysvammapalvelut'),
              titled('Yhteyshenkilö', 'Ikäihmisten palvelut, kotona asumista tukevat palvelut'),
              titled('Yhteyshenkilö', 'Asiakasohjaus'),
              titled('Esimies', 'Sosiaali- ja kriisipäivystys'),
            ]),
          },
        ],
      },
    });
  });
});

describe('the ground of a register', () => {
  const law = (number: string, parts: string | null = null) => expect.objectContaining({ number, parts });
  const named = (name: string) => expect.objectContaining({ name });

  test('stands with its purpose: in Uusikaupunki a task of the law or of self-government [U-4.43]', async () => {
    expect(await ownOf(PROFILES.U)).toMatchObject({
      office: {
        registers: [
          {
            purpose: 'Käyttötarkoitus perustuu asiakassuhteeseen',
            legalBases: ['legalObligation', 'municipalSelfGovernment'],
          },
        ],
      },
    });
  });

  test('in Joutsa is the client relationship, and the regulation and act on data protection [J-1.1, J-1.2]', async () => {
    expect(await ownOf(PROFILES.J)).toMatchObject({
      office: {
        registers: [
          {
            legalBases: ['clientRelationship', 'legalObligation'],
            laws: expect.arrayContaining([named('Tietosuoja-asetus ja -laki')]),
          },
        ],
      },
    });
  });

  test('in Loimaa is statutory, by three acts, the first with its sections as the notice writes them [L-0.2, L-4.8, L-4.9]', async () => {
    expect(await ownOf(PROFILES.L)).toMatchObject({
      office: {
        registers: [
          {
            legalBases: ['legalObligation'],
            laws: [
              { name: 'Henkilötietolaki', number: '523/1999', parts: '10 ja 24 §' },
              { name: 'Sosiaalihuoltolaki' },
              { name: 'Laki sosiaali- ja terveydenhuollon asiakasmaksuista' },
            ],
          },
        ],
      },
    });
  });

  test('in Huittinen is chosen from a closed list: a statutory obligation, and consent [H-5.1, H-6.1, H-6.2]', async () => {
    const world = await worldOf(PROFILES.H);
    const mainUser = await world.worker('mainUser');
    expect((await mainUser.call('GET', OWN)).json).toMatchObject({
      office: {
        registers: [
          {
            purpose: 'Sosiaalihuoltolain mukaisten palvelujen järjestäminen ja toteuttaminen',
            legalBases: ['legalObligation', 'consent'],
          },
        ],
      },
    });
    const choosing = (legalBases: string[]) => {
      const registers = PROFILES.H.registers.map((register) => ({ ...register, legalBases }));
      return mainUser.call('PATCH', SETTINGS, { body: { settings: { registers } }, version: 1 });
    };
    expect((await choosing(['because'])).status).toBe(400);
    expect((await choosing([])).status).toBe(400);
    expect((await choosing(['publicAuthority', 'legalObligation', 'consent', 'contract'])).status).toBe(200);
  });

  test('in Keski-Uusimaa is a statutory obligation and public authority, by laws with their chapters [K-5.1, K-5.2, K-5.23, K-13.23]', async () => {
    expect(await ownOf(PROFILES.K)).toMatchObject({
      office: {
        registers: [
          {
            purpose: expect.stringMatching(
              /järjestäminen, suunnittelu, toteutus, tilastointi ja raportointi$/,
            ),
            legalBases: ['legalObligation', 'publicAuthority'],
            laws: expect.arrayContaining([
              law('254/2015', '22 §'),
              law('621/1999', '5–6 luku'),
              law('1030/1999', '1–2 luku'),
              law('2016/679'),
              law('2018/1050'),
              law('306/2019'),
            ]),
          },
        ],
      },
    });
  });

  test('and its kind, authority activity or a voluntary task, are the controller’s choice [H-6.3]', async () => {
    const world = await worldOf(PROFILES.H);
    const mainUser = await world.worker('mainUser');
    const kindIs = async (kind: string) =>
      expect((await mainUser.call('GET', SETTINGS)).json).toMatchObject({
        settings: { registers: [{ kind }] },
      });
    await kindIs('authorityActivity');
    const registers = PROFILES.H.registers.map((register) => ({ ...register, kind: 'voluntaryTask' }));
    await mainUser.call('PATCH', SETTINGS, { body: { settings: { registers } }, version: 1 });
    await kindIs('voluntaryTask');
  });
});

describe('where a register is kept', () => {
  const system = (name: string, municipalities: string[]) =>
    expect.objectContaining({ system: name, municipalities });

  test('in Huittinen is told by system, by whether there is paper and by whether others process it [H-8.1, H-8.3, H-9.1, H-12.1]', async () => {
    expect(await ownOf(PROFILES.H)).toMatchObject({
      office: {
        systems: expect.arrayContaining([system('Pro Consona', ['102']), system('Pegasos', ['102'])]),
        manualMaterial: true,
        outsourced: true,
      },
    });
  });

  test('in Keski-Uusimaa is told by system and municipality [K-13.1, K-13.3, K-13.4, K-13.5, K-13.6]', async () => {
    expect(await ownOf(PROFILES.K)).toMatchObject({
      office: {
        systems: expect.arrayContaining([
          system('Pro Consona', ['505', '611', '186', '858']),
          system('Nappula', []),
          system('Pegasos', ['186', '505', '611', '106']),
          system('Graafinen FinStar', ['858']),
          system('SosiaaliEffica', ['106', '543']),
        ]),
      },
    });
  });

  test('and the systems of case management and e-services are named beside them [K-13.7, K-13.8]', async () => {
    expect(await ownOf(PROFILES.K)).toMatchObject({
      office: {
        systems: expect.arrayContaining([
          system('CaseM asianhallintajärjestelmä', []),
          system('CaseM sähköinen asiointi', []),
        ]),
      },
    });
  });

  test('another controller’s choices are never shown', async () => {
    const world = await testWorld();
    await choose(world, world.controller, PROFILES.K);
    await choose(world, world.otherController, PROFILES.L);
    const worker = await world.worker('implementing', { controller: world.otherController });
    const told = await worker.call('GET', OWN);
    expect(told.json).toMatchObject({ office: { body: 'Hyvinvointivaliokunta', municipalities: ['430'] } });
    expect(told.body).not.toContain('Nappula');
  });
});

test('in Loimaa the notice’s place is stored: an annex of the plan of self-monitoring [L-3.4]', async () => {
  const world = await worldOf(PROFILES.L);
  const officer = await world.worker('dataProtectionOfficer');
  expect((await officer.call('GET', SETTINGS)).json).toMatchObject({
    settings: { notice: { location: 'Omavalvontasuunnitelman liite' } },
  });
});
