import { DAYS, type Day } from '../calendar.ts';
import type { County } from '../county.ts';
import type { QuarterWorker } from '../facts.ts';
import type { Member } from '../households.ts';
import type { Moment, Pen } from '../pen.ts';
import { VISITS } from '../visits.ts';
import { isAtWork } from '../workers.ts';

const SITTINGS = [
  VISITS.look,
  VISITS.look,
  VISITS.look,
  VISITS.glance,
  VISITS.write,
  VISITS.write,
  VISITS.write,
  VISITS.draft,
  VISITS.assess,
  VISITS.decide,
  VISITS.plan,
  VISITS.contact,
  VISITS.search,
];

/** Days of those who work with clients: appointments with what comes before and after, and sittings in between. */
export function caseworkers(county: County, pen: Pen): void {
  for (const day of DAYS) {
    for (const worker of county.facts.workers) {
      if (worker.duty !== 'casework' || !isAtWork(worker, day)) continue;
      begin(county, pen, worker, day);
      meetings(county, pen, worker, day);
      sittings(county, pen, worker, day);
      forOthers(county, pen, worker, day);
      if (day.weekday === 1) beforeTeam(county, pen, worker, day);
    }
  }
}

function begin(county: County, pen: Pen, worker: QuarterWorker, day: Day): void {
  const own = county.ownOf(worker, day);
  for (let looks = pen.chance.int(1, 2); looks > 0; looks -= 1) {
    const minute = worker.startsAt + pen.chance.int(1, 400);
    pen.list({ worker, day, minute }, 'ownClients', pen.chance.some(own, 50));
  }
}

function meetings(county: County, pen: Pen, worker: QuarterWorker, day: Day): void {
  for (const { clientId, minute } of county.appointmentsOf(worker, day)) {
    const client = county.client(clientId);
    const { chance } = pen;
    pen.visit({ worker, day, minute: minute - chance.int(5, 60) }, client, VISITS.prepare);
    if (chance.is(0.12)) continue;
    const after = { worker, day, minute: minute + chance.int(45, 110) };
    pen.visit(after, client, chance.pick([VISITS.write, VISITS.write, VISITS.draft, VISITS.assess]));
    if (chance.is(0.35)) withKin(county, pen, { ...after, minute: after.minute + 8 }, client);
  }
}

/** Brothers, sisters and parents have files of their own, which the same talk concerns. */
function withKin(county: County, pen: Pen, moment: Moment, client: Member): void {
  for (const { clientId } of client.relations) {
    const kin = county.client(clientId);
    if (county.tieOf(moment.worker, kin, moment.day, moment.minute) === undefined) continue;
    pen.visit(moment, kin, pen.chance.pick([VISITS.look, VISITS.write]));
  }
}

function sittings(county: County, pen: Pen, worker: QuarterWorker, day: Day): void {
  const { chance } = pen;
  const own = county.ownOf(worker, day);
  const unit = county.ofUnit(worker);
  for (let count = chance.about(7, 2.5); count > 0; count -= 1) {
    const minute = workMinute(pen, worker);
    const isOwn = own.length > 0 && chance.is(0.86);
    // Of one's own, the lively files are opened far oftener than the others.
    const client = isOwn
      ? chance.byWeight(chance.some(own, 12), (one) => 1 / county.paceOf(one))
      : chance.pick(unit);
    pen.visit(
      { worker, day, minute },
      client,
      isOwn ? chance.pick(SITTINGS) : chance.pick([VISITS.look, VISITS.look, VISITS.write, VISITS.glance]),
    );
  }
  for (let calls = chance.int(0, 2); calls > 0; calls -= 1) searches(county, pen, worker, day);
}

/** For the one on holiday whose deputy the worker is, and in the cases that the worker shares with another. */
function forOthers(county: County, pen: Pen, worker: QuarterWorker, day: Day): void {
  const { chance } = pen;
  const away = county.facts.deputies
    .filter(({ userId, from, to }) => userId === worker.userId && from <= day.date && day.date <= to)
    .flatMap(({ deputyFor }) => chance.some(county.ownOf(county.worker(deputyFor), day), chance.int(2, 5)));
  const shared = chance.some(county.sharedOf(worker), chance.int(0, 2));
  for (const client of [...away, ...shared]) {
    const moment = { worker, day, minute: workMinute(pen, worker) };
    pen.visit(moment, client, chance.pick([VISITS.look, VISITS.write, VISITS.prepare]));
  }
}

/** Mostly within the hours, now and then an hour before or after; writing up at home in the evening is rare and happens. */
export function workMinute({ chance }: Pen, { startsAt, endsAt }: QuarterWorker): number {
  const drawn = chance.next();
  if (drawn < 0.93) return chance.int(startsAt, endsAt - 10);
  if (drawn < 0.985) return chance.is(0.4) ? startsAt - chance.int(5, 50) : endsAt + chance.int(0, 70);
  return chance.int(18 * 60, 21 * 60 + 40);
}

/** Somebody rings: found by code (one hit) or by name, which lists the namesakes too. A wrong one is opened at times. */
export function searches(county: County, pen: Pen, worker: QuarterWorker, day: Day): void {
  const { chance } = pen;
  if (worker.role === 'implementing') return;
  const unit = county.ofUnit(worker);
  const sought = chance.pick(unit.length > 0 && chance.is(0.75) ? unit : county.clients);
  const minute = workMinute(pen, worker);
  const tie = { kind: 'intake' as const, reference: worker.grantId };
  const byName = chance.is(0.6);
  const hits = byName ? county.named(sought.family) : [sought];
  pen.list({ worker, day, minute }, 'searched', hits, tie);
  const wrong = byName && chance.is(0.04) ? hits.find((hit) => hit !== sought) : undefined;
  if (wrong !== undefined) pen.visit({ worker, day, minute: minute + 0.4 }, wrong, ['opened']);
  const moment = { worker, day, minute: minute + 1 };
  // Whose client it is not, mostly knows so from the hit and gives the number of the right unit.
  const opens = county.tieOf(worker, sought, day, moment.minute) === undefined ? 0.2 : 0.75;
  if (chance.is(opens)) pen.visit(moment, sought, VISITS.look);
}

/** The team meets on Tuesday morning: on Monday afternoon each goes through what will be told there. */
function beforeTeam(county: County, pen: Pen, worker: QuarterWorker, day: Day): void {
  let minute = worker.endsAt - pen.chance.int(60, 120);
  for (const client of pen.chance.some(county.ownOf(worker, day), pen.chance.int(3, 9))) {
    minute = pen.visit({ worker, day, minute }, client, ['opened', ['notes', 0.4], ['plans', 0.3]]);
  }
}
