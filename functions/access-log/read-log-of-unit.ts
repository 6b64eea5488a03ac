import * as z from 'zod';
import { ACCESS_LOG_ACTIONS } from '../../shared/access/actions/access-log.ts';
import type { Identity } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { linesAsked } from '../../shared/trail/questions/ask.ts';
import { type Found, findLines, LogLine, type LogQuery, readingOf } from './log-view.ts';
import { expectOwnUnit } from './may-search.ts';

export const LogOfUnit = z
  .strictObject({ unitId: UnitId, lines: z.array(LogLine), next: z.string().optional() })
  .meta({ id: 'LogOfUnit' });
type LogOfUnit = z.infer<typeof LogOfUnit>;

type Input = { params: { unitId: UnitId }; query: LogQuery };

const questionOf = (services: Services, caller: Identity, { params, query }: Input) => ({
  services,
  caller,
  action: ACCESS_LOG_ACTIONS.readOfUnit,
  subject: params.unitId,
  query,
});

/** In the round of the powers: the rows of the unit. A unit of another controller has none here. */
export const findLogOfUnit = (services: Services, caller: Identity, input: Input): Promise<Found> =>
  findLines(questionOf(services, caller, input), (moments, after) =>
    linesAsked(
      services.tables,
      caller.controller,
      { subject: { of: 'unit', unitId: input.params.unitId }, lineClass: input.query.class },
      moments,
      after,
    ),
  );

/** What those who acted for the unit did. A supervisor asks of the own units alone, the others of all. */
export async function readLogOfUnit(
  context: ActContext,
  input: Input,
  found: Found | undefined,
): Promise<Reading<LogOfUnit>> {
  const { unitId } = input.params;
  expectOwnUnit(context, unitId);
  const reading = await readingOf(context, questionOf(context.services, context.actor, input), found);
  return { line: reading.line, body: async () => ({ unitId, ...(await reading.page()) }) };
}
