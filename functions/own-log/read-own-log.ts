import * as z from 'zod';
import type { LinePart, Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { extractOf, type LogExtract } from '../../shared/domain/log-requests/extract.ts';
import { type AskedDays, AskedDays as Days } from '../../shared/domain/log-requests/model.ts';
import { OwnLogLine, type OwnPage, ownLine } from '../../shared/domain/log-requests/own-lines.ts';
import { pageForExtract } from '../../shared/domain/log-requests/page-for-extract.ts';
import { oldestFree } from '../../shared/domain/log-requests/rules.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';

export const OwnLogQuery = z.strictObject({ cursor: z.string().max(2000).optional() });
type Input = { query: z.infer<typeof OwnLogQuery> };

export const OwnLog = z
  .strictObject({ days: Days, lines: z.array(OwnLogLine), next: z.string().optional() })
  .meta({ id: 'OwnLog' });

/** What everybody is given without a reason: the last two years (703/2023 § 11(2)). */
const twoYears = ({ today }: ClientContext): AskedDays => ({ from: oldestFree(today), to: today });

async function pageOf(context: ClientContext, { query: { cursor } }: Input) {
  const after = await openCursor(context, 'own', cursor);
  return pageForExtract(context, context.file.head, twoYears(context), after);
}

function lineOf({ file }: ClientContext, { lines }: OwnPage): LinePart {
  const { clientId } = file.head;
  const oldest = lines.at(-1)?.event.eventTime;
  return {
    clients: [clientId],
    resources: [{ kind: 'accessLog', id: clientId }],
    dataGroups: ['accessLog'],
    ...(oldest === undefined ? {} : { historyFrom: oldest }),
  };
}

/** Who has used my data: the latest first, without what a decision in force keeps back. */
export async function readOwnLog(
  context: ClientContext,
  input: Input,
): Promise<Reading<z.infer<typeof OwnLog>>> {
  const { page } = await pageOf(context, input);
  return {
    line: lineOf(context, page),
    body: async () => {
      const next = await sealCursor(context, 'own', page.next);
      const lines = page.lines.map(({ event, giving }) => ownLine(event, giving));
      return { days: twoYears(context), lines, ...(next === undefined ? {} : { next }) };
    },
  };
}

/** The same with the proof of each line. */
export async function readOwnExtract(context: ClientContext, input: Input): Promise<Reading<LogExtract>> {
  const { page, about } = await pageOf(context, input);
  const next = await sealCursor(context, 'own', page.next);
  const extract = await extractOf(context, { ...about, ...(next === undefined ? {} : { next }) }, page);
  return { line: lineOf(context, page), body: () => extract };
}
