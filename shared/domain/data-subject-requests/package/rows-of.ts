import type { LayoutNode, PrintLanguage, Row } from '../../../documents/render/layout.ts';
import { paragraphsOf } from '../../../documents/render/shown-text.ts';
import { shownTime } from '../../../documents/render/shown-time.ts';
import { isRecord } from '../../../documents/visit.ts';
import { Instant } from '../../../kernel/instant.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { FIELD_WORDS } from './field-words.ts';
import { wordOfValue } from './value-words.ts';

/** What is held of a person outside documents, as rows of a print. */
export const rowsNode = (told: unknown, language: PrintLanguage): LayoutNode[] => {
  const rows = rowsOf(told, language, []);
  return rows.length === 0 ? [] : [{ kind: 'rows', rows }];
};

/** Ids serve machines: they stand in the machine-readable form. */
const isOfMachines = (name: string): boolean => /(?:^id|Id|Ids|Oid)$/.test(name);

/** A code of 26 letters and digits: of who wrote, or of another thing, without a name beside it. */
const isCode = (value: unknown): boolean =>
  typeof value === 'string' && /^[0-9A-HJKMNP-TV-Z]{26}$/.test(value);

/** What is told, one row a text, its label the way to it. */
function rowsOf(value: unknown, language: PrintLanguage, path: readonly string[]): Row[] {
  if (value === null || value === undefined || value === '' || isCode(value)) return [];
  if (Array.isArray(value)) {
    const plain = value.filter((one) => typeof one !== 'object' && !isCode(one));
    if (plain.length > 0 && value.every((one) => typeof one !== 'object')) {
      return [rowAt(path, plain.map((one) => shownPlain(path.at(-1), one, language)).join('\n'), language)];
    }
    return value.flatMap((one) => rowsOf(one, language, path));
  }
  if (isRecord(value)) {
    return Object.entries(value).flatMap(([name, one]) =>
      isOfMachines(name) ? [] : rowsOf(one, language, [...path, name]),
    );
  }
  return [rowAt(path, shownPlain(path.at(-1), value, language), language)];
}

const rowAt = (path: readonly string[], text: string, language: PrintLanguage): Row => ({
  label: path
    .slice(-2)
    .map((name) => FIELD_WORDS[name]?.[language] ?? name)
    .join(': '),
  paragraphs: paragraphsOf(text),
});

function shownPlain(field: string | undefined, value: unknown, language: PrintLanguage): string {
  if (typeof value !== 'string') return wordOfValue(field, String(value), language);
  const isTime = Instant.safeParse(value).success || LocalDate.safeParse(value).success;
  return isTime ? shownTime(value, language) : wordOfValue(field, value, language);
}
