import { describe, expect, test } from 'vitest';
import { changeSettings, choose, OWN, ownOf, PROFILES, SETTINGS, worldOf } from '../support/controllers.ts';
import { testWorld } from '../support/world.ts';

/** What five controllers promise of their registers: purpose, ground and the systems they are kept in. */

describe('the ground of a register', () => {
  const law = (number: string, parts: string | null = null) => expect.objectContaining({ number, parts });
  const named = (name: string) => expect.objectContaining({ name });

  test('stands with its purpose: in Uusikaupunki a task of the law or of self-government [U-4.43]', async () => {
    expect(await ownOf(PROFILES.U)).toMatchObject({
      office: {
        registers: [
          {
            purpose: 'Sosiaalityö; käyttötarkoitus perustuu asiakassuhteeseen',
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
      return changeSettings(world, mainUser, { registers });
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
    expect((await changeSettings(world, mainUser, { registers })).status).toBe(200);
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
