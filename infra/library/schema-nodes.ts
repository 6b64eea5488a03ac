import * as z from 'zod';

/**
 * THL's own form of a definition: JSON Schema draft-07 with a `sosmeta` beside each field. Annotations are
 * taken as they come; of what JSON Schema validates by, only what a definition can say is taken, for what is
 * passed over would let a wrong document be final.
 */
const Texts = z.array(z.looseObject({ lang: z.string().optional(), value: z.string() })).catch([]);

/** What Sosmeta says of a field. Other members are annotations, and are left alone. */
const Sosmeta = z
  .looseObject({
    name: Texts.optional(),
    title: Texts.optional(),
    systemUri: Texts.optional(),
    classificationOid: Texts.optional(),
    acceptedValues: Texts.optional(),
    representation: Texts.optional(),
    conditionalRequired: z.boolean().optional(),
    nationwideRecordedInformation: z.boolean().optional(),
  })
  .optional();
export type Sosmeta = z.infer<typeof Sosmeta>;

const SchemaNode = z.looseObject({
  type: z.string().optional(),
  sosmeta: Sosmeta,
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), SchemaNode).optional();
  },
  get items() {
    return SchemaNode.optional();
  },
  additionalProperties: z.unknown().optional(),
  minItems: z.int().optional(),
  minLength: z.int().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.string()).min(1).optional(),
  const: z.string().optional(),
});
export type SchemaNode = z.infer<typeof SchemaNode>;

/** The head that Sosmeta gives a whole definition. */
const DefinitionHead = z.looseObject({
  oid: z.string(),
  documentType: z.string().min(1),
  documentAuthor: z.string().nullish(),
  documentSubject: z.string().nullish(),
  documentDefinitionVersion: z.string(),
  dataComponentLibraryVersion: z.string(),
});

export const DefinitionSchema = SchemaNode.extend({ sosmeta: DefinitionHead });
export type DefinitionSchema = z.infer<typeof DefinitionSchema>;

/** Keywords of draft-07 by which values are judged and which a definition can't say. */
const NOT_TAKEN = [
  '$ref',
  'additionalItems',
  'allOf',
  'anyOf',
  'contains',
  'dependencies',
  'else',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'if',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minProperties',
  'minimum',
  'multipleOf',
  'not',
  'oneOf',
  'patternProperties',
  'propertyNames',
  'then',
  'uniqueItems',
];

/** Those of a node, by name. */
export const notTaken = (node: SchemaNode): string[] =>
  NOT_TAKEN.filter((keyword) => Object.hasOwn(node, keyword));

/** In that language; `-` and nothing are Sosmeta's ways to say none. */
export function textIn(
  texts: readonly { lang?: string | undefined; value: string }[] | undefined,
  lang: string,
): string | undefined {
  const text = texts?.find((one) => one.lang === lang)?.value.trim();
  return text === undefined || text === '' || text === '-' ? undefined : text;
}
