import * as z from 'zod';

/**
 * Asiakirjan määrittely: what a national document holds, as THL publishes it (määräys 5/2024; the
 * service is Sosmeta). One definition is data: a new version is loaded, never programmed.
 *
 * `required` must be there in a final document; `conditional` is required in a case that THL's prose
 * names; `repeats` is a JSON array; `nationwide` is recorded alike in the whole country.
 */
const everyField = {
  key: z.string().regex(/^[a-z0-9_]+$/),
  fi: z.string().min(1),
  sv: z.string().optional(),
  required: z.literal(true).optional(),
  conditional: z.literal(true).optional(),
  repeats: z.literal(true).optional(),
  nationwide: z.literal(true).optional(),
};

const closedValues = z.array(z.string()).min(1);

const TextField = z.strictObject({
  ...everyField,
  type: z.literal('text'),
  values: closedValues.optional(),
  /** The only value is a prescribed paragraph; the operator's own load brings it as `values`. */
  fixedText: z.literal(true).optional(),
});

const PlainField = z.strictObject({
  ...everyField,
  type: z.enum(['boolean', 'number', 'date', 'datetime']),
});

const CodeField = z.strictObject({
  ...everyField,
  type: z.literal('code'),
  /** OID of a national code list; a name in words where the definition keeps a list of its own. */
  codeList: z.string().optional(),
  systems: closedValues.optional(),
  codes: closedValues.optional(),
  displays: closedValues.optional(),
});
export type CodeField = z.infer<typeof CodeField>;

const IdentifierField = z.strictObject({
  ...everyField,
  type: z.literal('identifier'),
  system: z.string().optional(),
  values: closedValues.optional(),
});

const QuantityField = z.strictObject({
  ...everyField,
  type: z.literal('quantity'),
  units: closedValues.optional(),
});

const keysDiffer = (fields: readonly { key: string }[]): boolean =>
  new Set(fields.map(({ key }) => key)).size === fields.length;

const LeafField = z.discriminatedUnion('type', [
  TextField,
  PlainField,
  CodeField,
  IdentifierField,
  QuantityField,
]);
const GroupHead = z.strictObject({ ...everyField, type: z.literal('group') });

export type GroupField = z.infer<typeof GroupHead> & { fields: Field[] };
export type Field = z.infer<typeof LeafField> | GroupField;

/** A prescribed paragraph that is not known before the operator has loaded the definition. */
export const lacksPrescribedText = (field: Field): boolean =>
  field.type === 'text' && field.fixedText === true && field.values === undefined;

const Fields: z.ZodType<Field[]> = z.lazy(() =>
  z.array(z.union([LeafField, GroupHead.extend({ fields: Fields })])).refine(keysDiffer, 'each key once'),
);

const DEFINITION_OID = /^(?<typeOid>\d+(?:\.\d+)+)\.(?<version>\d{4}\.\d{1,2}\.\d{1,2})$/;

/** A definition's OID ends in its version's date: `1.2.246.537.6.1505.2` and `2022.6.28`. */
export function splitDefinitionOid(oid: string): { typeOid: string; version: string } | undefined {
  const { typeOid, version } = DEFINITION_OID.exec(oid)?.groups ?? {};
  return typeOid === undefined || version === undefined ? undefined : { typeOid, version };
}

export const Definition = z.strictObject({
  oid: z.string().regex(DEFINITION_OID),
  /** Asiakirjatyyppi: Päätös, Suunnitelma, Asiakaskertomusmerkintä and so on. */
  documentType: z.string().min(1),
  author: z.string().optional(),
  /** Asiakirjan aihe: the service area whose document it is; some definitions leave it empty. */
  subject: z.string(),
  definitionVersion: z.string(),
  componentVersion: z.string(),
  key: everyField.key,
  fi: everyField.fi,
  sv: everyField.sv,
  type: z.literal('group'),
  required: z.literal(true),
  fields: Fields,
});
export type Definition = z.infer<typeof Definition>;

/** A line of the catalogue: enough to choose a definition without reading it. */
export const CatalogueEntry = z.strictObject({
  oid: z.string(),
  typeOid: z.string(),
  version: z.string(),
  key: z.string(),
  documentType: z.string(),
  fi: z.string(),
  sv: z.string().optional(),
  subject: z.string(),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

/** The catalogue's line of a definition. */
export function catalogueEntryOf(definition: Definition): CatalogueEntry {
  const arcs = splitDefinitionOid(definition.oid);
  if (arcs === undefined) throw new Error(`${definition.oid} does not end in a version`);
  const { oid, key, documentType, fi, sv, subject } = definition;
  return { oid, ...arcs, key, documentType, fi, ...(sv !== undefined && { sv }), subject };
}
