import * as z from 'zod';
import { findDocument } from '../../shared/access/find-document.ts';
import { findNote } from '../../shared/access/find-note.ts';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import {
  MOST_STATEMENTS,
  type SubjectRequest,
  Target,
} from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import {
  type ClientStatement,
  loadStatements,
  openStatement,
  StatementWords,
  sealStatement,
} from '../../shared/domain/data-subject-requests/statement.ts';
import { withStatement } from '../../shared/domain/data-subject-requests/targets.ts';
import {
  expectIdentified,
  expectState,
  stepped,
} from '../../shared/domain/data-subject-requests/transitions.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { ClientId, DocumentId, NoteId, StatementId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { subjectRequestKeys } from '../../shared/table/keys.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';
import { lineOfTargets, targetsOf } from './known-targets.ts';

export const KeepStatement = z
  .strictObject({ target: Target, words: StatementWords })
  .meta({ id: 'KeepClientStatement' });

/**
 * The client's own view of an entry or a document is kept beside it, whatever is decided of the demand itself: in the file
 * in which that stands, also where it was merged into the client's. It is put there as a correction is, and so not before
 * it is known whose view it is (L-11.3).
 */
export async function keepStatement(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof KeepStatement>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { services, actor, now, today } = context;
  const { clientId } = params;
  const [request, { dataSubjectRequests }] = await Promise.all([
    knownRequest(context, params),
    settingsOf(services, actor.controller),
  ]);
  expectState(request, ['open', 'decided', 'done'], version);
  expectIdentified(request, dataSubjectRequests);
  if (request.carriedOut.filter(({ what }) => what === 'statement').length >= MOST_STATEMENTS) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns: [clientId] });
  }
  const [found] = await targetsOf(context, clientId, [body.target]);
  if (found === undefined) throw new Refusal(COMMON_REFUSALS.notFound, { concerns: [clientId] });
  const statementId = StatementId.parse(newId(services));
  const of = found.head.clientId;
  const key = subjectRequestKeys.statement(actor.controller, of, body.target.id, statementId);
  const statement: ClientStatement = {
    ...key,
    entity: 'clientStatement',
    ...created(now, actor.userId),
    statementId,
    clientId: of,
    requestId: request.requestId,
    target: body.target,
    givenOn: today,
    words: await sealStatement(await ringOfAsker(context, of), key, body.words),
  };
  const by = { now, userId: actor.userId };
  const kept: SubjectRequest['carriedOut'][number] = {
    target: body.target,
    what: 'statement',
    version: found.head.version + 1,
    at: now,
  };
  const next = stepped(request, 'carriedOut', { carriedOut: [...request.carriedOut, kept] }, by);
  const line = { ...lineOfTargets(next, [found]), changedFields: ['statement'] };
  return commitStep(context, request, next, line, [
    { put: statement, when: 'absent' },
    withStatement(found, by),
  ]);
}

export const OfNote = z.strictObject({ clientId: ClientId, noteId: NoteId });
export const OfDocument = z.strictObject({ clientId: ClientId, documentId: DocumentId });

export const ClientStatements = z
  .strictObject({
    statements: z.array(
      z.strictObject({ statementId: StatementId, givenOn: LocalDate, words: StatementWords }),
    ),
  })
  .meta({ id: 'ClientStatements' });

const shown = async (
  context: ClientContext,
  target: Target,
): Promise<Reading<z.infer<typeof ClientStatements>>> => {
  const { clientId } = context.file.head;
  const statements = await loadStatements(context, clientId, target);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: target.kind, id: target.id, client: clientId }],
      dataGroups: [target.kind === 'caseNote' ? 'caseNotes' : 'documents'],
    },
    body: async () => ({
      statements: await Promise.all(
        statements.map(async (one) => ({
          statementId: one.statementId,
          givenOn: one.givenOn,
          words: await openStatement(ringOf(context), one),
        })),
      ),
    }),
  };
};

/** What the client has said of an entry: for whoever may read the entry. */
export async function statementsOfNote(
  context: ClientContext,
  { params }: { params: z.infer<typeof OfNote> },
): Promise<Reading<z.infer<typeof ClientStatements>>> {
  const { noteId } = await findNote(context, params.noteId);
  return shown(context, { kind: 'caseNote', id: noteId });
}

/** What the client has said of a document: for whoever may read the document. */
export async function statementsOfDocument(
  context: ClientContext,
  { params }: { params: z.infer<typeof OfDocument> },
): Promise<Reading<z.infer<typeof ClientStatements>>> {
  const { document } = await findDocument(context, params.documentId);
  return shown(context, { kind: 'document', id: document.documentId });
}
