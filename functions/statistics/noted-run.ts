import type { ActContext, Change } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { commit } from '../../shared/commit.ts';
import type { Told } from '../../shared/domain/statistics/cubes/period.ts';
import type { StatisticsEdition, StatisticsUse } from '../../shared/domain/statistics/edition.ts';
import type { FigureDefinition } from '../../shared/domain/statistics/figure-definition.ts';
import type { Period } from '../../shared/domain/statistics/periods.ts';
import { endOf, furtherRun, runOf, type StatisticsRun } from '../../shared/domain/statistics/run.ts';
import { IdempotencyTaken } from '../../shared/idempotency.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { writeIndex } from '../../shared/table/index-write.ts';
import { commitEdition } from './commit-edition.ts';

/** A passing fault is tried again at once; one that stays is told. */
const TRIES = 3;

export type NotedOrder = {
  definition: FigureDefinition;
  period: Period;
  use: StatisticsUse;
  by: StatisticsRun['by'];
  /** `unlessEmpty`: where nothing at all was done in the period nothing is laid down. */
  when: 'noted' | 'unlessEmpty';
  contextOf: (event: 'StatisticsExported' | 'StatisticsRunNoted') => ActContext;
};

type Made = { result: 'made' | 'unchanged'; edition: StatisticsEdition };

/**
 * One export with a record of the run that stands from its beginning and says how far it has come after some months each
 * time: one that was cut short is seen, and where.
 * @throws Refusal, and whatever stayed a fault: the record says that it failed.
 */
export async function notedRun(order: NotedOrder): Promise<Made> {
  const { definition, period, by, contextOf } = order;
  const noting = contextOf('StatisticsRunNoted');
  const { services, actor } = noting;
  const run = runOf(noting, definition, period, by);
  await note(noting, run, { put: run, when: 'absent' });
  let noted = run;
  const further: Told = async (progress) => {
    const next = furtherRun(noted, progress, services.clock.now());
    // It tells of no client: like a cube it is written without a line of its own.
    await writeIndex(services.tables, actor.controller, {
      puts: [],
      removes: [],
      mark: { put: next, when: { version: noted.version } },
    });
    noted = next;
  };
  const end = (how: Parameters<typeof endOf>[2]): Promise<unknown> => {
    const ended = contextOf('StatisticsRunNoted');
    return note(ended, run, endOf(noted, ended.now, how));
  };
  const made = await tried(order, further).catch(async (thrown: unknown) => {
    // A repeated request that was faster has made what this one would have.
    await end({ result: thrown instanceof IdempotencyTaken ? 'unchanged' : 'failed' });
    throw thrown;
  });
  await end({ result: made.result, edition: made.edition.edition });
  return made;
}

async function tried({ definition, period, use, when, contextOf }: NotedOrder, further: Told): Promise<Made> {
  for (let tries = 1; ; tries += 1) {
    const context = contextOf('StatisticsExported');
    try {
      const { isNew, edition } = await commitEdition(context, definition, period, use, when, further);
      return { result: isNew ? 'made' : 'unchanged', edition };
    } catch (thrown) {
      const isTold = thrown instanceof Refusal || thrown instanceof IdempotencyTaken;
      if (isTold || tries >= TRIES) throw thrown;
      const { services, actor } = context;
      services.log.error('JOB_FAILED', {
        controller: actor.controller,
        count: tries,
        ...faultFields(thrown),
      });
    }
  }
}

const note = (context: ActContext, { definitionId }: StatisticsRun, change: Change): Promise<unknown> =>
  commit(context, {
    changes: [change],
    line: {
      clients: [],
      resources: [{ kind: 'statistics', id: definitionId }],
      dataGroups: ['statistics'],
      changedFields: ['run'],
    },
    answer: { body: {} },
  });
