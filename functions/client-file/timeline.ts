import * as z from 'zod';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { mergedContexts } from '../../shared/domain/clients/merged.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { DocumentKind } from '../../shared/domain/entry-class.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId, formatId } from '../../shared/kernel/id.ts';
import { epochMsOf, type Instant } from '../../shared/kernel/instant.ts';
import { addDays, LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import { documentNames, FileLine, lineOf, resourceOf, timeOf } from './file-line.ts';
import { lineOfFiles, MergedFrom, mergedIds } from './merged-from.ts';
import { readLines } from './read-lines.ts';

export const TimelineQuery = PageQuery.extend({
  serviceTask: ServiceTask.optional(),
  /** `caseNote` for entries; another kind for documents of it. */
  kind: DocumentKind.optional(),
  /** Days in Finland, both included. */
  from: LocalDate.optional(),
  to: LocalDate.optional(),
});

export const Timeline = z
  .strictObject({
    clientId: ClientId,
    mergedFrom: MergedFrom,
    lines: z.array(FileLine).max(PAGE),
    next: z.string().optional(),
  })
  .meta({ id: 'Timeline' });

const Before = z.strictObject({ before: z.string() });

/** The smallest id of a moment: what happened before has a smaller one. */
export const idAt = (moment: Instant): string => formatId(epochMsOf(moment), new Uint8Array(10));

/** Entries and documents together, the latest first. */
export async function readTimeline(
  context: ClientContext,
  { query }: { query: z.infer<typeof TimelineQuery> },
): Promise<Reading<z.infer<typeof Timeline>>> {
  const { file } = context;
  const { clientId } = file.head;
  const { cursor, limit = PAGE, serviceTask, kind, from, to } = query;
  refuseMerged(file.head);
  const question = [clientId, serviceTask, kind, from, to].join(' ');
  const opened = await openCursor(context, question, cursor);
  const last = to === undefined ? undefined : idAt(startOfDay(addDays(to, 1)));
  const others = await mergedContexts(context);
  const mergedFrom = mergedIds(others);
  const { items, next } = await readLines([context, ...others], {
    limit,
    serviceTask,
    kind,
    before: opened === undefined ? last : Before.parse(opened).before,
    from: from === undefined ? undefined : idAt(startOfDay(from)),
  });
  const oldest = items.at(-1);
  return {
    line: {
      ...lineOfFiles(clientId, mergedFrom),
      resources: [
        ...lineOfFiles(clientId, mergedFrom).resources,
        ...items.map((item) => resourceOf(item, mergedFrom.length > 0)),
      ],
      dataGroups: ['caseNotes', 'documents'],
      ...(oldest === undefined ? {} : { historyFrom: timeOf(oldest) }),
    },
    body: async () => {
      const [sealed, names] = await Promise.all([
        sealCursor(context, question, next === undefined ? undefined : { before: next }),
        documentNames(context.services),
      ]);
      const lines = items.map((item) => lineOf(item, { names, own: clientId }));
      return { clientId, mergedFrom, lines, ...(sealed === undefined ? {} : { next: sealed }) };
    },
  };
}
