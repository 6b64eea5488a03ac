import { expect, test } from 'vitest';
import { rowsIn } from '../../../shared/domain/data-subject-requests/package/rows-of.ts';
import { toldOf } from '../../../shared/domain/data-subject-requests/package/told-of.ts';

/** What is held of a person outside documents, as it stands in the package: to be understood by whom it is about. */

const ATTACHMENT = {
  attachmentId: '01M86AT5T0ZPB6YYAG5NH84AJB',
  belongsTo: { kind: 'caseNote', id: '01M86AT5T0ZPB6YYAG5NH84AJC' },
  writtenBy: '01M86FYZ80WTSH287X728X41JJ',
  phase: 'implementing',
  sensitivity: 'ordinary',
  origin: 'scanned',
  scanned: true,
  serviceTasks: ['childWelfare'],
  socialServices: ['familyWork'],
  content: { title: 'decision', fileName: 'other' },
  uploadedAt: '2026-11-24T10:00:00.000Z',
};

const saidIn = async (language: 'fi' | 'sv') =>
  (await rowsIn(language))(ATTACHMENT).flatMap((node) =>
    node.kind === 'rows' ? node.rows.map(({ label, paragraphs }) => [label, paragraphs.join(' ')]) : [],
  );

test('codes of the system are said in words, and ids of machines are left to the machine-readable form', async () => {
  expect(await saidIn('fi')).toEqual([
    ['Kuuluu: Laji', 'asiakaskertomusmerkintä'],
    ['Vaihe', 'toteuttaminen'],
    ['Tiedon erityisyys', 'tavanomainen'],
    ['Alkuperä', 'skannattu paperi'],
    ['Tarkistettu haittaohjelmilta', 'kyllä'],
    ['Palvelutehtävät', 'Lastensuojelu'],
    ['Palvelut', 'Perhetyö'],
    ['Sisältö: Otsikko', 'decision'],
    ['Sisältö: Tiedoston nimi', 'other'],
    ['Lähetetty', expect.stringMatching(/^24\.11\.2026/)],
  ]);
  expect(await saidIn('sv')).toContainEqual(['Serviceuppgifter', 'Barnskydd']);
});

test('what somebody wrote stays as it was written, though it be a word of the system', async () => {
  expect((await rowsIn('fi'))({ text: 'open', words: 'client' })).toMatchObject([
    { rows: [{ paragraphs: ['open'] }, { paragraphs: ['client'] }] },
  ]);
});

const rowsOf = async (told: unknown) =>
  (await rowsIn('fi'))(told).flatMap((node) =>
    node.kind === 'rows' ? node.rows.map(({ label, paragraphs }) => [label, paragraphs.join(' ')]) : [],
  );

test('what somebody of the network is to the client is said in words: an edunvalvoja is no huoltaja', async () => {
  const relation = {
    content: { roles: ['guardian', 'closePerson'], sameHousehold: false },
    provenance: { source: { kind: 'guardian' } },
  };
  expect(await rowsOf(relation)).toEqual([
    ['Sisältö: Roolit', 'edunvalvoja\nläheinen'],
    ['Sisältö: Sama talous', 'ei'],
    ['Tiedon lähde: Laji', 'huoltaja'],
  ]);
});

test('how a thing was counted for statistics is told neither as data of the person nor as a deadline', async () => {
  const told = toldOf({
    state: 'kept',
    counted: { unitId: '01M86AT5T0ZPB6YYAG5NH84AJB', serviceTasks: ['families'], times: 1 },
    countedAs: [],
  });
  expect(told).toEqual({ state: 'kept' });
  expect(await rowsOf(told)).toEqual([['Tila', 'tallessa']]);
});

test('what a court asked and with whom it was talked is said in words, and so is the decision that a refund rests on', async () => {
  const report = {
    requestedOn: '2026-11-20',
    asked: { court: 'Keksitty käräjäoikeus', diaryNumber: 'L 26/00001', questions: 'child' },
    heard: [{ person: { kind: 'child' }, notHeard: 'tooYoung' }],
  };
  expect(await rowsOf(report)).toEqual([
    ['Pyydetty', expect.stringMatching(/^20\.11\.2026/)],
    ['Pyydetty: Tuomioistuin', 'Keksitty käräjäoikeus'],
    ['Pyydetty: Diaarinumero', 'L 26/00001'],
    ['Pyydetty: Mitä kysytään', 'child'],
    ['Henkilö: Laji', 'lapsi'],
    ['Keskustelut: Miksi ei keskusteltu', 'liian nuori'],
  ]);
  expect(
    await rowsOf({ decision: { authority: 'Keksitty elinvoimakeskus', number: 'KEK/12/2026' } }),
  ).toEqual([
    ['Päätös: Viranomainen', 'Keksitty elinvoimakeskus'],
    ['Päätös: Numero', 'KEK/12/2026'],
  ]);
});
