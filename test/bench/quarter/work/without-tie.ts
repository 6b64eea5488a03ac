import { DAYS } from '../calendar.ts';
import type { County } from '../county.ts';
import type { Member } from '../households.ts';
import type { Moment, Pen } from '../pen.ts';
import { isAtWork } from '../workers.ts';
import { workMinute } from './caseworkers.ts';

/** The reason as it is said, and how often it is true. */
const REASONS: readonly (readonly [string, number])[] = [
  ['contactByClient', 5],
  ['urgentNeed', 3],
  ['absentColleague', 3],
  ['authorityContact', 2],
];

/** Without a tie for a true reason: somebody came to the wrong unit, a colleague fell ill, the police rang. Most write of it. */
export function withoutTie(county: County, pen: Pen): void {
  const { chance } = pen;
  for (const day of DAYS) {
    for (const worker of county.facts.workers) {
      if (worker.duty !== 'casework' || !isAtWork(worker, day) || !chance.is(0.06)) continue;
      const moment = { worker, day, minute: workMinute(pen, worker) };
      const client = stranger(county, pen, moment);
      openFor(pen, moment, client);
    }
  }
  reviews(county, pen);
}

export function stranger(county: County, { chance }: Pen, { worker, day, minute }: Moment): Member {
  for (;;) {
    const client = chance.pick(county.clients);
    if (county.tieOf(worker, client, day, minute) === undefined) return client;
  }
}

function openFor(pen: Pen, moment: Moment, client: Member): void {
  const { chance } = pen;
  const [code] = chance.byWeight(REASONS, ([, weight]) => weight);
  pen.list(moment, 'searched', [client], { kind: 'intake', reference: moment.worker.grantId });
  if (chance.is(0.8)) pen.visit({ ...moment, minute: moment.minute + 1 }, client, ['opened']);
  const tie = pen.breakGlass({ ...moment, minute: moment.minute + 2 }, client, code);
  pen.visit(
    { ...moment, minute: moment.minute + 3 },
    client,
    ['opened', ['notes', 0.4], ['network', 0.2]],
    tie,
  );
  if (!chance.is(0.8)) return;
  pen.visit({ ...moment, minute: moment.minute + chance.int(15, 90) }, client, ['noteWritten'], tie);
}

/** Each supervisor goes through the unit's openings once a week. */
function reviews(county: County, pen: Pen): void {
  for (const day of DAYS) {
    if (day.weekday !== 4) continue;
    for (const worker of county.facts.workers) {
      if (worker.duty !== 'supervision' || !isAtWork(worker, day)) continue;
      const since = day.startMs - 7 * 86_400_000;
      const opened = pen.drafts.filter(
        (draft) =>
          draft.kind === 'openedWithoutTie' &&
          draft.worker.unitId === worker.unitId &&
          draft.ms >= since &&
          draft.ms < day.startMs,
      );
      const clients = opened.flatMap((draft) => draft.clients.map((clientId) => county.client(clientId)));
      pen.list({ worker, day, minute: 14 * 60 }, 'openings', clients, { kind: 'supervision' });
      for (const client of clients) {
        pen.visit({ worker, day, minute: 14 * 60 + 3 }, client, ['opening'], { kind: 'supervision' });
      }
    }
  }
}
