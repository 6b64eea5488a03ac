import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { openLabel } from '../../shared/crypto/key-ring.ts';
import type { Print } from '../../shared/documents/render/layout.ts';
import { loadClientKeys } from '../../shared/domain/clients/file.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { supervisorIn } from '../../shared/domain/controllers/supervisor.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { placesKnown } from '../../shared/domain/log-requests/extract.ts';
import { type LetterFacts, letterOf } from '../../shared/domain/log-requests/letter.ts';
import type { LogRequest } from '../../shared/domain/log-requests/model.ts';
import { olderOf } from '../../shared/domain/log-requests/older.ts';
import { type OwnLogLine, ownLine } from '../../shared/domain/log-requests/own-lines.ts';
import { pageForExtract } from '../../shared/domain/log-requests/page-for-extract.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { openAnswer, ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { FILE_BYTES, type FileAnswer, type FileChoice } from '../../shared/http/file-answer.ts';
import { pageFile } from '../../shared/http/page-file.ts';
import type { ClientId, EventId, LogRequestId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { placesInLog } from '../../shared/trail/sealing/prove-lines.ts';
import { expectMayBeTold, knownRequest } from './known-request.ts';

export const LetterQuery = z.strictObject({
  form: z.enum(['html', 'pdf']).default('html'),
  language: z.enum(['fi', 'sv', 'en']).default('fi'),
});
type LetterQuery = z.infer<typeof LetterQuery>;

export const LETTER_FILE: FileChoice<{ query: LetterQuery }> = {
  kinds: ['text/html', 'application/pdf'],
  kindOf: ({ query }) => (query.form === 'pdf' ? 'application/pdf' : 'text/html'),
};

/** So many pages of lines are printed: who has more is given them as a file, or by shorter periods. */
const MOST_PAGES = 40;

type Lines = Pick<LetterFacts, 'withheld' | 'notHeldBefore' | 'proof'> & { lines: OwnLogLine[] };

async function linesOf(context: ActContext, head: ClientHead, request: LogRequest): Promise<Lines> {
  const { given: days } = request;
  const found: Lines = { lines: [], withheld: 0 };
  if (days === undefined) return found;
  const older = await olderOf(context, request);
  const known = new Map<EventId, number>();
  let after: LastKey | undefined;
  for (let count = 0; count === 0 || after !== undefined; count += 1) {
    if (count >= MOST_PAGES) throw new Refusal(LOG_REQUEST_REFUSALS.tooLong, { concerns: [head.clientId] });
    const { page, about } = await pageForExtract(context, head, days, after, older);
    for (const [eventId, index] of placesKnown(page.lines)) known.set(eventId, index);
    found.lines.push(...page.lines.map(({ event, giving }) => ownLine(event, giving)));
    found.withheld += page.withheld;
    if (about.notHeldBefore !== undefined) found.notHeldBefore = about.notHeldBefore;
    after = page.next;
  }
  const eventIds = found.lines.map(({ eventId }) => eventId);
  found.proof = await placesInLog(context.services, context.actor.controller, eventIds, known);
  return found;
}

/** The answer on paper: the decision with its remedy, a page that explains, and the lines. */
export async function printAnswer(
  context: ActContext,
  { params, query }: { params: { clientId: ClientId; requestId: LogRequestId }; query: LetterQuery },
): Promise<Reading<FileAnswer>> {
  const { services, actor, now } = context;
  const { clientId, requestId } = params;
  const [request, head] = await Promise.all([knownRequest(context, params), knownClient(context, clientId)]);
  if (request.state !== 'answered') {
    throw new Refusal(LOG_REQUEST_REFUSALS.nothingGiven, { concerns: [clientId] });
  }
  // A refusal names the client and the request alone: who asked is told of it, whoever may not be told more.
  if (request.given !== undefined) await expectMayBeTold(context, head, request);
  const given = await linesOf(context, head, request);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'logRequest', id: requestId, client: clientId, version: request.version }],
      dataGroups: ['identity', 'accessLog'],
      reasonId: requestId,
    },
    body: async () => {
      const [ring, keys, { organiser }, { notice }] = await Promise.all([
        ringOfAsker(context, clientId),
        loadClientKeys(services.tables, actor.controller, clientId),
        officeOf(services, actor.controller, undefined),
        settingsOf(services, actor.controller),
      ]);
      if (keys === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
      const [answer, label] = await Promise.all([
        openAnswer(ring, request),
        openLabel(services, actor.controller, keys.client),
      ]);
      const supervisor = supervisorIn(notice, query.language);
      const authority = organiser.name;
      const print = letterOf(
        {
          request,
          answer,
          ...given,
          client: `${label.given} ${label.family}`,
          authority,
          supervisor,
          printedAt: now,
        },
        query.language,
      );
      return fileOf(print, query.form, `lokitiedot-${requestId}`, context);
    },
  };
}

async function fileOf(
  print: Print,
  form: LetterQuery['form'],
  name: string,
  { now }: ActContext,
): Promise<FileAnswer> {
  if (form === 'html') return pageFile(print, name);
  const { writePdf } = await import('../../shared/documents/render/pdf/write-pdf.ts');
  const { title, running } = print;
  const { bytes } = await writePdf([print], { title, authority: running.authority, at: now });
  if (bytes.length > FILE_BYTES) throw new Refusal(LOG_REQUEST_REFUSALS.tooLong);
  return { kind: 'application/pdf', bytes, name: `${name}.pdf` };
}
