import { sha256Of } from '../../shared/crypto/sha256.ts';
import type { FactItem } from '../../shared/domain/statistics/fact-item.ts';
import { monthsOf, type Period } from '../../shared/domain/statistics/periods.ts';
import { type ControllerId, formatId, UnitId } from '../../shared/kernel/id.ts';
import { epochMsOf, Instant } from '../../shared/kernel/instant.ts';
import { FactKind, StoredFact } from '../../shared/statistics-fact.ts';
import { workKeys } from '../../shared/table/keys.ts';
import type { Filler } from './fill.ts';

/** A county of so many; a tenth of them clients, in so many units. Suppositions. */
export const INHABITANTS = 200_000;
const CLIENTS = INHABITANTS / 10;
const UNITS = 60;
const TASKS = ['families', 'childWelfare', 'workingAge', 'older', 'disability', 'substance'] as const;
const CODES = [
  'familyWork',
  'homeCare',
  'childWelfareOpenCare',
  'substituteCare',
  'aftercare',
  'other',
  'contact',
];
/** Half of what is counted are entries and documents, a quarter deliveries of services; the rest in equal parts. */
const COMMON: readonly FactKind[] = [
  'caseNoteFinalised',
  'documentFinalised',
  'serviceDelivered',
  'caseNoteFinalised',
];
/** One in so many is taken back. */
const UNDONE = 100;

/** The same each time: a sequence of numbers that looks like chance. */
function numbers(): (below: number) => number {
  let state = 20_250_101;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const twoDigits = (count: number): string => count.toString().padStart(2, '0');

/** Facts of nobody's acts, as `commit` would have written them. */
export function* inventedFacts(
  { table, controller }: { table: string; controller: ControllerId },
  period: Period,
  count: number,
): Generator<Filler, void> {
  const next = numbers();
  const began = epochMsOf(Instant.parse('2025-01-01T00:00:00.000Z'));
  const units = Array.from({ length: UNITS }, (_, nth) =>
    UnitId.parse(formatId(began + nth, new Uint8Array(10).fill(nth))),
  );
  const persons = Array.from({ length: CLIENTS }, (_, nth) => sha256Of(`person ${nth}`).slice(0, 32));
  const pick = <T>(of: readonly T[]): T | undefined => of[next(of.length)];
  const months = monthsOf(period);
  for (let nth = 0; nth < count; nth += 1) {
    const month = months[nth % months.length] ?? period;
    const isCommon = next(4) < 3;
    const kind = isCommon ? pick(COMMON) : pick(FactKind.options);
    const unit = next(UNITS);
    const fact = StoredFact.parse({
      kind,
      on: `${month}-${twoDigits(next(28) + 1)}`,
      unitId: units[unit],
      // A unit does the work of one service task, now and then with another; what is rare has few codes, and times.
      serviceTasks: [
        TASKS[unit % TASKS.length],
        ...(next(20) === 0 ? [TASKS[(unit + 1) % TASKS.length]] : []),
      ],
      code: CODES[next(isCommon ? CODES.length : 3)],
      ...(isCommon ? {} : { days: next(400), inTime: next(5) > 0 }),
      // A few clients have much, most have little.
      ...(next(50) === 0 ? {} : { person: persons[Math.floor((next(CLIENTS) * next(CLIENTS)) / CLIENTS)] }),
    });
    const head = { entity: 'fact', schemaVersion: 1 } as const;
    const about = sha256Of(`fact ${nth}`).slice(0, 32);
    const canBeUndone = fact.kind === 'caseNoteFinalised' || fact.kind === 'documentFinalised';
    const key = canBeUndone
      ? workKeys.factAbout(controller, month, about)
      : workKeys.fact(controller, month, formatId(began + nth, Buffer.from(about, 'hex').subarray(0, 10)));
    yield { table, item: { ...key, ...head, fact } satisfies FactItem };
    if (canBeUndone && nth % UNDONE === 0) {
      const undo = workKeys.undoneFact(controller, month, about);
      yield { table, item: { ...undo, ...head, fact: { ...fact, undoes: true } } satisfies FactItem };
    }
  }
}
