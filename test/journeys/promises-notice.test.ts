import { describe, expect, test } from 'vitest';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { OWN, ownOf, PROFILES, reached, SETTINGS, worldOf } from '../support/controllers.ts';
import { linesOf } from '../support/dump.ts';

/** What the privacy notice of each controller is to print, and is held already. */

describe('what the notice is to print is held', () => {
  const lawsOf = async (settings: ControllerSettings, numbers: string[]) =>
    expect(await ownOf(settings)).toMatchObject({
      office: {
        registers: [
          { laws: expect.arrayContaining(numbers.map((number) => expect.objectContaining({ number }))) },
        ],
      },
    });
  const settingsOf = async (settings: ControllerSettings) => {
    const world = await worldOf(settings);
    const officer = await world.worker('dataProtectionOfficer');
    return (await officer.call('GET', SETTINGS)).json;
  };

  test('of Uusikaupunki: board, address and phones, the officer’s contacts and the register’s name [U-1.1, U-1.2, U-2.2, U-3.1]', async () => {
    const dpo = reached('Tietosuojavastaava', { address: 'PL 20', email: 'tietosuoja@example.fi' });
    const world = await worldOf({ ...PROFILES.U, controller: { ...PROFILES.U.controller, dpo } });
    const mainUser = await world.worker('mainUser');
    const body = {
      name: { fi: 'Uudenkaupungin kaupunki' },
      address: 'Keksitty katu 5',
      email: 'kirjaamo@example.fi',
      phones: [{ number: '02 000 0003', hours: 'virka-aikana' }],
    };
    await mainUser.call('PUT', OWN, { body, version: 1 });
    expect((await mainUser.call('GET', OWN)).json).toMatchObject({
      controller: body,
      office: {
        body: 'Sosiaalilautakunta',
        dpo,
        registers: [{ name: 'Sosiaalityöjärjestelmän rekisteri (Pro Consona)' }],
      },
    });
  });

  test('of Keski-Uusimaa: the officer’s name and e-mail [K-4.1]', async () => {
    const dpo = reached('Tietosuojavastaava', { email: 'tietosuoja@example.fi' });
    expect(await ownOf({ ...PROFILES.K, controller: { ...PROFILES.K.controller, dpo } })).toMatchObject({
      office: { dpo },
    });
  });

  test('of three controllers: their laws by number, as each writes them [J-1.3, H-6.5, K-5.24]', async () => {
    await lawsOf(PROFILES.J, [
      '301/2014',
      '417/2007',
      '263/2015',
      '1412/1997',
      '812/2000',
      '2007/159, 1227/2010',
    ]);
    await lawsOf(PROFILES.H, [
      '2016/679',
      '621/1999',
      '1301/2014',
      '812/2000',
      '159/2007',
      '189/2001',
      '254/2015',
    ]);
    await lawsOf(PROFILES.K, ['731/1999', '812/2000', '434/2003', '661/2009', '831/1994', '785/1992']);
  });

  test('of Loimaa: the place of the notice, an annex of the plan of self-monitoring [L-3.4]', async () => {
    expect(await settingsOf(PROFILES.L)).toMatchObject({
      settings: { notice: { location: 'Omavalvontasuunnitelman liite' } },
    });
  });

  test('of Loimaa and Uusikaupunki: the parts of the system, and where it is hosted [L-3.1, L-9.16, U-4.2]', async () => {
    expect(await settingsOf(PROFILES.L)).toMatchObject({
      settings: {
        registers: [{ modules: ['socialAssistance', 'childWelfare', 'clientFunds', 'adultAndFamilyWork'] }],
        hosting: { place: expect.stringContaining('laitesali') },
      },
    });
    expect(await settingsOf(PROFILES.U)).toMatchObject({
      settings: {
        registers: [{ modules: ['adultAndFamilyWork', 'childWelfare', 'childWelfareSupervisor', 'booking'] }],
      },
    });
  });

  test('of Keski-Uusimaa: that the equipment stands in premises closed to outsiders [K-13.12]', async () => {
    expect(await settingsOf(PROFILES.K)).toMatchObject({
      settings: { hosting: { place: 'Sivullisilta suljetut tilat' } },
    });
  });

  test('of Keski-Uusimaa: the pages that tell more of data protection, and the supervisory authority [K-7.1, K-15.5, K-17.2]', async () => {
    expect(await settingsOf(PROFILES.K)).toMatchObject({
      settings: {
        notice: {
          links: ['http://www.tietosuoja.fi', 'https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle'],
          supervisorContact: { title: 'Tietosuojavaltuutetun toimisto', phone: '029 566 6700' },
        },
      },
    });
  });

  test('of Keski-Uusimaa: the card first, then the password, each sign-in in the log with its way [K-13.15]', async () => {
    const world = await worldOf(PROFILES.K);
    const officer = await world.worker('dataProtectionOfficer');
    expect((await officer.call('GET', SETTINGS)).json).toMatchObject({
      settings: { auth: { methods: ['card', 'password'] } },
    });
    const line = (await linesOf(world.services)).find(({ eventName }) => eventName === 'SettingsRead');
    expect(line?.userIdentity).toMatchObject({
      userId: officer.userId,
      authenticationMethod: expect.stringMatching(/^\S+$/),
    });
  });

  test('of Huittinen: that a page on the web tells of the client’s rights [H-16.1]', async () => {
    expect(await settingsOf(PROFILES.H)).toMatchObject({
      settings: { dataSubjectRequests: { addressee: 'webPage' } },
    });
  });
});
