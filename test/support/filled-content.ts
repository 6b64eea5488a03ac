import { deliveredCodeList } from '../../shared/documents/code-lists.ts';
import type { Definition, Field } from '../../shared/documents/definition.ts';

/** A content with every field of its definition filled: `items` of each that repeats, texts of `words` words. */
export function filledContent(
  definition: Definition,
  { items = 2, words = 4 }: { items?: number; words?: number } = {},
): Record<string, unknown> {
  let count = 0;
  const text = (): string => {
    count += 1;
    return Array.from({ length: words }, (_, place) =>
      place === 0 ? `Teksti${count}` : WORDS[place % WORDS.length],
    ).join(' ');
  };
  const valueOf = (field: Field): unknown => {
    switch (field.type) {
      case 'group':
        return Object.fromEntries(field.fields.map((below) => [below.key, allOf(below)]));
      case 'text':
        return field.values?.[0] ?? text();
      case 'boolean':
        return true;
      case 'number':
        return 1234.5;
      case 'date':
        return '2026-11-24';
      case 'datetime':
        return '2026-11-24T09:15:00+02:00';
      case 'code':
        return (
          knownCode(field.codeList) ?? {
            system: field.systems?.[0] ?? `urn:oid:${field.codeList ?? '1'}`,
            code: field.codes?.[0] ?? '1',
            display: field.displays?.[0] ?? text(),
          }
        );
      case 'identifier':
        return { ...(field.system === undefined ? {} : { system: field.system }), value: '010190-900P' };
      case 'quantity':
        return { value: 99.9, code: field.units?.[0] ?? 'EUR' };
      default:
        return field satisfies never;
    }
  };
  const allOf = (field: Field): unknown =>
    field.repeats === true ? Array.from({ length: items }, () => valueOf(field)) : valueOf(field);
  return {
    [definition.key]: Object.fromEntries(definition.fields.map((field) => [field.key, allOf(field)])),
  };
}

/** A code of the list where we have it, so that its name is the list's in every language. */
function knownCode(codeList: string | undefined): Record<string, unknown> | undefined {
  const entry = codeList === undefined ? undefined : deliveredCodeList(codeList)?.codes[0];
  return entry === undefined
    ? undefined
    : {
        system: `urn:oid:${codeList}`,
        ...(entry.code === null ? {} : { code: entry.code }),
        display: entry.fi,
      };
}

const WORDS = ['perheen', 'tilanteesta', 'sovittiin', 'yhdessä', 'ääneen', 'Åbossa'];
