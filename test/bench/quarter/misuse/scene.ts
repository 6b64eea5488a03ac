import { DAYS, type Day } from '../calendar.ts';
import type { Chance } from '../chance.ts';
import type { County } from '../county.ts';
import type { Deed, Tie } from '../draft.ts';
import type { QuarterWorker } from '../facts.ts';
import type { Member } from '../households.ts';
import type { Life } from '../lives.ts';
import type { Moment, Pen } from '../pen.ts';
import { isAtWork } from '../workers.ts';

/** What the tellers of deeds need: who knows whom, and when somebody was at work. */
export type Scene = {
  county: County;
  pen: Pen;
  chance: Chance;
  /** A deed of its own, which its lines then carry. */
  deed: Deed;
  /** Somebody with a client of such a part of life, not taken before: tied by the unit or by nothing. */
  couple: (part: Exclude<keyof Life, 'self'>, tie: 'unit' | 'none') => Couple;
  /** A worker of such a kind, not taken before. */
  worker: (fits: (worker: QuarterWorker) => boolean) => QuarterWorker;
  /** Days at work, in their order. */
  days: (worker: QuarterWorker, count: number, among?: readonly Day[]) => Day[];
  /** A moment within the hours, or just beside them. */
  at: (worker: QuarterWorker, day: Day) => Moment;
};
export type Couple = { worker: QuarterWorker; client: Member };
/** One kind of deed: how many are planted at least and at most, and how one is done. */
export type Plan = {
  kind: string;
  told: string;
  count: readonly [number, number];
  act: (scene: Scene) => void;
};

const HANDS: ReadonlySet<QuarterWorker['duty']> = new Set(['casework', 'intake', 'supervision']);

export function play(county: County, pen: Pen, isMisuse: boolean, plans: readonly Plan[]): void {
  const { chance } = pen;
  const taken = new Set<unknown>();
  const workers = county.facts.workers.filter(
    ({ duty, employedUntil }) => HANDS.has(duty) && employedUntil === undefined,
  );

  function worker(fits: (worker: QuarterWorker) => boolean): QuarterWorker {
    const able = county.facts.workers.filter((one) => fits(one));
    const free = able.filter((one) => !taken.has(one));
    const one = chance.pick(free.length > 0 ? free : able);
    taken.add(one);
    return one;
  }

  function couple(part: Exclude<keyof Life, 'self'>, tie: 'unit' | 'none'): Couple {
    const [middle] = DAYS.slice(45);
    const couples = workers.flatMap((one) => {
      const circle = county.lives.of(one)[part];
      const fitting = circle.filter((client) => {
        const found = middle === undefined ? undefined : county.tieOf(one, client, middle, 600);
        return !taken.has(client) && (tie === 'unit' ? found?.kind === 'unit' : found === undefined);
      });
      return fitting.map((client) => ({ worker: one, client }));
    });
    // Where life gave no such couple, somebody whom nobody knows of is known all the same.
    const one = couples.length > 0 ? chance.pick(couples) : invented(tie);
    taken.add(one.client);
    return one;
  }

  function invented(tie: 'unit' | 'none'): Couple {
    const one = chance.pick(workers.filter(({ duty }) => duty === 'casework'));
    const others = tie === 'unit' ? county.ofUnit(one) : county.clients;
    const [middle] = DAYS.slice(45);
    for (;;) {
      const client = chance.pick(others);
      const found: Tie | undefined =
        middle === undefined ? undefined : county.tieOf(one, client, middle, 600);
      if (tie === 'unit' ? found?.kind === 'unit' : found === undefined) return { worker: one, client };
    }
  }

  const days = (one: QuarterWorker, count: number, among: readonly Day[] = DAYS): Day[] =>
    chance
      .some(
        among.filter((day) => isAtWork(one, day)),
        count,
      )
      .toSorted((a, b) => a.place - b.place);

  function at(one: QuarterWorker, day: Day): Moment {
    const minute = chance.is(0.85) ? chance.int(one.startsAt, one.endsAt) : one.endsAt + chance.int(0, 60);
    return { worker: one, day, minute };
  }

  for (const { kind, told, count, act } of plans) {
    for (let left = chance.int(...count); left > 0; left -= 1) {
      const deed: Deed = { deedId: `${kind}-${left}`, isMisuse, kind, told };
      act({ county, pen, chance, deed, couple, worker, days, at: (one, day) => ({ ...at(one, day), deed }) });
    }
  }
}
