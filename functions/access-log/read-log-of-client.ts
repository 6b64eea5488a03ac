import * as z from 'zod';
import { ACCESS_LOG_ACTIONS } from '../../shared/access/actions/access-log.ts';
import type { Identity } from '../../shared/access/actor.ts';
import { expectKnown } from '../../shared/access/log-reader.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { Services } from '../../shared/services.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { linesAsked } from '../../shared/trail/questions/ask.ts';
import { linesOfClient } from '../../shared/trail/read.ts';
import { type Found, findLines, LogLine, type LogQuery, lineShown, nextOf } from './log-view.ts';
import { reportedLines } from './reported-lines.ts';

export const LogOfClient = z
  .strictObject({ clientId: ClientId, lines: z.array(LogLine), next: z.string().optional() })
  .meta({ id: 'LogOfClient' });
type LogOfClient = z.infer<typeof LogOfClient>;

type Input = { params: { clientId: ClientId }; query: LogQuery };
type Early = { head: ClientHead | undefined; found: Found };

const questionOf = (services: Services, caller: Identity, { params, query }: Input) => ({
  services,
  caller,
  action: ACCESS_LOG_ACTIONS.readOfClient,
  subject: params.clientId,
  query,
});

/** In the round of the powers: whether the client is ours, and one query of the client's own lines. */
export async function findLogOfClient(services: Services, caller: Identity, input: Input): Promise<Early> {
  const { controller } = caller;
  const { clientId } = input.params;
  const { class: lineClass } = input.query;
  const [head, found] = await Promise.all([
    getItem(services.tables, controller, 'records', clientKeys.head(controller, clientId), ClientHead),
    findLines(questionOf(services, caller, input), (moments, after) =>
      lineClass === undefined
        ? linesOfClient(services.tables, controller, clientId, moments, after)
        : linesAsked(
            services.tables,
            controller,
            { subject: { of: 'client', clientId }, lineClass },
            moments,
            after,
          ),
    ),
  ]);
  return { head, found };
}

/** Who used this client's data, which data, when and on what ground (703/2023 § 10), refused attempts included. */
export async function readLogOfClient(
  context: ActContext,
  input: Input,
  early: Early | undefined,
): Promise<Reading<LogOfClient>> {
  const { actor, services } = context;
  const { clientId } = input.params;
  if (early === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectKnown(actor, early.head);
  const { found } = early;
  if ('refusal' in found) throw found.refusal;
  const { items, lastKey } = found.page;
  const shown = await reportedLines(context, input.query, items);
  const oldest = shown.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'accessLog', id: clientId }],
      dataGroups: ['accessLog'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.eventTime }),
    },
    body: async () => {
      const next = await nextOf(questionOf(services, actor, input), lastKey);
      return { clientId, lines: shown.map(lineShown), ...(next === undefined ? {} : { next }) };
    },
  };
}
