import * as z from 'zod';
import type { Answer, LinePart, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { extractOf, type LogExtract } from '../../shared/domain/log-requests/extract.ts';
import {
  AnswerContent,
  AskedContent,
  AskedDays,
  asksForOneself,
  type LogRequest,
} from '../../shared/domain/log-requests/model.ts';
import { olderOf, withNewSearch } from '../../shared/domain/log-requests/older.ts';
import { pageForExtract } from '../../shared/domain/log-requests/page-for-extract.ts';
import { recordRequest } from '../../shared/domain/log-requests/record-request.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { oldestFree } from '../../shared/domain/log-requests/rules.ts';
import { loadLogRequest, loadLogRequests } from '../../shared/domain/log-requests/store.ts';
import { headOf, LogRequestHead, openRequest } from '../../shared/domain/log-requests/view.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import { LogRequestId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const MakeOwnRequest = z
  .strictObject({
    /** The last two years, where none are named. */
    days: AskedDays.optional(),
    ...AskedContent.omit({ rightToAct: true }).shape,
  })
  .meta({ id: 'MakeOwnLogRequest' });
export const OwnRequestMade = z
  .strictObject({ requestId: LogRequestId, dueOn: LocalDate, repeats: LogRequestId.optional() })
  .meta({ id: 'OwnLogRequestMade' });

/** The client asks for log data: what the front end shows is not all, such as what is older than two years. */
export function makeOwnRequest(
  context: ClientContext,
  { body }: { body: z.infer<typeof MakeOwnRequest> },
): Promise<Answer<z.infer<typeof OwnRequestMade>>> {
  const { today } = context;
  const days = body.days ?? { from: oldestFree(today), to: today };
  return recordRequest(context, context.file.head.clientId, {
    ...body,
    days,
    receivedOn: today,
    channel: 'citizen',
    asker: 'client',
  });
}

export const OwnRequests = z
  .strictObject({ requests: z.array(LogRequestHead) })
  .meta({ id: 'OwnLogRequests' });

/**
 * What a guardian or another who acts for the client has asked is not told here: the words are theirs, and that they
 * asked may be what they keep from a child. That log data were given to them stands in the client's log.
 */
const isOwn = ({ asker }: Pick<LogRequest, 'asker'>): boolean => asksForOneself(asker);

/** @throws Refusal not found, of another's request too. */
async function ownRequest(context: ClientContext, requestId: LogRequestId): Promise<LogRequest> {
  const request = await loadLogRequest(context, context.file.head.clientId, requestId);
  if (request === undefined || !isOwn(request)) throw new Refusal(COMMON_REFUSALS.notFound);
  return request;
}

const lineOf = ({ file }: ClientContext, requestIds: readonly LogRequestId[]): LinePart => {
  const { clientId } = file.head;
  return {
    clients: [clientId],
    resources: requestIds.map((id) => ({ kind: 'logRequest', id, client: clientId })),
    dataGroups: ['accessLog'],
  };
};

/** What I have asked, and how far it is. */
export async function readOwnRequests(context: ClientContext): Promise<Reading<z.infer<typeof OwnRequests>>> {
  const requests = (await loadLogRequests(context, context.file.head.clientId)).filter(isOwn);
  return {
    line: lineOf(
      context,
      requests.map(({ requestId }) => requestId),
    ),
    body: () => ({ requests: requests.map(headOf) }),
  };
}

export const OwnRequest = LogRequestHead.extend({ asked: AskedContent, answer: AnswerContent }).meta({
  id: 'OwnLogRequest',
});

/** One request with the controller's answer: a refusal is a written decision, and its words are here. */
export async function readOwnRequest(
  context: ClientContext,
  { params: { requestId } }: { params: { requestId: LogRequestId } },
): Promise<Reading<z.infer<typeof OwnRequest>>> {
  const request = await ownRequest(context, requestId);
  return {
    line: lineOf(context, [requestId]),
    body: async () => {
      const { steps: _steps, ...own } = await openRequest(ringOf(context), request);
      return own;
    },
  };
}

/** What the answer gives, the lines older than two years with it where a special reason held. */
export async function readExtractOfRequest(
  context: ClientContext,
  {
    params: { requestId },
    query: { cursor },
  }: { params: { requestId: LogRequestId }; query: { cursor?: string | undefined } },
): Promise<Reading<LogExtract>> {
  const { head } = context.file;
  const [after, request] = await Promise.all([
    openCursor(context, requestId, cursor),
    ownRequest(context, requestId),
  ]);
  if (request.given === undefined) throw new Refusal(LOG_REQUEST_REFUSALS.nothingGiven);
  const older = await olderOf(context, request);
  const { page, about } = await pageForExtract(context, head, request.given, after, older);
  const oldest = page.lines.at(-1)?.event.eventTime;
  const next = await sealCursor(context, requestId, page.next);
  const extract = await extractOf(context, { ...about, ...(next === undefined ? {} : { next }) }, page);
  return {
    line: { ...lineOf(context, [requestId]), ...(oldest === undefined ? {} : { historyFrom: oldest }) },
    body: () => extract,
  };
}

export const OwnSearchMade = z
  .strictObject({ requestId: LogRequestId, version: z.int(), readableUntil: LocalDate })
  .meta({ id: 'OwnLogSearchMade' });

/** What was found for my answer is gone: it is searched for again, and can be read in a while. */
export async function searchAgain(
  context: ClientContext,
  { params: { requestId }, version }: { params: { requestId: LogRequestId }; version: number },
): Promise<Answer<z.infer<typeof OwnSearchMade>>> {
  const { head } = context.file;
  const request = await ownRequest(context, requestId);
  expectVersion(request, version);
  const { put, search } = await withNewSearch(context, head, request);
  const line = lineOf(context, [requestId]);
  return commit(context, {
    changes: [
      { put, when: { version } },
      { put: search, when: 'absent' },
    ],
    line: {
      ...line,
      resources: [...line.resources, { kind: 'accessLog', id: search.searchId, client: head.clientId }],
      changedFields: ['search'],
    },
    answer: { body: { requestId, version: put.version, readableUntil: search.until }, version: put.version },
  });
}
