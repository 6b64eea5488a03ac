import { describe, expect, test } from 'vitest';
import { definitionOf, listDefinitions } from '../../../../shared/documents/catalogue.ts';
import { htmlOf } from '../../../../shared/documents/render/html.ts';
import type { PrintedDocument, PrintedHead } from '../../../../shared/documents/render/print-of-document.ts';
import { DocumentContent } from '../../../../shared/domain/documents/model.ts';
import { filledContent } from '../../../support/filled-content.ts';
import { printed, readBack, textsOfHtml } from '../../../support/printed.ts';
import * as samples from '../../../support/printed-samples.ts';

const doer = { name: 'Kaisa Vastuullinen', post: 'sosiaalityöntekijä', at: '2026-12-03T10:00:00.000Z' };
const inState = (head: Partial<PrintedHead>): PrintedDocument => {
  const sample = samples.assessment();
  return { ...sample, head: { ...sample.head, ...head } };
};
const pageOf = (document: PrintedDocument): string => textsOfHtml(htmlOf(printed(document))).join('\n');

describe('what a print says of its document', () => {
  test.each([
    ['draft', {}, 'Luonnos', 'keskeneräinen luonnos'],
    ['superseded', {}, 'Korvattu', 'korvattu myöhemmällä'],
    ['invalidated', { invalidatedBy: doer }, 'Mitätöity', 'mitätöity, eikä se ole voimassa'],
    ['removed', { removedBy: doer }, 'Poistettu', 'sisältö on poistettu'],
  ] as const)('one that is %s says so at the head of every page', async (state, more, word, sentence) => {
    const document = inState({ state, ...more });
    expect(pageOf(document)).toContain(sentence);
    const pdf = await readBack(printed(document));
    for (const { text, artifacts } of pdf.pages)
      expect(`${text}\n${artifacts}`).toContain(word.toUpperCase());
  });

  test('a removed document prints its mark and nothing of what it said', () => {
    const page = pageOf(inState({ state: 'removed', removedBy: doer }));
    expect(page).toContain('3.12.2026 klo 12.00, Kaisa Vastuullinen, sosiaalityöntekijä');
    expect(page).not.toMatch(/Mallila|Asuminen/);
  });

  test('a corrected document names its version, and who corrected it', () => {
    const page = pageOf(inState({ state: 'corrected', correction: 2, correctedBy: doer }));
    expect(page).toMatch(/versio 3/);
    expect(page).toContain('Tämä versio korvaa aiemman.');
  });

  test('every form of every document carries the secrecy mark with its provisions', async () => {
    for (const make of Object.values(samples)) {
      expect(pageOf(make())).toMatch(/SALASSA PIDETTÄVÄ\s+703\/2023 4 §, 703\/2023 5 §/);
      expect(htmlOf(printed(make(), { language: 'sv' }))).toContain('SEKRETESSBELAGD');
    }
  });

  test.each([
    ['a whole group', 'asiakas/yhteystiedot', ['Salakuja 7', '040 000 0001']],
    [
      'a field that is said in one line with others',
      'asiakas/yhteystiedot/osoite/0/lahiosoite',
      ['Salakuja 7'],
    ],
    ['one of several lines', 'asiakas/yhteystiedot/puhelinnumero', ['040 000 0001']],
    ['the person as a whole', 'asiakas', ['Helmi Aava', 'Salakuja 7', '030615A905B']],
  ])('%s that is hidden from the reader is named and not shown', (_, at, secrets) => {
    const sample = samples.notification();
    const guardians = 'huoltaja_tai_muu_lapsen_hoidosta_vastaava_henkilo';
    const hidden = [at, guardians].map((place) => ({ at: place, because: 'safetyBan' as const }));
    const page = pageOf({ ...sample, hidden });
    for (const secret of secrets) expect(page).not.toContain(secret);
    expect(page).toContain('Ei näytetä (turvakielto)');
    expect(page).toContain('Turvakiellon vuoksi');
  });

  test('what is hidden for another reason is not said to be a safety ban', () => {
    const page = pageOf({ ...samples.notification(), hidden: [{ at: 'ilmoittaja', because: 'secret' }] });
    expect(page).not.toMatch(/Opri|turvakielto\)/);
    expect(page).toContain('Ei näytetä (salassa pidettävä)');
  });

  test('the appeal guidance of a decision stands on a page of its own, after the signature [U-7.7]', async () => {
    const pdf = await readBack(printed(samples.childWelfareDecision()));
    expect(pdf.pages.at(-1)?.text).toMatch(/Muutoksenhakuohje[\s\S]*Oikaisuvaatimus/);
    expect(pdf.pages.at(-2)?.text).toMatch(/Allekirjoitus[\s\S]*Kaisa Vastuullinen[\s\S]*Tiedoksianto/);
    expect(
      pdf.pages
        .slice(0, -1)
        .map(({ text }) => text)
        .join('\n'),
    ).not.toContain('Oikaisuvaatimus');
  });

  test('an agreement is printed with a line for each who signs it by hand [U-7.8]', () => {
    const agreements = listDefinitions({ documentType: 'Sopimus' });
    expect(agreements.length).toBeGreaterThan(4);
    for (const { oid } of agreements) {
      const definition = definitionOf(oid);
      if (definition === undefined) throw new Error(`The catalogue has no ${oid}.`);
      const { head } = samples.assessment();
      // The first value of every list: here a hand has signed.
      const filled = JSON.stringify(filledContent(definition)).replaceAll(
        'Sähköinen allekirjoitus',
        'Omakätinen allekirjoitus',
      );
      const content = DocumentContent.parse(JSON.parse(filled));
      const print = printed({ definition, content, hidden: [], head });
      expect(htmlOf(print)).toMatch(/class="signer by-hand"/);
    }
  });

  test('pages that belong to a decision beside its content follow it', async () => {
    const appendices = [
      { kind: 'newPage' as const },
      { kind: 'heading' as const, level: 2 as const, text: 'Tiedoksiantotodistus' },
      {
        kind: 'rows' as const,
        rows: [{ label: 'Vastaanottajan allekirjoitus', paragraphs: [], look: 'blank' as const }],
      },
    ];
    const pdf = await readBack(printed(samples.adultDecision(), { appendices }));
    expect(pdf.pages.at(-1)?.text).toMatch(/Tiedoksiantotodistus/);
    expect(pdf.bookmarks.at(-1)).toBe('  Tiedoksiantotodistus');
  });
});
