import { expect, test } from 'vitest';
import { rowsIn } from '../../../shared/domain/data-subject-requests/package/rows-of.ts';

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
