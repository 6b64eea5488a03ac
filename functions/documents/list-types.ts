import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { CatalogueEntry } from '../../shared/documents/definition.ts';
import { libraryOf } from '../../shared/documents/library.ts';
import { DocumentKind } from '../../shared/domain/entry-class.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { DocumentType, typeView } from './type-view.ts';

export const TypeQuery = z.strictObject({
  /** Asiakirjatyyppi, as the definitions write it. */
  documentType: z.string().max(80).optional(),
  subject: z.string().max(200).optional(),
  serviceTask: ServiceTask.optional(),
  kind: DocumentKind.optional(),
});
type TypeQuery = z.infer<typeof TypeQuery>;

export const DocumentTypes = z.strictObject({ types: z.array(DocumentType) }).meta({ id: 'DocumentTypes' });
type DocumentTypes = z.infer<typeof DocumentTypes>;

/** The kinds of documents there are, each once by its newest version: some two hundred in the whole country. */
export async function listTypes(
  { services }: ActContext,
  { query }: { query: TypeQuery },
): Promise<Reading<DocumentTypes>> {
  const entries = await libraryOf(services).listDefinitions();
  const types = [...Map.groupBy(entries, ({ typeOid }) => typeOid).values()].flatMap((versions) => {
    const newest = versions.at(-1);
    return newest === undefined ? [] : [typeView(newest, versionsOf(versions))];
  });
  return {
    line: { clients: [], resources: [], dataGroups: ['settings'] },
    body: () => ({ types: types.filter((type) => isAskedFor(type, query)) }),
  };
}

export const versionsOf = (entries: readonly CatalogueEntry[]): string[] =>
  entries.map(({ version }) => version);

const isAskedFor = (type: DocumentType, { documentType, subject, serviceTask, kind }: TypeQuery): boolean =>
  (documentType === undefined || type.documentType === documentType) &&
  (subject === undefined || type.subject === subject) &&
  (serviceTask === undefined || type.serviceTasks.includes(serviceTask)) &&
  (kind === undefined || type.kind === kind);
