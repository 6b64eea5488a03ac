import { isShutTo } from '../domain/clients/barred.ts';
import type { ClientContext } from '../domain/clients/file.ts';
import { refuseMergedItself } from '../domain/clients/merged.ts';
import type { ClientHead } from '../domain/clients/model.ts';
import { hasSafetyBan } from '../domain/clients/rules.ts';
import { loadHeads } from '../domain/clients/store.ts';
import type { DocumentHead } from '../domain/documents/model.ts';
import { loadDocument } from '../domain/documents/store.ts';
import type { DocumentId } from '../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Actor } from './actor.ts';
import { mayUseDocument } from './visible-documents.ts';

/** A document, and whether a client of it is under a safety ban now. */
export type FoundDocument = { document: DocumentHead; isBanned: boolean };

/**
 * The document, where the worker's task covers it and no client of it is closed to the worker. To others it is not
 * there: they learn no more than of a document that never was (457/2024 § 1).
 */
export async function findDocument(context: ClientContext, documentId: DocumentId): Promise<FoundDocument> {
  const { file, actor, today } = context;
  refuseMergedItself(context);
  const document = await loadDocument(context, file.head.clientId, documentId);
  if (document === undefined || !mayUseDocument(actor, document, today)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return { document, isBanned: await isBanned(context, document) };
}

/** A shared document tells of all its clients: whom the worker may not know of takes it out of reach. */
async function isBanned(context: ClientContext, { clients }: DocumentHead): Promise<boolean> {
  const { file, remains, actor, services, today } = context;
  const others = clients.filter((clientId) => clientId !== file.head.clientId);
  const heads = others.length === 0 ? [] : await loadHeads(services, actor.controller, others);
  if (heads.some((head) => isClosedTo(head, actor))) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return [file.head, ...(remains === undefined ? [] : [remains.head]), ...heads].some((head) =>
    hasSafetyBan(head, today),
  );
}

/** Whether the file is open to named readers alone, and the worker is none of them, or closed to the worker by name. */
export const isClosedTo = (head: ClientHead, { userId }: Pick<Actor, 'userId'>): boolean =>
  isShutTo(head, userId);
