import type { Definition, Field } from '../../shared/documents/definition.ts';

/**
 * A definition as Sosmeta publishes it: JSON Schema draft-07 with its remarks. Written for the tests from the
 * form itself, apart from what reads it.
 */
type Json = Record<string, unknown>;

const DATE = '^-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[0-9]|[1-2][0-9]|3[0-1]))?)?$';
const MOMENT =
  '^-?[0-9]{4}(-(0[1-9]|1[0-2])(-(0[0-9]|[1-2][0-9]|3[0-1])(T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?(Z|(\\+|-)((0[0-9]|1[0-3]):[0-5][0-9]|14:00)))?)?)?$';

const inLanguages = (fi: string, sv: string | undefined): Json[] => [
  { lang: 'fi', value: fi },
  ...(sv === undefined ? [] : [{ lang: 'sv', value: sv }]),
];

const plain = (...values: string[]): Json[] => values.map((value) => ({ lang: '', value }));

export function nationalSchemaOf(definition: Definition): Json {
  const { oid, documentType, author, subject, definitionVersion, componentVersion, key, fi, sv, fields } =
    definition;
  const title = `'${fi}' JSON schema`;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    type: 'object',
    additionalProperties: false,
    sosmeta: {
      title,
      status: 'Valmis',
      documentDefinitionVersion: definitionVersion,
      dataComponentLibraryVersion: componentVersion,
      oid,
      documentType,
      ...(author !== undefined && { documentAuthor: author }),
      documentSubject: subject.replace(' ', '  '),
    },
    required: [key],
    properties: { [key]: { sosmeta: { name: inLanguages(fi, sv) }, ...groupSchema(fields) } },
  };
}

const groupSchema = (fields: readonly Field[]): Json => ({
  type: 'object',
  additionalProperties: false,
  required: fields.filter(({ required }) => required).map(({ key }) => key),
  properties: Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field)])),
});

function fieldSchema(field: Field): Json {
  const value = { ...valueSchema(field), sosmeta: remarksOf(field) };
  return field.repeats ? { type: 'array', minItems: field.required ? 1 : 0, items: value } : value;
}

function remarksOf(field: Field): Json {
  const { fi, sv } = field;
  return {
    // A form shows the title; the name stands for the component.
    name: inLanguages('Komponentti', sv === undefined ? '-' : 'Komponent'),
    title: inLanguages(fi, sv ?? '-'),
    description: inLanguages('-', '-'),
    example: inLanguages('-', '-'),
    repeatable: field.repeats === true,
    required: field.required === true,
    conditionalRequired: field.conditional === true,
    nationwideRecordedInformation: field.nationwide === true,
    hiddenField: false,
    rowNumber: 1,
    ...(field.type === 'identifier' && field.system !== undefined && { systemUri: plain(field.system) }),
    ...(field.type === 'code' &&
      field.codeList !== undefined && { classificationOid: plain(field.codeList) }),
    ...(field.type === 'code' && field.codes !== undefined && { acceptedValues: plain(...field.codes) }),
    ...(field.type === 'text' && field.fixedText && { representation: inLanguages('Fraasi', 'Fras') }),
  };
}

function valueSchema(field: Field): Json {
  const string = (closed?: readonly string[]): Json => ({ type: 'string', ...(closed && { enum: closed }) });
  const parts = (properties: Json, ...required: string[]): Json => ({
    type: 'object',
    additionalProperties: false,
    required,
    properties,
  });
  switch (field.type) {
    case 'group':
      return groupSchema(field.fields);
    case 'boolean':
    case 'number':
      return { type: field.type };
    case 'date':
      return { type: 'string', pattern: DATE };
    case 'datetime':
      return { type: 'string', pattern: MOMENT };
    case 'text':
      return { ...string(field.values), ...(field.required && !field.values && { minLength: 1 }) };
    case 'identifier':
      return parts({ system: string(), value: string(field.values) }, 'value');
    case 'quantity':
      return parts({ value: { type: 'number' }, code: string(field.units) }, 'value', 'code');
    case 'code':
    default: {
      const list = field.codeList ?? '';
      const isNational = /^[\d.]+$/.test(list) && field.systems === undefined;
      const pattern = `^urn:oid:${list.replaceAll('.', '\\.')}(\\.\\d+)*$`;
      const system = isNational ? { type: 'string', pattern } : string(field.systems);
      return parts(
        { system, code: string(field.codes), display: string(field.displays) },
        'system',
        'code',
        'display',
      );
    }
  }
}
