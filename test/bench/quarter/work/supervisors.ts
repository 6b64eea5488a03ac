import { DAYS } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Pen } from '../pen.ts';
import { VISITS } from '../visits.ts';
import { isAtWork } from '../workers.ts';
import { workMinute } from './caseworkers.ts';

/** Decisions to issue, the unit's lists, the Tuesday meeting, and a look into some files of a worker each month. */
export function supervisors(county: County, pen: Pen): void {
  const { chance } = pen;
  for (const day of DAYS) {
    for (const worker of county.facts.workers) {
      if (worker.duty !== 'supervision' || !isAtWork(worker, day)) continue;
      const unit = county.ofUnit(worker);
      const at = () => ({ worker, day, minute: workMinute(pen, worker) });
      for (let lists = chance.int(2, 5); lists > 0; lists -= 1) {
        pen.list(at(), 'unitCases', chance.some(unit, 50));
      }
      for (let issues = chance.about(8, 3); issues > 0; issues -= 1) {
        pen.visit(at(), chance.pick(unit), VISITS.issue);
      }
      for (let looks = chance.about(4, 2); looks > 0; looks -= 1) {
        pen.visit(at(), chance.pick(unit), VISITS.look);
      }
      if (day.weekday === 2) {
        let minute = 9 * 60;
        for (const client of chance.some(unit, chance.int(15, 30))) {
          minute = pen.visit({ worker, day, minute }, client, ['glance', ['opened', 0.4]]) + 1;
        }
      }
      if (day.place % 30 === 12) {
        let minute = 13 * 60;
        for (const client of chance.some(unit, 12)) {
          minute = pen.visit({ worker, day, minute }, client, ['opened', 'notes', ['documents', 0.6]]);
        }
      }
    }
  }
}
