import * as z from 'zod';
import { ACCESS_LOG_ACTIONS } from '../../shared/access/actions/access-log.ts';
import type { Identity } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { Services } from '../../shared/services.ts';
import { linesAsked } from '../../shared/trail/questions/ask.ts';
import { type Found, findLines, LogLine, type LogQuery, readingOf } from './log-view.ts';

export const LogPage = z
  .strictObject({ lines: z.array(LogLine), next: z.string().optional() })
  .meta({ id: 'LogPage' });

const questionOf = (services: Services, caller: Identity, query: LogQuery) => ({
  services,
  caller,
  action: ACCESS_LOG_ACTIONS.readOfController,
  subject: caller.controller,
  query,
});

/** In the round of the powers: the rows of the controller. */
export const findLog = (
  services: Services,
  caller: Identity,
  { query }: { query: LogQuery },
): Promise<Found> =>
  findLines(questionOf(services, caller, query), (moments, after) =>
    linesAsked(
      services.tables,
      caller.controller,
      { subject: { of: 'controller' }, lineClass: query.class },
      moments,
      after,
    ),
  );

/** What was done in the whole controller in a period, or what of it was of one class: break-glass, refused, disclosed. */
export async function readLog(
  context: ActContext,
  { query }: { query: LogQuery },
  found: Found | undefined,
): Promise<Reading<z.infer<typeof LogPage>>> {
  const question = questionOf(context.services, context.actor, query);
  const { line, page } = await readingOf(context, question, found);
  return { line, body: page };
}
