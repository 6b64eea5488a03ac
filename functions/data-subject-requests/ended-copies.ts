import type { ActContext, Change } from '../../shared/act.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { loadCopies, type RedactedFile } from '../../shared/domain/data-subject-requests/package/redacted.ts';
import { loadPackage, openReview } from '../../shared/domain/data-subject-requests/package/store.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import type { Outgoing } from '../../shared/events/envelope.ts';

/** One commit takes 25 items: so many copies leave room for the rest. */
export const MOST_COPIES_AT_ONCE = 18;

/**
 * The redacted copies that end with a request: all of one that gives nothing, and of one that was answered those that its
 * package does not give. What was given stays with the package, so that it can be shown what it was.
 */
export async function copiesThatEnd(context: ActContext, request: SubjectRequest): Promise<RedactedFile[]> {
  const { clientId, requestId, state, decision } = request;
  const copies = await loadCopies(context, clientId, requestId);
  if (copies.length === 0) return [];
  const head = await loadPackage(context, clientId, requestId);
  const isGiven = state === 'done' && (decision?.outcome === 'granted' || decision?.outcome === 'partly');
  if (!isGiven || head?.state !== 'released') return copies;
  const ring = await ringOfAsker(context, clientId);
  const reviews = await Promise.all(head.parts.map((_, part) => openReview(ring, head, part)));
  const given = reviews.flatMap(({ files }) => files.flatMap(({ redacted }) => redacted?.copyId ?? []));
  return copies.filter(({ copyId }) => !given.includes(copyId));
}

/** Their keys go with the act; the sealed files, which nothing opens then, are taken away after it. */
export const withoutCopies = (copies: readonly RedactedFile[]): { changes: Change[]; events: Outgoing[] } => {
  const [first] = copies;
  if (first === undefined) return { changes: [], events: [] };
  return {
    changes: copies.map((copy): Change => ({ remove: copy, when: { version: copy.version } })),
    events: [
      {
        type: 'AttachmentRemoved',
        clientId: first.clientId,
        attachmentId: first.of.attachmentId,
        objectNames: copies.map(({ objectName }) => objectName),
      },
    ],
  };
};
