import { describe, expect, it } from 'vitest';
import { definitionFromSchema } from '../../../infra/library/definition-from-schema.ts';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import type { Definition } from '../../../shared/documents/definition.ts';
import { withPrescribedTexts } from '../../support/arbitrary-content.ts';
import { nationalSchemaOf } from '../../support/national-schema.ts';

const name = (fi: string, sv = '-') => [
  { lang: 'fi', value: fi },
  { lang: 'sv', value: sv },
];

/** The least of a published definition, with the fields that a test gives. */
const schemaWith = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  additionalProperties: false,
  sosmeta: {
    oid: '1.2.246.537.6.1506.1.2030.1.2',
    status: 'Valmis',
    documentType: 'Päätös',
    documentAuthor: '-',
    documentSubject: 'Yhteiset  asiakasasiakirjat',
    documentDefinitionVersion: '2030-01-02',
    dataComponentLibraryVersion: '2030-01-01',
  },
  required: ['paatos'],
  properties: {
    paatos: {
      type: 'object',
      additionalProperties: false,
      sosmeta: { name: name('Päätös', 'Beslut') },
      required: [],
      properties,
    },
  },
  ...more,
});

const made = (schema: unknown): Definition => {
  const read = definitionFromSchema(schema);
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.definition;
};
const problems = (schema: unknown) => {
  const read = definitionFromSchema(schema);
  return 'problems' in read ? read.problems.map(({ path }) => path) : [];
};

describe('a definition in THL’s own form', () => {
  it.each(listDefinitions().map(({ fi, oid }) => [fi, oid] as const))(
    'says of %s what ours says',
    (_, oid) => {
      const found = definitionOf(oid);
      if (found === undefined) throw new Error('the index names a definition that is not there');
      const definition = withPrescribedTexts(found);
      expect(made(nationalSchemaOf(definition))).toEqual(definition);
    },
  );

  it('is read with its titles, its marks and its parts', () => {
    const { fields, subject, ...head } = made(
      schemaWith({
        aika: {
          type: 'string',
          pattern: '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$',
          description: 'JSON Schema’s own annotation',
          sosmeta: { name: name('Aika'), title: name('Milloin', 'När'), conditionalRequired: true, uusi: 1 },
        },
        laji: {
          type: 'array',
          items: {
            type: 'object',
            sosmeta: {
              name: name('Laji'),
              classificationOid: [{ lang: '', value: '1.2.246.537.6.1248' }],
              nationwideRecordedInformation: true,
            },
            required: ['system', 'code', 'display'],
            properties: {
              system: { type: 'string', pattern: '^urn:oid:1\\.2\\.246\\.537\\.6\\.1248(\\.\\d+)*$' },
              code: { type: 'string' },
              display: { type: 'string' },
            },
          },
        },
      }),
    );
    expect(head).toMatchObject({ key: 'paatos', fi: 'Päätös', sv: 'Beslut' });
    expect(head).not.toHaveProperty('author');
    expect(subject).toBe('Yhteiset asiakasasiakirjat');
    expect(fields).toEqual([
      { key: 'aika', fi: 'Milloin', sv: 'När', conditional: true, type: 'date' },
      {
        key: 'laji',
        fi: 'Laji',
        repeats: true,
        nationwide: true,
        type: 'code',
        codeList: '1.2.246.537.6.1248',
      },
    ]);
  });

  const text = { type: 'string', sosmeta: { name: name('Teksti') } };
  const AT = '/properties/paatos/properties/a';
  it.each([
    ['no text of JSON Schema at all', 'x', ['']],
    ['no head', { type: 'object' }, ['/sosmeta']],
    [
      'a field without a Finnish name',
      schemaWith({ a: { type: 'string' }, b: text }),
      [`${AT}/sosmeta/name`],
    ],
    ['an unknown type', schemaWith({ a: { ...text, type: 'integer' } }), [`${AT}/type`]],
    ['two types', schemaWith({ a: { ...text, type: ['string', 'null'] } }), [`${AT}/type`]],
    ['a choice of forms', schemaWith({ a: { ...text, anyOf: [] } }), [`${AT}/anyOf`]],
    ['a bound', schemaWith({ a: { ...text, maxLength: 10 } }), [`${AT}/maxLength`]],
    ['a pattern of its own', schemaWith({ a: { ...text, pattern: '^A' } }), [AT]],
    [
      'an open object',
      schemaWith({ a: { ...text, type: 'object', additionalProperties: true } }),
      [`${AT}/additionalProperties`],
    ],
    ['a list of nothing', schemaWith({ a: { type: 'array' }, b: text }), [AT]],
    [
      'parts of no known value',
      schemaWith({ a: { ...text, type: 'object', properties: { x: { type: 'string' } } } }),
      [`${AT}/properties`],
    ],
    ['a key that no document can have', schemaWith({ 'Iso Avain': text }), ['/fields/0/key']],
    [
      'a version that is none',
      schemaWith({}, { sosmeta: { ...schemaWith({}).sosmeta, oid: '1.2.3' } }),
      ['/sosmeta/oid'],
    ],
    ['two documents', schemaWith({}, { properties: { a: text, b: text } }), ['/properties']],
  ])('is refused with %s, by its place', (_, schema, paths) => {
    expect(problems(schema)).toEqual(expect.arrayContaining(paths));
  });

  it('is told of all that is wrong at once', () => {
    expect(problems(schemaWith({ a: { ...text, type: 'integer' }, b: { ...text, maxLength: 3 } }))).toEqual([
      `${AT}/type`,
      '/properties/paatos/properties/b/maxLength',
    ]);
  });
});
