import { DAYS } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Pen } from '../pen.ts';
import { VISITS } from '../visits.ts';
import { isAtWork } from '../workers.ts';
import { searches, workMinute } from './caseworkers.ts';

/** Intake: the queue, many searches, and the matters at hand of those who become clients. */
export function intake(county: County, pen: Pen): void {
  const { chance } = pen;
  for (const day of DAYS) {
    for (const worker of county.facts.workers) {
      if (worker.duty !== 'intake' || !isAtWork(worker, day)) continue;
      const at = () => ({ worker, day, minute: workMinute(pen, worker) });
      const atHand = county.facts.matters.filter(
        ({ userId, from, to }) => userId === worker.userId && from <= day.date && day.date <= to,
      );
      for (let looks = chance.int(3, 6); looks > 0; looks -= 1) {
        const queue = chance.some(atHand, 20).map(({ clientId }) => county.client(clientId));
        pen.list(at(), 'queue', queue, { kind: 'intake', reference: worker.grantId });
      }
      for (let calls = chance.about(9, 3); calls > 0; calls -= 1) searches(county, pen, worker, day);
      for (const { clientId } of chance.some(atHand, chance.int(6, 12))) {
        pen.visit(at(), county.client(clientId), VISITS.take);
      }
    }
  }
}
