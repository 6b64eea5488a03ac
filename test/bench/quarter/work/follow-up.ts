import { DAYS } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Pen } from '../pen.ts';
import { isAtWork } from '../workers.ts';
import { workMinute } from './caseworkers.ts';

/** The data-protection officer follows the use of data: samples each week, whole investigations twice a month. */
export function followUp(county: County, pen: Pen): void {
  const { chance } = pen;
  const supervision = { kind: 'supervision' } as const;
  for (const day of DAYS) {
    for (const worker of county.facts.workers) {
      if (worker.duty !== 'dataProtection' || !isAtWork(worker, day)) continue;
      const isInvestigation = day.place % 15 === 6;
      for (const client of chance.some(county.clients, isInvestigation ? 35 : chance.int(1, 6))) {
        const moment = { worker, day, minute: workMinute(pen, worker) };
        pen.visit(moment, client, ['logOfClient', ['logOfClient', 0.4]], supervision);
      }
      for (let pages = isInvestigation ? 40 : chance.int(0, 3); pages > 0; pages -= 1) {
        const shown = chance.some(county.clients, chance.int(5, 20));
        pen.list({ worker, day, minute: workMinute(pen, worker) }, 'logOfUser', shown, supervision);
      }
    }
  }
}
