import { expect, test } from 'vitest';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { changeSettings, OWN, PROFILES, worldOf } from '../support/controllers.ts';
import { done } from '../support/matters.ts';
import { publicPage, publishedNotice } from '../support/notices.ts';
import type { World } from '../support/world.ts';

/** What guides the handling and the disclosure of data, and where a client finds more: said to workers and in the notice. */

const pageOf = async (world: World): Promise<string> => (await publicPage(world, 'KEUSOTE')).body ?? '';

test.each([
  ['Huittinen', PROFILES.H, 'Arkistonmuodostussuunnitelma', 'Tietoturva- ja tietosuojaohjeistus'],
  ['Keski-Uusimaa', PROFILES.K, 'Arkistointisuunnitelma', 'Tietosuojaohjeistus'],
])(
  'in %s keeping and destroying follow a plan and instructions: every worker reads them, records management sees the plan beside the periods, and the notice names them [H-11.1, K-13.9]',
  async (_, profile: ControllerSettings, plan, name) => {
    const world = await worldOf(profile);
    const [writer, officer] = [await world.worker('mainUser'), await world.worker('dataProtectionOfficer')];
    const worker = await world.worker('implementing');
    const office = async () => (await worker.call('GET', OWN)).json['office'];
    expect(await office()).toMatchObject({
      plans: expect.arrayContaining([plan]),
      instructions: [{ name, text: null }],
    });
    const given = {
      name,
      text: 'Paperit viedään lukittuun arkistoon.',
      link: 'https://intra.example.fi/ohje',
    };
    const { retention } = profile;
    done(await changeSettings(world, writer, { retention: { ...retention, instructions: [given] } }));
    expect(await office()).toMatchObject({ instructions: [given] });
    const archivist = await world.worker('archive');
    expect((await archivist.call('GET', '/v1/retention/rules')).json).toMatchObject({
      planSources: expect.arrayContaining([plan]),
    });
    await publishedNotice(writer, officer);
    const page = await pageOf(world);
    expect(page).toContain(plan);
    expect(page).toContain(`rekisterinpitäjän ohjeet: ${name}.`);
    // What is written for workers stays with them.
    expect(page).not.toContain('lukittuun arkistoon');
  },
);

test('the form of Huittinen says that data are disclosed regularly, and has a place for what guides disclosures, empty until something is written [H-13.1, H-13.6]', async () => {
  const world = await worldOf(PROFILES.H);
  const [writer, other] = [await world.worker('mainUser'), await world.worker('mainUser')];
  await publishedNotice(writer, other);
  expect(await pageOf(world)).toContain('Tietojen säännönmukainen luovutus: kyllä.');
  expect(await pageOf(world)).not.toContain('Luovutuksia ohjaava');
  const guidance = ['Laki 703/2023', 'Perusturvalautakunnan ohje'];
  const disclosure = { ...PROFILES.H.disclosure, guidance };
  done(await changeSettings(world, writer, { disclosure }));
  await publishedNotice(writer, other);
  expect(await pageOf(world)).toContain(
    'Luovutuksia ohjaava lainsäädäntö ja määräykset: Laki 703/2023; Perusturvalautakunnan ohje.',
  );
  done(await changeSettings(world, writer, { disclosure: { ...disclosure, regular: 'no' } }));
  await publishedNotice(writer, other);
  expect(await pageOf(world)).toContain('Tietojen säännönmukainen luovutus: ei.');
});

test('the notice of Keski-Uusimaa says on what ground special categories are processed, as every worker can tell, and has links to more information and to the forms [K-6.11, K-14.12]', async () => {
  const world = await worldOf(PROFILES.K);
  const writer = await world.worker('mainUser');
  const FORMS = 'https://sointu.example.fi/public/privacy-notices/KEUSOTE/forms/inspection';
  const notice = { ...PROFILES.K.notice, requestForms: FORMS };
  done(await changeSettings(world, writer, { notice }));
  await publishedNotice(writer, await world.worker('mainUser'));
  const page = await pageOf(world);
  expect(page).toContain('Erityisiä henkilötietoryhmiä käsitellään seuraavalla perusteella: 9 artiklan 1 h.');
  expect(page).toContain(`Pyyntölomakkeet: <a href="${FORMS}">${FORMS}</a>`);
  expect(page).toContain('<a href="http://www.tietosuoja.fi">');
  // There stands a form that is there for everybody.
  const form = await publicPage(world, 'KEUSOTE/forms/inspection');
  expect(form).toMatchObject({ status: 200 });
  expect(form.body).toContain('Henkilötietojen tarkastuspyyntö');
  const worker = await world.worker('implementing');
  expect((await worker.call('GET', OWN)).json).toMatchObject({
    office: { registers: [{ specialCategoryGround: '9 artiklan 1 h' }] },
  });
});
