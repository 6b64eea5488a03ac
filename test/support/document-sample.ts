import { deliveredCodeList, isCodeListOid } from '../../shared/documents/code-lists.ts';
import type { CodeField, Definition, Field } from '../../shared/documents/definition.ts';

/** A content with every field of the definition in it, one of each list: what a final document may hold. */
export const fullSample = (definition: Definition): Record<string, unknown> => ({
  [definition.key]: groupOf(definition.fields, () => true),
});

/** The least that a final document may surely hold: what is required, always or in some cases. */
export const leastSample = (definition: Definition): Record<string, unknown> => ({
  [definition.key]: groupOf(
    definition.fields,
    ({ required, conditional }) => required === true || conditional === true,
  ),
});

type Wanted = (field: Field) => boolean;

const groupOf = (fields: readonly Field[], wanted: Wanted): Record<string, unknown> =>
  Object.fromEntries(
    fields.filter(wanted).map((field) => {
      const value = valueOf(field, wanted);
      return [field.key, field.repeats ? [value] : value];
    }),
  );

function valueOf(field: Field, wanted: Wanted): unknown {
  switch (field.type) {
    case 'group':
      return groupOf(field.fields, wanted);
    case 'text':
      return field.values?.[0] ?? 'Keksitty teksti';
    case 'boolean':
      return true;
    case 'number':
      return 3;
    case 'date':
      return '2026-11-24';
    case 'datetime':
      return '2026-11-24T10:00:00+02:00';
    case 'identifier':
      return {
        ...(field.system !== undefined && { system: field.system }),
        value: field.values?.[0] ?? 'T-1',
      };
    case 'quantity':
      return { value: 12.5, code: field.units?.[0] ?? 'EUR' };
    case 'code':
    default:
      return codingOf(field);
  }
}

function codingOf({ codeList, systems, codes, displays }: CodeField) {
  const isNational = codeList !== undefined && isCodeListOid(codeList);
  const known = isNational ? deliveredCodeList(codeList)?.codes.find(({ code }) => code !== null) : undefined;
  return {
    system: systems?.[0] ?? (isNational ? `urn:oid:${codeList}` : 'oma'),
    // 24, institutional service, stands with both service tasks of a restrictive measure.
    code: codes?.includes('24') ? '24' : (codes?.[0] ?? known?.code ?? '1'),
    display: displays?.[0] ?? known?.fi ?? 'Keksitty',
  };
}
