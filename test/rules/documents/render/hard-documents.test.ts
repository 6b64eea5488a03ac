import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../../../shared/documents/render/html.ts';
import type { LayoutNode, Print } from '../../../../shared/documents/render/layout.ts';
import { canDraw, fontOf } from '../../../../shared/documents/render/pdf/fonts.ts';
import { glyphsOf } from '../../../../shared/documents/render/pdf/glyphs.ts';
import { printed, readBack, textsOfHtml } from '../../../support/printed.ts';
import * as samples from '../../../support/printed-samples.ts';

/** A print of these nodes alone. */
const of = (...nodes: LayoutNode[]): Print => ({ ...printed(samples.assessment()), nodes });
const text = (words: number): string => Array.from({ length: words }, (_, place) => `sana${place}`).join(' ');
const wordsOf = (lines: readonly string[]): string[] => lines.join(' ').match(/sana\d+/g) ?? [];

describe('a hard document', () => {
  test('a text of many pages goes on from page to page and loses no word', { timeout: 60_000 }, async () => {
    const pdf = await readBack(of({ kind: 'rows', rows: [{ label: 'Kuvaus', paragraphs: [text(60_000)] }] }));
    expect(pdf.pages.length).toBeGreaterThanOrEqual(100);
    expect(wordsOf(pdf.structure)).toHaveLength(60_000);
    const last = pdf.pages.at(-1)?.artifacts ?? '';
    expect(last).toContain(`Sivu ${pdf.pages.length} (${pdf.pages.length})`);
    // One paragraph, however many pages it lies on.
    expect(pdf.structure.filter((line) => /^\s*P sana/.test(line))).toHaveLength(1);
    for (const { artifacts, text: content } of pdf.pages) {
      expect(`${artifacts}\n${content}`).toContain('SALASSA PIDETTÄVÄ');
    }
  });

  test('a table of 200 rows has its head on each of its pages, and once for who listens', async () => {
    const rows = Array.from({ length: 200 }, (_, row) => [`sana${row}`, `Katu ${row}`, `${row},50`]);
    const columns = [{ label: 'Nimi' }, { label: 'Osoite' }, { label: 'Summa', align: 'right' as const }];
    const pdf = await readBack(of({ kind: 'table', caption: 'Luettelo', columns, rows }));
    expect(pdf.pages.length).toBeGreaterThan(4);
    expect(wordsOf(pdf.structure)).toHaveLength(200);
    expect(pdf.structure.filter((line) => line.trim() === 'TR')).toHaveLength(201);
    expect(pdf.structure.filter((line) => line.trim() === 'TH Osoite')).toHaveLength(1);
    for (const { artifacts } of pdf.pages.slice(1)) expect(artifacts).toContain('Osoite');
  });

  test('a cell longer than a page is parted over pages', async () => {
    const columns = [{ label: 'Nimi' }, { label: 'Kuvaus' }];
    const pdf = await readBack(
      of({
        kind: 'table',
        caption: 'Luettelo',
        columns,
        rows: [
          ['A', text(3000)],
          ['B', 'c'],
        ],
      }),
    );
    expect(pdf.pages.length).toBeGreaterThan(3);
    expect(wordsOf(pdf.structure)).toHaveLength(3000);
    expect(pdf.structure.filter((line) => /^\s*TD sana/.test(line))).toHaveLength(1);
  });

  test('a word without an end is parted and stays whole', async () => {
    const word = 'ö'.repeat(5000);
    const pdf = await readBack(
      of({
        kind: 'rows',
        rows: [{ label: 'Vanhempainrahakausisuunnitelmapalvelukokonaisuus', paragraphs: [word] }],
      }),
    );
    expect(pdf.structure.join('').match(/ö/g)).toHaveLength(5000);
    expect(pdf.structure.join(' ')).toMatch(/Lbl Vanhempainrahakausi-? ?/);
  });

  test('a character that the font lacks is seen to be missing, and named', async () => {
    const pdf = await readBack(of({ kind: 'paragraphs', paragraphs: ['Viesti: 😀 ja 漢.'] }));
    expect(pdf.structure.join('\n')).toContain('Viesti: □ ja □.');
    expect(pdf.structure.join('\n')).toContain('U+1F600, U+6F22');
  });

  test('Finnish, Swedish and Sámi letters are drawn as they are', async () => {
    const letters = 'ÅÄÖåäö Šš Žž Éé Áá Đđ Ŋŋ Ŧŧ Čč Ââ Ǥǥ Ǧǧ Ʒʒ Ǯǯ';
    const pdf = await readBack(of({ kind: 'paragraphs', paragraphs: [letters] }));
    expect(pdf.structure.join('\n')).toContain(letters);
  });

  test('both faces of the font have the same letters', () => {
    const semibold = glyphsOf(fontOf('semibold'));
    const differing = Array.from({ length: 0x3000 }, (_, codePoint) => codePoint).filter(
      (codePoint) => canDraw(codePoint) !== semibold(codePoint),
    );
    expect(differing).toEqual([]);
    expect(canDraw('ä'.codePointAt(0) ?? 0)).toBe(true);
    expect(canDraw(0x1f600)).toBe(false);
  });

  test('what turns text round or hides it is taken out of both forms', async () => {
    const hostile = 'Maksetaan \u202E000 01\u202C euroa\u200B\u00AD\u0007 nyt';
    const sample = samples.paymentCommitment();
    const content = { [sample.definition.key]: { lisatiedot: hostile } };
    const print = printed({ ...sample, content });
    expect((await readBack(print)).structure.join('\n')).toContain('Maksetaan 000 01 euroa nyt');
    expect(htmlOf(print)).toContain('Maksetaan 000 01 euroa nyt');
  });

  test('markup in a text is text', async () => {
    const sample = samples.paymentCommitment();
    const attack = '</style><script>alert(1)</script><img src=x onerror="alert(1)"> & \'x\'';
    const print = printed({
      ...sample,
      head: { ...sample.head, organiser: { name: attack }, author: { name: attack, post: attack } },
      content: { [sample.definition.key]: { lisatiedot: attack } },
    });
    const html = htmlOf(print);
    expect(html).not.toMatch(/<script|<img|onerror="/);
    expect(textsOfHtml(html)).toContain(attack);
    const pdf = await readBack(print);
    expect(pdf.structure.join('\n')).toContain(attack);
    expect(pdf.metadata).not.toContain('<script');
  });

  test('nothing of the client stands in the properties of a file', async () => {
    const pdf = await readBack(printed(samples.childWelfareDecision()));
    expect(pdf.metadata).not.toMatch(/Mallila|240312/);
    expect(pdf).toMatchObject({
      language: 'fi',
      title: 'Lastensuojelun palvelu- tai tukitoimipäätös',
      showsTitle: true,
      isTagged: true,
      conformance: '2A',
    });
    expect(pdf.fonts.length).toBeGreaterThan(0);
    expect(pdf.fonts.every(({ isEmbedded }) => isEmbedded)).toBe(true);
  });

  test('the same document gives the same file', async () => {
    const { pdfOf } = await import('../../../support/printed.ts');
    const print = printed(samples.assessment());
    expect(Buffer.from(await pdfOf(print)).equals(Buffer.from(await pdfOf(print)))).toBe(true);
  });
});
