import { describe, expect, test } from 'vitest';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { type OfficeContact, officeOf } from '../../shared/domain/controllers/settings/terms.ts';
import { OWN, ownOf, PROFILES, reached, worldOf } from '../support/controllers.ts';
import type { Worker } from '../support/world.ts';

/** What five controllers promise of themselves and of whom to turn to: read by any worker. */

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
