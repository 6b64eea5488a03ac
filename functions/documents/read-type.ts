import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { catalogueEntryOf } from '../../shared/documents/definition.ts';
import { jsonSchemaOf } from '../../shared/documents/json-schema.ts';
import { libraryOf } from '../../shared/documents/library.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { versionsOf } from './list-types.ts';
import { DocumentType, FieldView, typeView } from './type-view.ts';

export const OneType = z.strictObject({
  oid: z
    .string()
    .max(64)
    .regex(/^\d+(?:\.\d+)+$/)
    .meta({ examples: ['1.2.246.537.6.1506.19002'] }),
});

export const TypeVersion = z.strictObject({
  /** Of the definition: `2022.1.10`. The newest when not said. */
  version: z
    .string()
    .max(10)
    .regex(/^\d{4}\.\d{1,2}\.\d{1,2}$/)
    .optional(),
});

/** A JSON Schema of draft 2020-12. */
const Schema = z.record(z.string(), z.unknown()).meta({ id: 'JsonSchema' });

export const DocumentTypeView = z
  .strictObject({
    type: DocumentType,
    /** With its version: what a document names as its definition. */
    definitionOid: z.string(),
    fields: z.array(FieldView),
    /** To build a form from: of a draft, which may be incomplete, and of a final document. */
    schemas: z.strictObject({ draft: Schema, final: Schema }),
  })
  .meta({ id: 'DocumentTypeView' });
type DocumentTypeView = z.infer<typeof DocumentTypeView>;

/** One kind of document: its fields with their labels, and the schemas of its content. */
export async function readType(
  { services }: ActContext,
  {
    params: { oid },
    query: { version },
  }: { params: z.infer<typeof OneType>; query: z.infer<typeof TypeVersion> },
): Promise<Reading<DocumentTypeView>> {
  const library = libraryOf(services);
  const definition = await library.definitionOf(oid, version);
  if (definition === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const entry = catalogueEntryOf(definition);
  const versions = versionsOf(await library.listDefinitions({ typeOid: entry.typeOid }));
  return {
    line: {
      clients: [],
      resources: [{ kind: 'definition', id: definition.oid }],
      dataGroups: ['settings'],
    },
    body: () => ({
      type: typeView(entry, versions),
      definitionOid: definition.oid,
      fields: definition.fields,
      schemas: { draft: jsonSchemaOf(definition, 'draft'), final: jsonSchemaOf(definition, 'final') },
    }),
  };
}
