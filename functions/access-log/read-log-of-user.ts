import * as z from 'zod';
import { ACCESS_LOG_ACTIONS } from '../../shared/access/actions/access-log.ts';
import type { Identity } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { UserId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { linesAsked } from '../../shared/trail/questions/ask.ts';
import { linesOfUser } from '../../shared/trail/read.ts';
import { type Found, findLines, LogLine, type LogQuery, readingOf } from './log-view.ts';

export const LogOfUser = z
  .strictObject({ userId: UserId, lines: z.array(LogLine), next: z.string().optional() })
  .meta({ id: 'LogOfUser' });
type LogOfUser = z.infer<typeof LogOfUser>;

type Input = { params: { userId: UserId }; query: LogQuery };

const questionOf = (services: Services, caller: Identity, { params, query }: Input) => ({
  services,
  caller,
  action: ACCESS_LOG_ACTIONS.readOfUser,
  subject: params.userId,
  query,
});

/** In the round of the powers: the months' index, or one query of a class. Another controller's user has no line here. */
export function findLogOfUser(services: Services, caller: Identity, input: Input): Promise<Found> {
  const { userId } = input.params;
  const { class: lineClass } = input.query;
  const { tables } = services;
  return findLines(questionOf(services, caller, input), (moments, after) =>
    lineClass === undefined
      ? linesOfUser(tables, caller.controller, userId, moments, after)
      : linesAsked(tables, caller.controller, { subject: { of: 'user', userId }, lineClass }, moments, after),
  );
}

/** Whose data this worker used. The line names every client shown, so that each sees this look too. */
export async function readLogOfUser(
  context: ActContext,
  input: Input,
  found: Found | undefined,
): Promise<Reading<LogOfUser>> {
  const { userId } = input.params;
  const reading = await readingOf(context, questionOf(context.services, context.actor, input), found);
  return { line: reading.line, body: async () => ({ userId, ...(await reading.page()) }) };
}
