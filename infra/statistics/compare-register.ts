import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { COMPARE } from '../../shared/access/actions/statistics.ts';
import type { ActContext } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { type Held, loadNamedFacts } from '../../shared/domain/statistics/named-facts.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { monthOf } from '../../shared/kernel/local-date.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { unlessChanged } from '../../shared/unless-changed.ts';
import { paceOf } from '../migrations/pace.ts';
import { forgetProgress, type Progress, readProgress, writeProgress } from './compare-progress.ts';
import { type Gone, gone } from './gone.ts';
import { ENTITIES, toldOf } from './register-facts.ts';

export type ComparisonRun = {
  services: Services;
  controller: ControllerId;
  ranBy: string;
  /** Writes what is missing and takes back what was removed; otherwise it is only told. */
  mends: boolean;
  unitsPerSecond: number;
  /** Where the run notes how far it is: one that broke off goes on. */
  progressFile: string;
  told: (progress: Progress) => void;
};

/** Read at once, so that one page never takes much more than a second's units. */
const ITEMS_READ = 200;

/**
 * Holds the facts against the register: each thing that stands has its fact, each that was removed has it taken back. What
 * differs is told, or mended. Facts whose things are no more (disposed of) are counted by kind and month: they stay. The
 * run is on the log at its beginning and its end.
 */
export async function compareRegister(run: ComparisonRun): Promise<{ progress: Progress; gone: Gone[] }> {
  const { services, controller, progressFile } = run;
  const context = (): ActContext =>
    systemContext(services, controller, { action: COMPARE, event: 'StatisticsCompared', ranBy: run.ranBy });
  const pace = paceOf(run.unitsPerSecond);
  const progress = readProgress(progressFile, controller);
  await noted(context(), 'begun');
  do {
    const page = await services.tables.clientOf(controller).send(
      new ScanCommand({
        TableName: services.tables.records,
        Limit: ITEMS_READ,
        ConsistentRead: true,
        ReturnConsumedCapacity: 'TOTAL',
        FilterExpression: `begins_with(#pk, :own) AND #entity IN (${ENTITIES.map((_, nth) => `:e${nth}`).join()})`,
        ExpressionAttributeNames: { '#pk': 'pk', '#entity': 'entity' },
        ExpressionAttributeValues: {
          ':own': `${controller}#`,
          ...Object.fromEntries(ENTITIES.map((entity, nth) => [`:e${nth}`, entity])),
        },
        ...(progress.after === undefined ? {} : { ExclusiveStartKey: progress.after }),
      }),
    );
    await pace(page.ConsumedCapacity?.CapacityUnits ?? 0);
    const told = (page.Items ?? []).flatMap((item) => toldOf(item) ?? []);
    await pace(2 * told.length);
    for (const held of await loadNamedFacts(context(), told)) await look(context, progress, held, run.mends);
    progress.after = page.LastEvaluatedKey;
    writeProgress(progressFile, progress);
    run.told(progress);
  } while (progress.after !== undefined);
  const found = await gone(context(), progress);
  await noted(context(), 'ended');
  forgetProgress(progressFile);
  return { progress, gone: found };
}

/** What a thing and its fact say of each other; and, where it is to be mended, the fact that is missing. */
async function look(
  context: () => ActContext,
  { counts, matched }: Progress,
  { fact, stands, isThere, isUndone }: Held,
  mends: boolean,
): Promise<void> {
  counts.looked += 1;
  const isMissing = stands && !isThere;
  const isLeft = !stands && isThere && !isUndone;
  if (isMissing) counts.missing += 1;
  if (isLeft) counts.left += 1;
  if (stands && isUndone) counts.takenBack += 1;
  const isMended = mends && (isMissing || isLeft) && (await mended(context(), fact, isLeft));
  if (isMended) counts.mended += 1;
  if (stands && !isUndone && (isThere || isMended)) {
    const name = `${fact.kind} ${monthOf(fact.on)}`;
    matched[name] = (matched[name] ?? 0) + 1;
  }
}

/** @returns false where its own act wrote it meanwhile. */
const mended = (context: ActContext, fact: Held['fact'], isLeft: boolean): Promise<boolean> =>
  unlessChanged(() =>
    commit(context, {
      changes: [],
      facts: [isLeft ? { ...fact, undoes: true } : fact],
      line: { ...LINE, changedFields: ['facts'] },
      answer: { body: {} },
    }),
  );

const LINE = {
  clients: [],
  resources: [{ kind: 'statistics' as const, id: 'facts' }],
  dataGroups: ['statistics' as const],
};

const noted = (context: ActContext, what: 'begun' | 'ended'): Promise<unknown> =>
  commit(context, { changes: [], line: { ...LINE, changedFields: [what] }, answer: { body: {} } });
