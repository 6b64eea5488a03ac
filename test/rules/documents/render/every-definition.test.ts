import { describe, expect, test } from 'vitest';
import { definitionOf, listDefinitions } from '../../../../shared/documents/catalogue.ts';
import type { Definition } from '../../../../shared/documents/definition.ts';
import { htmlOf } from '../../../../shared/documents/render/html.ts';
import type { PrintedDocument } from '../../../../shared/documents/render/print-of-document.ts';
import { filledContent } from '../../../support/filled-content.ts';
import { printed, readBack, textsOfHtml } from '../../../support/printed.ts';
import * as samples from '../../../support/printed-samples.ts';

const definitions = listDefinitions().flatMap(({ oid }) => definitionOf(oid) ?? []);
const { head } = samples.notification();
const filled = (definition: Definition): PrintedDocument => ({
  definition,
  content: filledContent(definition),
  hidden: [],
  head,
});

/** Every text that was written into the content. */
const writtenIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? (value.match(/Teksti\d+/g) ?? [])
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(writtenIn)
      : [];

describe('every national definition', () => {
  test('there are all of them', () => {
    expect(definitions.length).toBeGreaterThanOrEqual(202);
  });

  test.each(['fi', 'sv'] as const)(
    'is printed whole as a page (%s): nothing that was written is left out',
    (language) => {
      const lost = definitions.flatMap((definition) => {
        const document = filled(definition);
        const html = htmlOf(printed(document, { language }));
        return writtenIn(document.content)
          .filter((text) => !new RegExp(`${text}\\b`).test(html))
          .map((text) => `${definition.oid}: ${text}`);
      });
      expect(lost).toEqual([]);
    },
  );

  test('is a form to be filled in by hand when it is empty', () => {
    for (const definition of definitions) {
      const html = htmlOf(printed({ ...filled(definition), content: undefined }, { blank: true }));
      expect(html).toMatch(/class="blank"|☐/);
    }
  });

  // The twelfth part of them, of every kind: the PDF of each takes a tenth of a second.
  const some = definitions.filter((_, place) => place % 12 === 0);
  test.each(some.map((definition) => [definition.fi, definition] as const))(
    '%s says in its PDF what its page says, in the same order',
    { timeout: 60_000 },
    async (_, definition) => {
      const print = printed(filled(definition));
      const pdf = await readBack(print);
      const spoken = writtenIn(pdf.structure);
      expect(spoken).toEqual(writtenIn(textsOfHtml(htmlOf(print))));
      expect(new Set(spoken)).toEqual(new Set(writtenIn(filled(definition).content)));
    },
  );
});
