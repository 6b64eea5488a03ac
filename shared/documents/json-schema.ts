import { isCodeListOid, SYSTEM_PART } from './code-lists.ts';
import { type CodeField, type Definition, type Field, lacksPrescribedText } from './definition.ts';
import { FHIR_DATE_PATTERN, FHIR_DATETIME_PATTERN } from './fhir-time.ts';
import type { Stage } from './visit.ts';

/** JSON Schema 2020-12, from which a front end builds a form and checks it while it is filled in. */
export type JsonSchema = { [keyword: string]: unknown };

/**
 * The form of a document's content. `final` asks for what is required and closes the values; `draft` says
 * only what each thing looks like. The server's own judgement knows more: conditions between fields and
 * code lists that an operator loads.
 */
export function jsonSchemaOf(definition: Definition, stage: Stage): JsonSchema {
  const { oid, key, fi, sv, fields } = definition;
  const root: Field = { key, fi, ...(sv !== undefined && { sv }), type: 'group', required: true, fields };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:oid:${oid}:${stage}`,
    ...labelOf(root),
    ...objectOf([root], stage),
  };
}

const labelOf = ({ fi, sv }: Pick<Field, 'fi' | 'sv'>): JsonSchema => ({
  title: fi,
  ...(sv !== undefined && { 'x-title-sv': sv }),
});

function objectOf(fields: readonly Field[], stage: Stage): JsonSchema {
  const required = stage === 'final' ? fields.filter((field) => field.required).map(({ key }) => key) : [];
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field, stage)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field, stage: Stage): JsonSchema {
  const about = {
    ...labelOf(field),
    ...(field.conditional && { 'x-conditional': true }),
    ...(field.nationwide && { 'x-nationwide': true }),
  };
  const value = valueSchema(field, stage);
  if (!field.repeats) return { ...about, ...value };
  const filled = field.required && stage === 'final';
  return { ...about, type: 'array', items: value, ...(filled && { minItems: 1 }) };
}

const text = (more: JsonSchema = {}): JsonSchema => ({ type: 'string', ...more });

function valueSchema(field: Field, stage: Stage): JsonSchema {
  const final = stage === 'final';
  switch (field.type) {
    case 'group':
      return objectOf(field.fields, stage);
    case 'text':
      return text({
        ...(final && field.values !== undefined && { enum: closedTo(field.values, field.required) }),
        ...(final && field.required && { pattern: '\\S' }),
        ...(lacksPrescribedText(field) && { 'x-prescribed-text-not-loaded': true }),
      });
    case 'boolean':
    case 'number':
      return { type: field.type };
    case 'date':
      return text({ pattern: FHIR_DATE_PATTERN });
    case 'datetime':
      return text({ pattern: FHIR_DATETIME_PATTERN });
    case 'code':
      return codeSchema(field, stage);
    case 'identifier':
      return parts(
        {
          system: text(final && field.system !== undefined ? { const: field.system } : {}),
          value: text(final ? closed(field.values) : {}),
        },
        final ? ['value'] : [],
      );
    case 'quantity':
    default:
      return parts(
        { value: { type: 'number' }, code: text(final ? closed(field.units) : {}) },
        final ? ['value', 'code'] : [],
      );
  }
}

/** An empty text says nothing, and so is let stand where nothing need be said. */
const closedTo = (values: readonly string[], required: true | undefined): readonly string[] =>
  required || values.includes('') ? values : [...values, ''];

const closed = (values: readonly string[] | undefined): JsonSchema =>
  values === undefined ? { pattern: '\\S' } : { enum: values };

const parts = (properties: Record<string, JsonSchema>, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});

function codeSchema({ codeList, systems, codes, displays }: CodeField, stage: Stage): JsonSchema {
  const listOid = codeList !== undefined && isCodeListOid(codeList) ? codeList : undefined;
  const about = codeList === undefined ? {} : { 'x-code-list': codeList };
  if (stage === 'draft') {
    return { ...about, ...parts({ system: text(), code: text(), display: text() }, []) };
  }
  const system =
    systems !== undefined
      ? { enum: systems }
      : {
          pattern:
            listOid === undefined ? '\\S' : `^urn:oid:${listOid.replaceAll('.', '\\.')}${SYSTEM_PART}$`,
        };
  return {
    ...about,
    ...parts(
      {
        system: text(system),
        code: text(codes === undefined ? {} : { enum: codes }),
        display: text(closed(displays)),
      },
      // Without the list of a national code its name is all that can be said.
      codes !== undefined || listOid === undefined ? ['system', 'code', 'display'] : ['system', 'display'],
    ),
  };
}
