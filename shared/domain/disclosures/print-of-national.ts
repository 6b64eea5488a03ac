import type { FindCodeList } from '../../documents/code-lists.ts';
import type { Definition } from '../../documents/definition.ts';
import type { Print, PrintLanguage } from '../../documents/render/layout.ts';
import { printWord } from '../../documents/render/print-words.ts';
import { hiddenPlaces } from '../../documents/render/reader.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { sectionsOf } from '../../documents/render/sections.ts';
import { shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import { labelOf } from '../../documents/render/shown-value.ts';
import type { Instant } from '../../kernel/instant.ts';

export type NationalPrinted = {
  definition: Definition;
  find: FindCodeList;
  /** In THL's form under the root key. */
  content: Readonly<Record<string, unknown>>;
  authority: string;
  printedAt: Instant;
};

/** Luovutuslupa- tai kieltoasiakirja on paper, by its definition: what the client is given on request (703/2023 § 58). */
export function printOfNational(
  { definition, find, content, authority, printedAt }: NationalPrinted,
  language: PrintLanguage,
): Print {
  const title = labelOf(definition, language);
  const reader = { language, find, hidden: hiddenPlaces([], definition.key), blank: false };
  return {
    language,
    title,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(language),
      state: '',
      identifier: definition.oid,
      printed: `${printWord('printed', language)} ${shownTime(printedAt, language)}`,
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      ...sectionsOf(definition.fields, content[definition.key], { path: [definition.key], level: 2 }, reader),
    ],
  };
}
