import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { newestOf } from '../../shared/domain/documents/definitions.ts';
import { loadOwnDraft, openDocumentDraft } from '../../shared/domain/documents/drafts.ts';
import { DocumentContent, DocumentDraft } from '../../shared/domain/documents/model.ts';
import type { DraftId } from '../../shared/kernel/id.ts';
import { lineOfDraft } from './begin-draft.ts';

const SHOWN = {
  draftId: true,
  clientId: true,
  caseId: true,
  definitionOid: true,
  serviceTasks: true,
  socialServices: true,
  sensitivity: true,
  phase: true,
  documentAt: true,
  language: true,
  version: true,
  createdAt: true,
  savedAt: true,
  takenOverFrom: true,
} as const;
const Shown = DocumentDraft.pick(SHOWN);

export const OpenedDocument = z
  .strictObject({
    ...Shown.shape,
    content: DocumentContent,
    /** Left out where the draft follows the newest version of its definition. */
    newerDefinition: z.string().optional(),
  })
  .meta({ id: 'OpenedDocument' });
type OpenedDocument = z.infer<typeof OpenedDocument>;

/** Opens a draft on whichever machine its writer sits at. The tie to the client must hold today. */
export async function openDraft(
  context: ClientContext,
  { params }: { params: { draftId: DraftId } },
): Promise<Reading<OpenedDocument>> {
  const loaded = await loadOwnDraft(context, params.draftId, context.file.head.clientId);
  const { draft } = loaded;
  const newest = (await newestOf(context.services, draft.definitionOid))?.oid;
  const fields: Record<string, unknown> = draft;
  return {
    version: draft.version,
    line: lineOfDraft(draft, []),
    body: async () =>
      OpenedDocument.parse({
        ...Object.fromEntries(
          Object.keys(SHOWN)
            .map((field) => [field, fields[field]])
            .filter(([, value]) => value !== undefined),
        ),
        content: (await openDocumentDraft(ringOf(context), loaded)).content,
        ...(newest === undefined || newest === draft.definitionOid ? {} : { newerDefinition: newest }),
      }),
  };
}
