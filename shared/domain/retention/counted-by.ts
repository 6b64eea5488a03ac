import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { sha256Of } from '../../crypto/sha256.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { storedItem } from '../../table/item.ts';
import { retentionKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';
import { tasksEver } from '../cases/model.ts';
import { ServiceTask } from '../service-tasks.ts';
import { Month } from './model.ts';
import type { PlanRule } from './reckon.ts';
import { RetentionClass, type RetentionRule } from './rules.ts';
import type { UnitHead } from './store.ts';

/** By which rows of the law and of the plan the due months in the index were counted: what changes is found by it. */

/** Rows about one thing, as they were together. */
const Rows = z.strictObject({
  hash: z.string(),
  documentClasses: z.array(RetentionClass),
  serviceTasks: z.array(ServiceTask),
  /** The longest of their periods. */
  years: z.int().nonnegative(),
  events: z.array(z.string()),
  /** Whether one of them keeps for good: what it is about stands in no month. */
  forGood: z.boolean(),
});
type Rows = z.infer<typeof Rows>;

export const RetentionCounted = storedItem('retentionCounted', {
  rows: z.record(z.string(), Rows),
  /** A recount that is under way: to which rows, and the month with which it goes on. */
  underWay: z.strictObject({ to: z.string(), month: Month }).optional(),
  /** From this month on something may be due that no night has looked at. */
  waitsFrom: Month.optional(),
});
export type RetentionCounted = z.infer<typeof RetentionCounted>;

export const loadCounted = ({
  services,
  actor: { controller },
}: Pick<ActContext, 'services' | 'actor'>): Promise<RetentionCounted | undefined> =>
  getItem(services.tables, controller, 'records', retentionKeys.counted(controller), RetentionCounted);

export type RowsOfRules = Readonly<Record<string, Rows>>;

const isClass = (word: string): word is RetentionClass => RetentionClass.safeParse(word).success;
const isTask = (word: string): word is ServiceTask => ServiceTask.safeParse(word).success;

/** The rows that count now. What the plan says of no document of a client has no month in the index. */
export function rowsOf(law: readonly RetentionRule[], plan: readonly PlanRule[]): RowsOfRules {
  const ofLaw = Map.groupBy(law, ({ documentClasses, serviceTasks = [], only = '' }) =>
    ['law', ...documentClasses, ...serviceTasks, only].join(' '),
  );
  const ofPlan = Map.groupBy(
    plan.filter(({ recordType }) => isClass(recordType) || isTask(recordType)),
    ({ recordType }) => `plan ${recordType}`,
  );
  const hashOf = (rows: unknown): string => sha256Of(canonicalJson(rows));
  return Object.fromEntries([
    ...[...ofLaw].map(([name, rows]): [string, Rows] => [
      name,
      {
        hash: hashOf(rows),
        documentClasses: [...(rows[0]?.documentClasses ?? [])],
        serviceTasks: [...(rows[0]?.serviceTasks ?? [])],
        years: Math.max(...rows.map(({ years }) => years)),
        events: [...new Set(rows.map(({ event }) => event))],
        forGood: false,
      },
    ]),
    ...[...ofPlan].map(([name, rows]): [string, Rows] => [
      name,
      {
        hash: hashOf(rows),
        documentClasses: rows
          .map(({ recordType }) => recordType)
          .filter(isClass)
          .slice(0, 1),
        serviceTasks: rows
          .map(({ recordType }) => recordType)
          .filter(isTask)
          .slice(0, 1),
        years: Math.max(...rows.map(({ years }) => years ?? 0)),
        events: [...new Set(rows.map(({ startEvent }) => startEvent ?? ''))],
        forGood: rows.some(({ years }) => years === null),
      },
    ]),
  ]);
}

export type ChangedRows = {
  /** Before or after, of the things whose rows are others now. */
  rows: readonly Rows[];
  years: number;
  /** Whether something may have become due that stood in no month: it is looked for among what is closed. */
  beyondIndex: boolean;
};

/** What is different; nothing where all is as it was. */
export function changedRows(before: RowsOfRules, now: RowsOfRules): ChangedRows | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (name) => before[name]?.hash !== now[name]?.hash,
  );
  if (names.length === 0) return undefined;
  const rows = names.flatMap((name) => [before[name], now[name]]).filter((one) => one !== undefined);
  const isOtherEvent = (name: string): boolean =>
    canonicalJson(before[name]?.events ?? []) !== canonicalJson(now[name]?.events ?? []);
  return {
    rows,
    years: Math.max(...rows.map(({ years }) => years)),
    beyondIndex: names.some((name) => before[name]?.forGood === true || isOtherEvent(name)),
  };
}

const OF_CLIENT: readonly RetentionClass[] = ['clienthood', 'permitOrDenial', 'log'];

/** Whether a unit is one whose month these rows may move. A document of a row of its own may lie in any case. */
export function concerns({ rows }: ChangedRows, head: UnitHead): boolean {
  return rows.some(({ documentClasses, serviceTasks }) => {
    if (head.entity === 'client')
      return documentClasses.some((one) => OF_CLIENT.includes(one)) && serviceTasks.length === 0;
    const tasks = head.entity === 'case' ? tasksEver(head) : head.serviceTasks;
    if (serviceTasks.length > 0) return serviceTasks.some((task) => tasks.includes(task));
    return head.entity === 'case' || documentClasses.includes('document');
  });
}
