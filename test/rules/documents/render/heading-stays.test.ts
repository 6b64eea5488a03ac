import { expect, test } from 'vitest';
import type { LayoutNode } from '../../../../shared/documents/render/layout.ts';
import { writePdf } from '../../../../shared/documents/render/pdf/write-pdf.ts';
import { PRINTED_AT, printed } from '../../../support/printed.ts';
import * as samples from '../../../support/printed-samples.ts';
import { readPdf } from '../../../support/read-pdf.ts';

/** A heading at the foot of a page leads to nothing. */

const WORDS = 'Lukujen lähde ja se, mitä julkisista lähteistä ei selviä. '.repeat(8).trim();

test('wherever on the page it comes, a heading stays with the facts below it', async () => {
  for (let above = 20; above < 44; above += 1) {
    const nodes: LayoutNode[] = [
      { kind: 'heading', level: 1, text: 'Kuukausiraportti' },
      { kind: 'paragraphs', paragraphs: Array.from({ length: above }, (_, line) => `Rivi ${line}`) },
      {
        kind: 'group',
        nodes: [
          { kind: 'heading', level: 2, text: 'Avohuolto' },
          { kind: 'facts', rows: [{ label: 'Varmistamatta', paragraphs: [WORDS] }] },
        ],
      },
    ];
    const print = { ...printed(samples.adultDecision()), nodes };
    const { bytes } = await writePdf([print], { title: 'Raportti', authority: 'Alue', at: PRINTED_AT });
    const { pages } = await readPdf(bytes);
    const pageOf = (said: string): number => pages.findIndex(({ text }) => text.includes(said));
    expect(pageOf('Avohuolto'), `${above} lines above`).toBe(pageOf('Varmistamatta'));
  }
});
