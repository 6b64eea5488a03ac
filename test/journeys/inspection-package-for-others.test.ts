import { expect, test } from 'vitest';
import * as z from 'zod';
import { without } from '../../shared/domain/data-subject-requests/package/masked.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { anEntry, newClient, write } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { aDraft, finished } from '../support/documents.ts';
import { changedTo, inventedCode, text } from '../support/people.ts';
import { corrected as correctedAt, noteAt, placeOf, REASON } from '../support/put-right.ts';
import { AS_MINOR, done, packaged, recorded, rulesOf, step } from '../support/subject-requests.ts';

/** What is given to a party is what the decision that holds names, and never where somebody under a safety ban lives. */

const GRANT = { outcome: 'granted', delivery: { mode: 'copy' } };
const ASKED = {
  kind: 'partyDocuments',
  asker: 'party',
  askerName: 'Keksitty Isä',
  rightToAct: 'Toinen huoltaja, jota asia koskee.',
};

test('a party gets what the decision names, and no dwelling once a safety ban is set', async () => {
  const place = await placeOf('L', 'management', { rows: true });
  const { world, head, worker, clientId, noteId } = place;
  const other = text(await write(worker, clientId, anEntry({}, { place: 'Salakatu 5' })), 'noteId');
  const targets = [noteId, other].map((id) => ({ kind: 'caseNote', id }));
  const asked = async (): Promise<string> => {
    const path = await recorded(worker, clientId, { ...ASKED, targets });
    await done(head, path, 'identity', { result: 'identityDocument' });
    return path;
  };
  const given = (path: string) => head.call('GET', `${path}/package/parts/0/given`);

  const first = await asked();
  const twice = { ...GRANT, targets: [...targets, ...targets] };
  expect((await step(head, first, 'decide', twice)).status).toBe(400);
  await done(head, first, 'decide', { ...GRANT, targets });
  const put = await head.call('POST', `${first}/package`);
  const checked = await head.call('POST', `${first}/package/parts/0/check`, {
    body: {},
    version: Number(put.json['version']),
  });
  await done(head, first, 'decide', { ...GRANT, targets: targets.slice(0, 1) });
  const wide = await head.call('POST', `${first}/package/release`, {
    version: Number(checked.json['version']),
  });
  expect(rulesOf(wide)).toEqual([422, 'subjectRequest.onlyNamed']);
  await packaged(head, first);
  expect((await given(first)).json).toMatchObject({ parts: 1, items: [{ kind: 'caseNote', id: noteId }] });

  // Whoever was given it is told when it is put right (art. 19).
  await done(head, first, 'deliver', { on: '2026-11-24', mode: 'copy' });
  await world.drained();
  const wrong = await recorded(worker, clientId, { kind: 'rectification', targets: targets.slice(0, 1) });
  await done(head, wrong, 'identity', { result: 'identityDocument' });
  await done(head, wrong, 'decide', { outcome: 'granted' });
  const recipients = async () => (await head.call('GET', `${wrong}/recipients`)).json['recipients'];
  const [one, ...others] = z.array(z.looseObject({ eventId: z.string() })).parse(await recipients());
  expect([one, others]).toMatchObject([{ recipient: { kind: 'party' }, sentOn: '2026-11-24' }, []]);
  const telling = { eventIds: [one?.eventId], toldOn: '2026-11-24' };
  // Not before it was put right, nor of a day before that.
  expect(rulesOf(await step(head, wrong, 'recipients/told', telling))).toEqual([
    422,
    'subjectRequest.recipientsToldSince',
  ]);
  world.clock.advance(1);
  expect((await correctedAt(worker, place)).status).toBe(200);
  await done(head, wrong, 'carried-out', { targets: targets.slice(0, 1) });
  const early = { ...telling, toldOn: '2026-11-23' };
  expect(rulesOf(await step(head, wrong, 'recipients/told', early))).toEqual([
    422,
    'subjectRequest.recipientsToldSince',
  ]);
  await done(head, wrong, 'recipients/told', telling);
  expect(await recipients()).toMatchObject([{ eventId: one?.eventId, toldOn: '2026-11-24' }]);

  await changedTo(worker, clientId, '/safety-ban', { source: { kind: 'client', channel: 'visit' } });
  expect((await given(first)).json).toMatchObject({ code: 'subjectRequest.notReleased' });
  const second = await asked();
  await done(head, second, 'decide', GRANT);
  await packaged(head, second);
  // Within the same request: what was released before a ban is put together, gone through and released anew.
  await changedTo(worker, clientId, '/safety-ban/lift', { source: { kind: 'client', channel: 'visit' } });
  const third = await asked();
  await done(head, third, 'decide', GRANT);
  await packaged(head, third);
  expect((await given(third)).body).toContain('Salakatu');
  expect((await head.call('POST', `${third}/package`)).status).toBe(409);
  await changedTo(worker, clientId, '/safety-ban', { source: { kind: 'client', channel: 'visit' } });
  expect((await given(third)).json).toMatchObject({ code: 'subjectRequest.notReleased' });
  await packaged(head, third);
  expect((await given(third)).body).not.toContain('Salakatu');
  const told = await given(second);
  expect(told.json, told.body).toMatchObject({ items: [{}, {}] });
  expect(told.body).not.toContain('Salakatu');
  await done(head, second, 'withdraw');
  expect((await given(second)).json).toMatchObject({ code: 'subjectRequest.notReleased' });
});

test('a guardian’s inspection of a child under a safety ban tells no address, the child’s own tells it', async () => {
  const { head, worker, clientId } = await placeOf('L', 'management');
  const changes = { addresses: [{ street: 'Salakatu 5' }], phones: ['040 0000000'] };
  const body = { changes, source: { kind: 'client', channel: 'visit' } };
  const told = await changedTo(worker, clientId, '/base-data', body, 'PATCH');
  expect(told.status, told.body).toBe(200);
  await changedTo(worker, clientId, '/safety-ban', { source: { kind: 'client', channel: 'visit' } });
  const partsOf = async (more: object): Promise<string> => {
    const path = await recorded(worker, clientId, { kind: 'inspection', ...more });
    expect((await head.call('POST', `${path}/package`)).status).toBe(201);
    return (await head.call('GET', `${path}/package/parts/0`)).body ?? '';
  };
  const guardian = {
    asker: 'guardianOfMinor',
    askerName: 'Keksitty Isä',
    rightToAct: 'Huoltaja väestötietojen mukaan.',
  };
  expect(await partsOf({})).toContain('Salakatu');
  const guardians = await partsOf(guardian);
  for (const word of ['Salakatu', '040 0000000']) expect(guardians).not.toContain(word);
  expect(guardians).toContain('hiddenPlaces');
});

test('a package is not given once a sibling, whose dwelling one of its documents tells, is under a safety ban', async () => {
  const { world, head, worker } = await placeOf('L', 'management');
  const named = (name: string, nth: number) =>
    newClient(world, worker, { name, code: inventedCode(LocalDate.parse('2012-05-05'), nth) });
  const [clientId, sibling] = [await named('Sisarus Aino', 951), await named('Sisarus Eino', 952)];
  const caseId = await openedCase(world, worker, clientId, { otherClientIds: [sibling] });
  const content = {
    sosiaalihuollon_ilmoitus_toiselle_viranomaiselle: {
      vastaanottaja: { organisaation_nimi: 'Poliisilaitos' },
      asiakas: [{ yhteystiedot: { osoite: [{ lahiosoite: 'Sisarkuja 7' }] } }],
      kuvaus_asiakkaan_tilanteesta_ja_tuen_tarpeista: 'Kirje viranomaiselle.',
      ilmoituksen_tekemiseen_on_asiakkaan_suostumus: true,
      ilmoittaja: { sukunimi: 'Laaja', etunimet: 'Leena' },
    },
  };
  const definitionOid = '1.2.246.537.6.1506.4021.2023.2.28';
  const draft = aDraft({ caseId, definitionOid, content });
  await finished(worker, clientId, draft, { draftVersion: 1, alsoOf: [sibling] });
  const path = await recorded(worker, clientId, AS_MINOR);
  await done(head, path, 'identity', { result: 'identityDocument' });
  await done(head, path, 'decide', { outcome: 'granted', delivery: { mode: 'writing' } });
  await packaged(head, path);
  const given = () => head.call('GET', `${path}/package/parts/0/given`);
  const first = await given();
  expect(first.body).toContain('Sisarkuja');
  expect(first.body).not.toContain(sibling);
  await changedTo(worker, sibling, '/safety-ban', { source: { kind: 'client', channel: 'visit' } });
  expect((await given()).json).toMatchObject({ code: 'subjectRequest.notReleased' });
  await packaged(head, path);
  expect((await given()).body).not.toContain('Sisarkuja');
});

test('words that are taken out leave nothing of one another', () => {
  const taken = without(['Naapuri Niina', 'Niina Nivala soitti', 'Nivala']);
  expect(taken('Naapuri Niina Nivala soitti. Nivala!')).toBe('[…]. […]!');
});

test('what is another’s in one version of an entry is in none that is given: by the writer’s mark, and by what a person takes out', async () => {
  const { head, worker, clientId, noteId } = await placeOf('L', 'management');
  const corrected = async (version: number, content: Record<string, unknown>): Promise<void> => {
    const { caseId: _caseId, ...entry } = { caseId: undefined, ...anEntry({}, content) };
    const body = { entry, reason: REASON };
    const told = await worker.call('POST', noteAt(clientId, noteId, '/correct'), { body, version });
    expect(told.status, told.body).toBe(200);
  };
  const words = 'Naapuri Niina soitti yöllä. Serkku Sanna oli paikalla.';
  await corrected(1, { text: words });
  const passage = 'Naapuri Niina soitti yöllä.';
  await corrected(2, { text: words, thirdPersons: [{ passage, about: 'naapuri' }] });
  const path = await recorded(worker, clientId);
  await done(head, path, 'identity', { result: 'identityDocument' });
  await done(head, path, 'decide', { outcome: 'granted', delivery: { mode: 'writing' } });
  const put = await head.call('POST', `${path}/package`);
  const part = await head.call('GET', `${path}/package/parts/0`);
  expect(part.body).not.toContain('Naapuri Niina');
  const Items = z.object({
    items: z.array(z.looseObject({ place: z.number(), id: z.string().optional(), told: z.unknown() })),
  });
  const versions = Items.parse({ items: part.json['items'] }).items.filter(
    ({ id, told }) => id === noteId && JSON.stringify(told).includes('Serkku Sanna'),
  );
  expect(versions).toHaveLength(2);
  const masks = versions.map(({ place }) => ({ place, passage: 'Serkku Sanna' }));
  const checked = async (masked: object[], version: number): Promise<number> => {
    const told = await head.call('POST', `${path}/package/parts/0/check`, { body: { masked }, version });
    return Number(told.json['version']);
  };
  const once = await checked(masks.slice(0, 1), Number(put.json['version']));
  const release = (version: number) => head.call('POST', `${path}/package/release`, { version });
  expect(rulesOf(await release(once))).toEqual([422, 'subjectRequest.maskedInVersions']);
  expect((await release(await checked(masks, once))).status).toBe(200);
  const given = await head.call('GET', `${path}/package/parts/0/given`);
  expect(given.body).not.toContain('Serkku Sanna');
});
