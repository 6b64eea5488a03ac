import { openReason } from '../domain/case-notes/texts.ts';
import type { ClientContext } from '../domain/clients/file.ts';
import { ringOf } from '../domain/clients/store.ts';
import { loadBody, openFinal } from '../domain/documents/body.ts';
import { definitionOfDocument } from '../domain/documents/definitions.ts';
import type { DocumentHead, SupersededDocument } from '../domain/documents/model.ts';
import type { DocumentView } from '../domain/documents/view.ts';
import { SECRECY_MARK } from '../domain/secrecy.ts';
import { loadSpecialMarks } from '../domain/special-categories.ts';
import { visibleContent } from './visible-content.ts';

type Texts = Pick<
  DocumentView,
  'name' | 'content' | 'sha256' | 'hidden' | 'reason' | 'secrecy' | 'specialCategories'
>;

/** What is sealed of a document or of a version of it, as this reader may see it. A mark has no content, nor what is limited. */
export function openedTexts(
  context: ClientContext,
  document: DocumentHead | SupersededDocument,
  isBanned: boolean,
): Promise<Texts> {
  if (!('limited' in document) || document.limited === undefined) {
    return textsOnGround(context, document, isBanned);
  }
  const { bodyId: _kept, ...head } = document;
  return textsOnGround(context, head, isBanned);
}

/** The same with what is limited, for who has one of the grounds of (EU) 2016/679 art. 18(2). */
export async function textsOnGround(
  context: ClientContext,
  document: DocumentHead | SupersededDocument,
  isBanned: boolean,
): Promise<Texts> {
  const ring = ringOf(context);
  const [{ definition }, body, reason, special] = await Promise.all([
    definitionOfDocument(context.services, document.definitionOid),
    document.bodyId === undefined ? undefined : loadBody(context, document.bodyId),
    openReason(ring, document),
    loadSpecialMarks(context),
    // Whoever reads the content needs the client's key: it is asked for beside the content and not after it.
    document.bodyId === undefined ? undefined : ring.warm(),
  ]);
  const { fi, sv } = definition;
  const known = {
    name: { fi, ...(sv === undefined ? {} : { sv }) },
    ...(reason === undefined ? {} : { reason }),
    secrecy: SECRECY_MARK,
    ...special(document),
  };
  if (body === undefined) return { ...known, hidden: [] };
  const { content, sha256 } = await openFinal(ring, body);
  return { ...known, ...visibleContent(context.actor, definition, content, isBanned), sha256 };
}
