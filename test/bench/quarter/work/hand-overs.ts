import { addDays } from '../../../../shared/kernel/local-date.ts';
import { DAYS, FIRST_DAY } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Pen } from '../pen.ts';
import { VISITS } from '../visits.ts';
import { isAtWork } from '../workers.ts';

/** Whoever hands over sums up each file in the last days; whoever takes over learns them all within two weeks. */
export function handOvers(county: County, pen: Pen): void {
  const { chance } = pen;
  for (const { from, to, on, cases } of county.handOvers) {
    const [since, until] = [addDays(on, -5), addDays(on, 14)];
    const before = DAYS.filter((day) => since <= day.date && day.date <= on && isAtWork(from, day));
    const after = DAYS.filter((day) => on <= day.date && day.date <= until && isAtWork(to, day));
    for (const { clientId } of cases) {
      const client = county.client(clientId);
      const [last] = chance.some(before, 1);
      if (last !== undefined) {
        const minute = chance.int(from.startsAt, from.endsAt - 15);
        pen.visit({ worker: from, day: last, minute }, client, [
          'opened',
          ['notes', 0.5],
          'noteWritten',
          ['documentPrinted', 0.05],
        ]);
      }
      const [first] = chance.some(after, 1);
      if (first === undefined) continue;
      pen.visit(
        { worker: to, day: first, minute: chance.int(to.startsAt, to.endsAt - 15) },
        client,
        VISITS.learn,
      );
    }
  }
  newCases(county, pen);
}

/** A case that was opened in the quarter is new to its worker. */
function newCases(county: County, { visit, chance }: Pen): void {
  for (const { clientId, openedOn, responsible } of county.facts.cases) {
    const [first] = responsible;
    if (first === undefined || openedOn < FIRST_DAY) continue;
    const worker = county.worker(first.userId);
    const until = addDays(openedOn, 9);
    const [day] = chance.some(
      DAYS.filter(({ date }) => date >= openedOn && date <= until).filter((one) => isAtWork(worker, one)),
      1,
    );
    if (day === undefined) continue;
    const minute = chance.int(worker.startsAt, worker.endsAt - 15);
    visit({ worker, day, minute }, county.client(clientId), VISITS.learn);
  }
}
