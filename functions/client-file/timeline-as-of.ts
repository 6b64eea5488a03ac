import * as z from 'zod';
import { hasSpecialRight } from '../../shared/access/actor.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { mergedContexts } from '../../shared/domain/clients/merged.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { endOf } from './day-asked.ts';
import { documentNames, resourceOf, timeOf, writtenAtOf } from './file-line.ts';
import { LineThen, lineThen } from './line-then.ts';
import { lineOfFiles, MergedFrom, mergedIds } from './merged-from.ts';
import { readLines } from './read-lines.ts';
import { idAt } from './timeline.ts';

export const TimelineAsOfQuery = PageQuery.extend({ on: LocalDate });

export const TimelineAsOf = z
  .strictObject({
    clientId: ClientId,
    on: LocalDate,
    mergedFrom: MergedFrom,
    lines: z.array(LineThen).max(PAGE),
    next: z.string().optional(),
  })
  .meta({ id: 'TimelineAsOf' });

const Before = z.strictObject({ before: z.string() });

/**
 * Entries and documents that had been written by the end of the day, in the state they then had. What was written
 * later of earlier things is left out; what was corrected, removed or moved since says so, and the version that stood
 * is told to who may read superseded versions.
 */
export async function readTimelineAsOf(
  context: ClientContext,
  { query }: { query: z.infer<typeof TimelineAsOfQuery> },
): Promise<Reading<z.infer<typeof TimelineAsOf>>> {
  const { actor, file, services } = context;
  const { on, cursor, limit = PAGE } = query;
  const { clientId } = file.head;
  const moment = endOf(context, on);
  const question = `${clientId} ${on}`;
  const opened = await openCursor(context, question, cursor);
  const others = await mergedContexts(context);
  const mergedFrom = mergedIds(others);
  const [names, { items, next }] = await Promise.all([
    documentNames(services),
    readLines([context, ...others], {
      limit,
      before: opened === undefined ? idAt(moment) : Before.parse(opened).before,
      isShown: (item) => item.createdAt < moment && writtenAtOf(item) < moment,
    }),
  ]);
  const mayReadVersions = hasSpecialRight(actor, 'correctRecord');
  const by = { names, own: clientId, mayReadVersions };
  const lines = await Promise.all(items.map((item) => lineThen(context, item, moment, by)));
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
      const sealed = await sealCursor(context, question, next === undefined ? undefined : { before: next });
      return { clientId, on, mergedFrom, lines, ...(sealed === undefined ? {} : { next: sealed }) };
    },
  };
}
