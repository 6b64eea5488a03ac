import { COMPARE } from '../../shared/access/actions/statistics.ts';
import type { ActContext, RebuiltFacts } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { loadFacts, monthsWithoutFacts, nameOfKey } from '../../shared/domain/statistics/facts-of-month.ts';
import { factItem } from '../../shared/fact-items.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';
import { unlessChanged } from '../../shared/unless-changed.ts';
import { paceOf } from '../migrations/pace.ts';
import { forgetProgress, type Progress, readProgress, tallyOf, writeProgress } from './compare-progress.ts';
import { type MonthsHeld, monthsHeld, type OfKind } from './months-held.ts';
import { registerPages, type Told } from './register-pages.ts';
import { mendsOf, type Stray, straysIn } from './stray-facts.ts';

export type ComparisonRun = {
  services: Services;
  controller: ControllerId;
  ranBy: string;
  /** Writes what is missing, puts right what differs and takes back what is of nothing; otherwise it is only told. */
  mends: boolean;
  unitsPerSecond: number;
  /** Where the run notes how far it is: one that broke off goes on. */
  progressFile: string;
  told: (progress: Progress) => void;
};

export type Comparison = { progress: Progress; stray: OfKind[] } & Pick<MonthsHeld, 'disposed' | 'nameless'>;

/**
 * Holds the facts against the register: whatever a thing was counted as stands, and what stands is told by a thing, or was
 * told by one that was disposed of. What differs is told, or mended. The run is on the log at its beginning and its end.
 */
export async function compareRegister(run: ComparisonRun): Promise<Comparison> {
  const { services, controller, progressFile } = run;
  const context = (): ActContext =>
    systemContext(services, controller, { action: COMPARE, event: 'StatisticsCompared', ranBy: run.ranBy });
  const pace = paceOf(run.unitsPerSecond);
  const progress = readProgress(progressFile, controller);
  await noted(context(), 'begun');
  const pages = registerPages(services, controller, { from: progress.after, pace });
  for await (const { told, older, after } of progress.isRead ? [] : pages) {
    await pace(2 * told.length);
    await lookAt(context, progress, told, run.mends);
    for (const entity of older) progress.older[entity] = (progress.older[entity] ?? 0) + 1;
    progress.after = after;
    progress.isRead = after === undefined;
    writeProgress(progressFile, progress);
    run.told(progress);
  }
  const { disposed, nameless, tooMany } = await monthsHeld(context(), progress, pace);
  const strays = await straysIn(context(), { tooMany, older: progress.older, pace });
  if (run.mends) {
    for (const mend of await mendsOf(context(), strays)) {
      if (await mended(context(), mend)) progress.counts.mended += 1;
    }
  }
  await noted(context(), 'ended');
  forgetProgress(progressFile);
  return { progress, disposed, nameless, stray: byKind(strays) };
}

/** What a page of the register tells, and the facts that are there; and, where it is to be mended, what is missing. */
async function lookAt(
  context: () => ActContext,
  { counts, matched }: Progress,
  page: readonly Told[],
  mends: boolean,
): Promise<void> {
  const past = await monthsWithoutFacts(
    context(),
    page.map(({ month }) => month),
  );
  const told = page.filter(({ month }) => !past.has(month));
  const stored = await loadFacts(
    context(),
    told.flatMap(({ key, gone }) => [key, gone]),
  );
  for (const { key, gone, kind, month, fact } of told) {
    const isUndo = fact.undoes === true;
    const found = stored.get(nameOfKey(key));
    const isDiffering = found?.entity === 'fact' && canonicalJson(found.fact) !== canonicalJson(fact);
    counts.looked += 1;
    if (found === undefined) counts[isUndo ? 'left' : 'missing'] += 1;
    if (isDiffering) counts.differing += 1;
    const isWrong = found === undefined || isDiffering;
    const mend = { puts: [factItem(key, fact)], removes: [], months: [month] };
    const isMended = isWrong && mends && (await mended(context(), mend));
    if (isMended) counts.mended += 1;
    if (found === undefined && !isMended) continue;
    const isGoing = stored.has(nameOfKey(gone));
    if (isGoing && isUndo) continue;
    const name = tallyOf(isGoing ? 'gone' : isUndo ? 'undo' : 'fact', kind, month);
    matched[name] = (matched[name] ?? 0) + 1;
  }
}

/** @returns false where others kept it busy: the next run looks again. */
const mended = (context: ActContext, rebuilt: RebuiltFacts): Promise<boolean> =>
  unlessChanged(() =>
    commit(context, {
      changes: [],
      rebuilt,
      line: { ...LINE, changedFields: ['facts'] },
      answer: { body: {} },
    }),
  );

function byKind(strays: readonly Stray[]): OfKind[] {
  const found = new Map<string, OfKind>();
  for (const { item, month } of strays) {
    const { kind } = item.fact;
    const before = found.get(`${kind} ${month}`) ?? { kind, month, facts: 0 };
    found.set(`${kind} ${month}`, { ...before, facts: before.facts + 1 });
  }
  return [...found.values()];
}

const LINE = {
  clients: [],
  resources: [{ kind: 'statistics' as const, id: 'facts' }],
  dataGroups: ['statistics' as const],
};

const noted = (context: ActContext, what: 'begun' | 'ended'): Promise<unknown> =>
  commit(context, { changes: [], line: { ...LINE, changedFields: [what] }, answer: { body: {} } });
