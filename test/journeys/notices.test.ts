import { expect, test } from 'vitest';
import { changeSettings, OWN, PROFILES, reached, worldOf } from '../support/controllers.ts';
import { linesOf } from '../support/dump.ts';
import { act, draftBy, publicPage, publishedNotice } from '../support/notices.ts';

const RECORD = {
  name: { fi: 'Uudenkaupungin kaupunki', sv: 'Nystads stad' },
  address: 'Keksitty katu 5',
  email: 'kirjaamo@example.fi',
  phones: [{ number: '02 000 0003', hours: 'virka-aikana' }],
};

test('the notice of Loimaa is written, approved, and at its public address for everybody, with each step and its day [L-0.1, L-3.3, L-12.2]', async () => {
  const world = await worldOf(PROFILES.L);
  const [writer, board] = [await world.worker('mainUser'), await world.worker('management')];
  expect((await publicPage(world, 'KEUSOTE')).status).toBe(404);
  const path = await draftBy(writer);
  // Nothing is published on one pair of eyes, nor out of turn.
  expect((await act(writer, path, 'publish')).json).toMatchObject({ code: 'notice.notInState' });
  expect((await act(board, path, 'sign', { step: 'approver' })).json).toMatchObject({
    code: 'notice.wrongStep',
  });
  expect((await act(writer, path, 'sign', { step: 'author' })).json).toMatchObject({ state: 'draft' });
  expect((await act(writer, path, 'sign', { step: 'approver' })).json).toMatchObject({
    code: 'notice.ownText',
  });
  world.clock.advance(24 * 60);
  expect((await act(board, path, 'sign', { step: 'approver' })).json).toMatchObject({ state: 'approved' });
  expect((await publicPage(world, 'KEUSOTE')).status).toBe(404);
  expect((await act(writer, path, 'publish')).json).toMatchObject({ state: 'published' });

  const page = await publicPage(world, 'KEUSOTE');
  expect(page).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=300' },
  });
  expect(page.body).toContain('<html lang="fi">');
  expect(page.body).not.toContain('SALASSA');
  expect(page.body).toMatch(/Laatija<\/dt><dd><p>Tietoturvatyöryhmä, 24\.11\.2026/);
  expect(page.body).toMatch(/Hyväksyjä<\/dt><dd><p>Sote-johtoryhmä, 25\.11\.2026/);
  expect(page.body).toContain('Loimaan kaupungin kotisivut; Järjestelmää käyttävän työntekijän työpiste');
  expect(page.body).toContain('<a href="https://www.loimaa.fi">https://www.loimaa.fi</a>');
  // A worker reads it at the own workplace; its lines stand on the log, those of strangers do not.
  const anybody = await world.worker('implementing');
  expect((await anybody.call('GET', path)).json).toMatchObject({ notice: { state: 'published', number: 1 } });
  expect(await anybody.call('GET', `${path}/print?language=sv`)).toMatchObject({ status: 200 });
  const names = (await linesOf(world.services)).map(({ eventName }) => eventName);
  expect(names).toEqual(
    expect.arrayContaining(['NoticeDrafted', 'NoticeSigned', 'NoticePublished', 'NoticePrinted']),
  );

  // A later one is an update, with the steps of updates; the page changes only when it is published.
  await changeSettings(world, writer, {
    invoicing: { enabled: false },
    notice: { ...PROFILES.L.notice, location: 'Kirjasto' },
  });
  expect((await anybody.call('GET', '/v1/notices')).json).toMatchObject({ behind: true });
  const update = await draftBy(writer);
  expect((await act(writer, update, 'sign', { step: 'author' })).json).toMatchObject({
    code: 'notice.wrongStep',
  });
  await act(writer, update, 'sign', { step: 'updater' });
  await act(board, update, 'sign', { step: 'updateApprover' });
  expect((await publicPage(world, 'KEUSOTE')).body).not.toContain('Kirjasto');
  await act(writer, update, 'publish');
  expect((await publicPage(world, 'KEUSOTE')).body).toContain('Asiakirjan sijainti: Kirjasto.');
  expect((await anybody.call('GET', '/v1/notices')).json).toMatchObject({
    behind: false,
    notices: [
      { number: 2, state: 'published', steps: [{ step: 'updater' }, { step: 'updateApprover' }] },
      { number: 1, state: 'replaced' },
    ],
  });
});

test('the notice of Uusikaupunki names its board, its addresses and its register, and the officer [U-1.1, U-1.2, U-3.1]', async () => {
  const dpo = reached('Tietosuojavastaava', { address: 'PL 20', email: 'tietosuoja@example.fi' });
  const world = await worldOf({ ...PROFILES.U, controller: { ...PROFILES.U.controller, dpo } });
  const [writer, other] = [await world.worker('mainUser'), await world.worker('dataProtectionOfficer')];
  await writer.call('PUT', OWN, { body: RECORD, version: 1 });
  await publishedNotice(writer, other);
  const swedish = await publicPage(world, 'KEUSOTE?language=sv');
  expect(swedish.body).toContain('<div class="authority"><p>Nystads stad</p>');
  expect(swedish.body).not.toContain('Uudenkaupungin');
  expect(swedish.body).toContain('Dataombudsmannens byrå, PB 800, 00531 Helsingfors');
  expect(swedish.body).toContain('Upprättare</dt><dd><p>Den personuppgiftsansvariga, 24.11.2026');
  const { body = '' } = await publicPage(world, 'KEUSOTE');
  for (const said of [
    'Uudenkaupungin kaupunki',
    'Sosiaalilautakunta',
    'Keksitty katu 5, 02 000 0003 (virka-aikana)',
    '<a href="mailto:kirjaamo@example.fi">kirjaamo@example.fi</a>',
    'Sosiaalityöjärjestelmän rekisteri (Pro Consona)',
    'Tietosuojavastaava, Keksitty Nimi, PL 20, 02 000 0000',
    '<a href="mailto:tietosuoja@example.fi">',
    'Rekisteröidyllä on oikeus tehdä valitus valvontaviranomaiselle',
  ]) {
    expect(body).toContain(said);
  }
});

test('the notice of Keski-Uusimaa prints its officer, its laws, the links and the authority to complain to [K-4.1, K-5.24, K-7.1, K-15.7, K-16.1]', async () => {
  const dpo = reached('Tietosuojavastaava', { email: 'tietosuoja@example.fi' });
  const world = await worldOf({ ...PROFILES.K, controller: { ...PROFILES.K.controller, dpo } });
  await publishedNotice(await world.worker('mainUser'), await world.worker('mainUser'));
  const { body = '' } = await publicPage(world, 'KEUSOTE');
  for (const said of [
    'Tietosuojavastaava, Keksitty Nimi, 02 000 0000, <a href="mailto:tietosuoja@example.fi">',
    'Suomen perustuslain yksityiselämän suojaa koskeva säännös (731/1999)',
    'Arkistolaki (831/1994)',
    '<a href="http://www.tietosuoja.fi">http://www.tietosuoja.fi</a>',
    '<a href="https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle">',
    'erityisesti siinä jäsenvaltiossa, jossa hänen vakinainen asuinpaikkansa tai työpaikkansa on',
  ]) {
    expect(body).toContain(said);
  }
});

test('the same says where to complain, with a link to instructions, and how the Ombudsman is reached [K-15.5, K-17.1, K-17.2]', async () => {
  const world = await worldOf(PROFILES.K);
  await publishedNotice(await world.worker('mainUser'), await world.worker('mainUser'));
  const { body = '' } = await publicPage(world, 'KEUSOTE');
  expect(body).toContain('oikeus tehdä valitus valvontaviranomaiselle');
  expect(body).toContain('https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle');
  expect(body).toContain('Lintulahdenkuja 4, 00530 Helsinki, 029 566 6700');
  expect(body).toContain('http://www.tietosuoja.fi');
});

test('the form of Huittinen: the fields of its register with what is ticked, its laws, and where rights are told [H-0.1, H-6.5, H-16.1]', async () => {
  const world = await worldOf(PROFILES.H);
  await publishedNotice(await world.worker('mainUser'), await world.worker('mainUser'));
  const { body = '' } = await publicPage(world, 'KEUSOTE');
  for (const said of [
    'Sosiaalihuoltolain mukaisten palvelujen asiakasrekisteri',
    'Perusturvalautakunta',
    'Rekisteristä vastaa: Perusturvajohtaja',
    'Sosiaalityönjohtaja',
    'lakisääteinen velvoite',
    'viranomaistoiminnan rekisteri',
    'automaattisia päätöksiä ei tehdä',
    'Laki kuntouttavasta työtoiminnasta (189/2001)',
    'Asiakkaasta tallennetaan',
    'Pegasos (rekisterin ylläpitojärjestelmä)',
    'Rekisterissä on paperiaineistoa',
    'Väestörekisterikeskus (tietoja saadaan)',
    'Palveluntuottajat käsittelevät tietoja',
    'Aktivointisuunnitelman laatimiseen osallistuvat',
    'ei siirretä EU:n tai ETA:n ulkopuolelle',
    'Arkistonmuodostussuunnitelma',
    'Ohjeet oikeuksien käyttämisestä ovat rekisterinpitäjän verkkosivulla',
  ]) {
    expect(body).toContain(said);
  }
});

test('in Joutsa nobody but the officer publishes, by the board’s decision that the notice names [J-0.1, J-8.1, J-10.2]', async () => {
  const world = await worldOf(PROFILES.J);
  const [mainUser, officer] = [await world.worker('mainUser'), await world.worker('dataProtectionOfficer')];
  const path = await draftBy(mainUser);
  await act(mainUser, path, 'sign', { step: 'author' });
  await act(officer, path, 'sign', { step: 'approver' });
  expect((await act(mainUser, path, 'publish')).json).toMatchObject({ code: 'notice.notPublisher' });
  expect((await act(officer, path, 'publish')).status).toBe(200);
  const { body = '' } = await publicPage(world, 'KEUSOTE');
  expect(body).toContain('Rekisterin nimi: Sosiaalityö, Pro Consona.');
  expect(body).toContain('tietosuojavastaava (perusturvalautakunta 23.10.2018 § 93)');
  expect(body).toContain('nähtävänä: Joutsan kunnan sosiaalitoimisto; Asiointipiste.');
  // It is printed to be put on view there.
  const pdf = await publicPage(world, 'KEUSOTE?form=pdf', 'application/pdf');
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(
    Buffer.from(pdf.bytes ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('what is published is true on its day: a text that the settings have left behind is made anew', async () => {
  const world = await worldOf(PROFILES.L);
  const [writer, other] = [await world.worker('mainUser'), await world.worker('mainUser')];
  const path = await draftBy(writer);
  await act(writer, path, 'sign', { step: 'author' });
  await act(other, path, 'sign', { step: 'approver' });
  await changeSettings(world, writer, { erasure: { mode: 'none' } });
  expect((await act(writer, path, 'publish')).json).toMatchObject({ code: 'notice.outdated' });
  expect((await act(writer, path, 'discard')).json).toMatchObject({ state: 'discarded' });
  expect((await act(writer, path, 'discard')).json).toMatchObject({ code: 'notice.notInState' });
  // Of the other controller's nothing is seen, whatever is asked without a token or with one.
  const stranger = await world.worker('mainUser', { controller: world.otherController });
  expect((await stranger.call('GET', path)).status).toBe(404);
  for (const asked of ['LOIMAA', 'nobody', 'KEUSOTE%23u']) {
    expect((await publicPage(world, asked)).status).toBe(404);
  }
  expect((await publicPage(world, 'KEUSOTE?language=de')).status).toBe(400);
  expect((await publicPage(world, 'KEUSOTE?form=pdf', 'text/html')).status).toBe(406);
});

test('where the controller names several approvers, each is another person', async () => {
  const world = await worldOf({
    ...PROFILES.L,
    notice: {
      ...PROFILES.L.notice,
      approvalChain: [
        { step: 'author', by: 'Tietoturvatyöryhmä' },
        { step: 'approver', by: 'Sote-johtoryhmä' },
        { step: 'approver', by: 'Hyvinvointivaliokunta' },
      ],
    },
  });
  const writer = await world.worker('mainUser');
  const [first, second] = [await world.worker('management'), await world.worker('management')];
  const path = await draftBy(writer);
  await act(writer, path, 'sign', { step: 'author' });
  expect((await act(first, path, 'sign', { step: 'approver' })).json).toMatchObject({ state: 'draft' });
  expect((await act(first, path, 'sign', { step: 'approver' })).json).toMatchObject({
    code: 'notice.approvedAlready',
  });
  expect((await act(second, path, 'sign', { step: 'approver' })).json).toMatchObject({ state: 'approved' });
});
