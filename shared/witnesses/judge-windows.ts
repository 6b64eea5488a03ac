import type { Action } from '../access/action.ts';
import { PowersItem } from '../access/powers.ts';
import type { ActContext } from '../act.ts';
import { commit } from '../commit.ts';
import type { Judgement, WitnessRun } from '../domain/witnesses/model.ts';
import { findingsBetween, loadRun, runKey } from '../domain/witnesses/store.ts';
import { type ControllerId, UserId } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Services, Tables } from '../services.ts';
import { systemContext } from '../system-context.ts';
import { changed, created } from '../table/item.ts';
import { userKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import { DAYS_OF_RUNS, goesAfterDays } from '../table/time-to-live.ts';
import { findingIdOf } from './finding-id.ts';
import { gather, type SealedOf, unsealed, type Witnesses } from './gather.ts';
import { newFindings, type PutFinding } from './new-findings.ts';
import { type Difference, type Evidence, reconcile, type Window } from './reconcile.ts';
import type { VersionedStore } from './versioned-store.ts';

export type Reconciler = Witnesses & {
  services: Services;
  sealed: SealedOf;
  /** The archive where its objects have versions; a folder has none. */
  versioned: VersionedStore | undefined;
};

/** Judged `until` a moment: what was delivered by then. */
export type Judged = { judgement: Judgement; window: Window; until: Instant };

export const RECONCILE: Action = {
  name: 'accessLog.reconcile',
  title: {
    fi: 'Vertaa käyttölokia AWS:n omiin merkintöihin',
    sv: 'Jämför användningsloggen med AWS egna anteckningar',
    en: "Compare the access log with AWS's own records",
  },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 10; (EU) 2016/679 art. 32',
};

/** What no comparison of a window finds, and none can settle. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'secondVersion',
  'objectHidden',
  'sealedLogNotWhole',
  'deployedUnannounced',
]);

/** PutFinding in one commit beside the run's own record and line. */
const IN_COMMIT = 20;

/**
 * Judges one window for all controllers, for the doors are theirs together. What is found is stored once and is a line
 * of the log itself, so that nobody can take it away; the run's record is put last and ends the judgement.
 * @returns how many new findings there are.
 */
export async function judgeWindow(
  reconciler: Reconciler,
  controllers: readonly ControllerId[],
  judged: Judged,
): Promise<number> {
  const { services } = reconciler;
  const { evidence, more } = await gather(reconciler, controllers, judged.window, judged.until);
  const late = judged.judgement === 'second' ? await unsealed(reconciler.sealed, controllers, evidence) : [];
  const differences = await Promise.all(
    [...reconcile(evidence), ...more, ...late].map(async (difference) => ({
      difference,
      owners:
        difference.controller === undefined
          ? await ownersOf(services.tables, controllers, difference.by)
          : [difference.controller],
    })),
  );
  let found = 0;
  for (const controller of controllers) {
    const own = differences
      .filter(({ owners }) => owners.includes(controller))
      .map(({ difference }) => difference);
    found += await judgeFor(services, controller, judged, { evidence, differences: own });
  }
  return found;
}

/** Whose user a door has answered; where nobody's, each controller hears of it. */
async function ownersOf(
  tables: Tables,
  controllers: readonly ControllerId[],
  by: string,
): Promise<readonly ControllerId[]> {
  const userId = UserId.safeParse(by).data;
  if (userId === undefined) return controllers;
  const owning = await Promise.all(
    controllers.map((controller) =>
      getItem(tables, controller, 'records', userKeys.powers(controller, userId), PowersItem),
    ),
  );
  const found = controllers.filter((_, place) => owning[place] !== undefined);
  return found.length === 0 ? controllers : found;
}

async function judgeFor(
  services: Services,
  controller: ControllerId,
  { judgement, window }: Judged,
  { evidence, differences }: { evidence: Evidence; differences: readonly Difference[] },
): Promise<number> {
  const { tables } = services;
  if ((await loadRun(tables, controller, judgement, window.from)) !== undefined) return 0;
  const context = systemContext(services, controller, {
    action: RECONCILE,
    event: 'WitnessesCompared',
    ranBy: 'reconciler',
  });
  const byId = new Map(differences.map((difference) => [findingIdOf(difference), difference]));
  const fresh = await newFindings(context, byId);
  const settled = judgement === 'second' ? await settledBy(context, window, byId) : [];
  await store(context, [...fresh, ...settled], runOf(context, { judgement, window }, evidence, fresh.length));
  return fresh.length;
}

/** What came after all: the second judgement does not find it any more. */
async function settledBy(
  { services, actor, now }: ActContext,
  window: Window,
  found: ReadonlyMap<string, Difference>,
): Promise<PutFinding[]> {
  const findings = await findingsBetween(services.tables, actor.controller, window);
  return findings
    .filter(({ state, kind, findingId }) => state === 'open' && !OF_OTHERS.has(kind) && !found.has(findingId))
    .map((finding) => ({
      put: { ...finding, ...changed(finding, now, actor.userId), state: 'settled' },
      when: { version: finding.version },
    }));
}

function runOf(
  { actor, now }: ActContext,
  { judgement, window }: Pick<Judged, 'judgement' | 'window'>,
  { uses, answers, lines }: Evidence,
  findings: number,
): WitnessRun {
  const { controller } = actor;
  const inside = <T extends { at: Instant }>(members: readonly T[]): T[] =>
    members.filter(({ at }) => at >= window.from && at < window.to);
  const own = inside(lines).filter((line) => line.controller === controller);
  return {
    ...runKey(controller, judgement, window.from),
    entity: 'witnessRun',
    ...created(now, actor.userId),
    judgement,
    ...window,
    uses: inside(uses).length,
    answers: inside(answers).length,
    lines: own.length,
    linesOfRuns: own.filter(({ from }) => from === 'run').length,
    findings,
    ttl: goesAfterDays(now, DAYS_OF_RUNS),
  };
}

/** The run's record goes with the last findings: what died before is begun again and finds what it put already. */
async function store(context: ActContext, findings: readonly PutFinding[], run: WitnessRun): Promise<void> {
  for (let place = 0; place === 0 || place < findings.length; place += IN_COMMIT) {
    const some = findings.slice(place, place + IN_COMMIT);
    const isLast = place + IN_COMMIT >= findings.length;
    await commit(context, {
      changes: [...some, ...(isLast ? [{ put: run, when: 'absent' as const }] : [])],
      line: {
        clients: [],
        resources: [
          { kind: 'job', id: `${run.judgement} ${run.from}` },
          ...some.map(({ put: { findingId: id, version } }) => ({
            kind: 'witnessFinding' as const,
            id,
            version,
          })),
        ],
        dataGroups: ['accessLog'],
        changedFields: some.length === 0 ? [] : ['finding'],
      },
      answer: { body: {} },
    });
  }
}
