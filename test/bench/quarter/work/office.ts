import { DAYS } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Pen } from '../pen.ts';
import { VISITS } from '../visits.ts';
import { isAtWork } from '../workers.ts';
import { workMinute } from './caseworkers.ts';

/** The office: invoices at the turn of the month, and copies and statements for courts and for clients themselves. */
export function office(county: County, pen: Pen): void {
  const { chance } = pen;
  for (const day of DAYS) {
    for (const worker of county.facts.workers) {
      if (!isAtWork(worker, day)) continue;
      const dayOfMonth = Number(day.date.slice(8));
      if (worker.duty === 'invoicing') {
        const isRun = dayOfMonth >= 25 || dayOfMonth <= 4;
        let minute = worker.startsAt + 20;
        for (const client of chance.some(county.clients, isRun ? chance.int(70, 130) : chance.int(8, 25))) {
          minute = pen.visit({ worker, day, minute }, client, VISITS.invoice) + chance.int(0, 2);
        }
      }
      if (worker.duty === 'informationRequests') {
        for (let asked = chance.int(1, 4); asked > 0; asked -= 1) {
          pen.visit(
            { worker, day, minute: workMinute(pen, worker) },
            chance.pick(county.clients),
            VISITS.statement,
          );
        }
      }
    }
  }
}
