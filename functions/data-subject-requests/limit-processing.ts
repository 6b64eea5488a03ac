import * as z from 'zod';
import { findDocument } from '../../shared/access/find-document.ts';
import { findNote } from '../../shared/access/find-note.ts';
import { textsOnGround } from '../../shared/access/opened-texts.ts';
import type { ActContext, Answer, LinePart, Reading } from '../../shared/act.ts';
import { NoteContent } from '../../shared/domain/case-notes/model.ts';
import { openNotesOnGround } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { MOST_LIMITED, type SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { limitedTarget, loadTargets } from '../../shared/domain/data-subject-requests/targets.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { DocumentContent } from '../../shared/domain/documents/model.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitStep } from './commit-step.ts';
import { OfDocument, OfNote } from './keep-statement.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

/** What was granted is marked, and from now on it is kept only (art. 18): what was named, and all of it. */
export async function limitProcessing(
  context: ActContext,
  { params, version }: { params: OneRequest; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['decided'], version);
  const { clientId, requestId, targets } = request;
  const concerns = [clientId];
  if (request.kind !== 'restriction') throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  const found = await loadTargets(context, clientId, targets);
  const isFree = found.every(({ head }) => head.limited === undefined && head.state !== 'removed');
  if (found.length < targets.length || found.length === 0 || found.length > MOST_LIMITED || !isFree) {
    const findings = [
      wrong('limitedNamed', '', '(EU) 2016/679 18 art.', {
        fi: `Rajoitettavat merkinnät ja asiakirjat on nimetty, enintään ${MOST_LIMITED}, eikä niitä ole jo rajoitettu.`,
        sv: `De anteckningar och handlingar som begränsas är nämnda, högst ${MOST_LIMITED}, och inte redan begränsade.`,
        en: `The entries and documents are named, ${MOST_LIMITED} at most, and none of them is restricted already.`,
      }),
    ];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  }
  const by = { now, userId: actor.userId };
  const carriedOut: SubjectRequest['carriedOut'] = found.map(({ target, head }) => ({
    target,
    what: 'restricted',
    version: head.version + 1,
    at: now,
  }));
  const next = stepped(request, 'carriedOut', { state: 'done', carriedOut }, by);
  const limited = { requestId, since: today };
  return commitStep(
    context,
    request,
    next,
    { changedFields: ['limited'] },
    found.map((one) => limitedTarget(one, limited, by)),
  );
}

export const LiftLimit = z
  .strictObject({
    /** The day on which the client was told that the restriction is lifted: before it is (art. 18(3)). */
    toldOn: LocalDate,
  })
  .meta({ id: 'LiftProcessingLimit' });

/** The restriction is over, and the client was told of it before. */
export async function liftLimit(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof LiftLimit>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['done'], version);
  const { clientId, requestId } = request;
  const concerns = [clientId];
  const limited = request.carriedOut.filter(({ what }) => what === 'restricted').map(({ target }) => target);
  if (limited.length === 0 || request.lifted !== undefined || body.toldOn > today) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  const by = { now, userId: actor.userId };
  const found = await loadTargets(context, clientId, limited);
  const own = found.filter(({ head }) => head.limited?.requestId === requestId);
  const lifted = { on: today, toldOn: body.toldOn, by: actor.userId };
  const next = stepped(request, 'lifted', { lifted }, by);
  return commitStep(
    context,
    request,
    next,
    { changedFields: ['limited'] },
    own.map((one) => limitedTarget(one, undefined, by)),
  );
}

export const OnGround = z.strictObject({
  /** (EU) 2016/679 art. 18(2): on what ground what is limited is read. */
  ground: z.enum(['consent', 'legalClaims', 'rightsOfOthers', 'publicInterest']),
});
type OnGround = z.infer<typeof OnGround>;

export const LimitedNote = z.strictObject({ content: NoteContent.optional() }).meta({ id: 'LimitedNote' });
export const LimitedDocument = z
  .strictObject({ content: DocumentContent.optional() })
  .meta({ id: 'LimitedDocument' });

const lineOn = (
  context: ClientContext,
  { kind, id }: { kind: 'caseNote' | 'document'; id: string },
  { ground }: OnGround,
): LinePart => ({
  clients: [context.file.head.clientId],
  resources: [{ kind, id, client: context.file.head.clientId }],
  dataGroups: [kind === 'caseNote' ? 'caseNotes' : 'documents'],
  reasonCode: ground,
});

/** An entry whose processing is restricted, read on a ground of the law, which stands in the line. */
export async function readLimitedNote(
  context: ClientContext,
  { params, query }: { params: z.infer<typeof OfNote>; query: OnGround },
): Promise<Reading<z.infer<typeof LimitedNote>>> {
  const note = await findNote(context, params.noteId);
  return {
    line: lineOn(context, { kind: 'caseNote', id: note.noteId }, query),
    body: async () => {
      const [view] = await openNotesOnGround(context, ringOf(context), [note]);
      return view?.content === undefined ? {} : { content: view.content };
    },
  };
}

/** A document whose processing is restricted, read on a ground of the law, which stands in the line. */
export async function readLimitedDocument(
  context: ClientContext,
  { params, query }: { params: z.infer<typeof OfDocument>; query: OnGround },
): Promise<Reading<z.infer<typeof LimitedDocument>>> {
  const { document, isBanned } = await findDocument(context, params.documentId);
  return {
    line: lineOn(context, { kind: 'document', id: document.documentId }, query),
    body: async () => {
      const { content } = await textsOnGround(context, document, isBanned);
      return content === undefined ? {} : { content };
    },
  };
}
