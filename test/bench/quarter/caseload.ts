import { CaseId, GrantId } from '../../../shared/kernel/id.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { DAYS, FIRST_DAY, LAST_DAY } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { QuarterCase, QuarterDeputy, QuarterUnit, QuarterWorker } from './facts.ts';
import type { Member } from './households.ts';
import { olderId } from './ids.ts';
import { isClose, type Lives } from './lives.ts';
import { isAbsent } from './workers.ts';

type Answering = {
  userId: QuarterWorker['userId'];
  from: QuarterCase['openedOn'];
  to?: QuarterCase['openedOn'];
};
type Case = QuarterCase & { responsible: Answering[] };
/** From one worker to others of the unit, because of a long leave or because the worker leaves. */
export type HandOver = { from: QuarterWorker; to: QuarterWorker; on: QuarterCase['openedOn']; cases: Case[] };

type People = {
  units: readonly QuarterUnit[];
  workers: readonly QuarterWorker[];
  clients: readonly Member[];
  lives: Lives;
};

/** Siblings have one worker; one in nine clients came in the quarter. Nobody answers for those at home or of the family. */
export function casesOf(chance: Chance, { units, workers, clients, lives }: People): Case[] {
  const byHousehold = new Map<string, QuarterWorker>();
  return clients.flatMap((client) => {
    const unit = units.find(({ unitId }) => unitId === client.unitId);
    const team = workers.filter(
      (worker) =>
        worker.unitId === client.unitId && worker.duty === 'casework' && !isClose(lives.of(worker), client),
    );
    if (unit?.serviceTask === undefined) return [];
    const home = `${client.unitId} ${client.family} ${JSON.stringify(client.address)}`;
    const before = byHousehold.get(home);
    const worker = before !== undefined && team.includes(before) ? before : chance.pick(team);
    byHousehold.set(home, worker);
    const openedOn = chance.is(1 / 9)
      ? addDays(FIRST_DAY, chance.int(3, 80))
      : addDays(FIRST_DAY, -chance.int(20, 900));
    return [
      {
        caseId: CaseId.parse(olderId(chance)),
        clientId: client.clientId,
        unitId: client.unitId,
        serviceTask: unit.serviceTask,
        openedOn,
        responsible: [{ userId: worker.userId, from: openedOn }],
        alsoWorkers: chance.is(0.3) ? [chance.pick(team).userId] : [],
      },
    ];
  });
}

/**
 * Long leaves and two who leave the county: what was theirs is others' from the day before. Some hand over a part of
 * what they have because it is too much, and stay.
 */
export function handOversOf(chance: Chance, workers: QuarterWorker[], cases: readonly Case[]): HandOver[] {
  const caseworkers = workers.filter(({ duty }) => duty === 'casework');
  const stays = (worker: QuarterWorker): boolean => worker.absences.every(({ why }) => why !== 'leave');
  for (const leaver of chance.some(caseworkers.filter(stays), 2)) {
    leaver.employedUntil = DAYS[chance.int(40, 80)]?.date ?? LAST_DAY;
  }
  const relieved = new Set(
    chance.some(
      caseworkers.filter((worker) => stays(worker) && worker.employedUntil === undefined),
      4,
    ),
  );
  return caseworkers.flatMap((from) => {
    const leave = from.absences.find(({ why }) => why === 'leave');
    const gone = from.employedUntil ?? (leave === undefined ? undefined : addDays(leave.from, -1));
    const until = relieved.has(from) ? DAYS[chance.int(15, 55)]?.date : gone;
    if (until === undefined) return [];
    const on = DAYS.filter(({ date, isWorking }) => date < until && isWorking).at(-1)?.date ?? until;
    const others = caseworkers.filter(
      (other) =>
        other.unitId === from.unitId &&
        other !== from &&
        stays(other) &&
        other.employedUntil === undefined &&
        !relieved.has(other),
    );
    const receivers = chance.some(others, 2);
    const own = cases.filter(
      ({ responsible, openedOn }) => responsible.at(-1)?.userId === from.userId && openedOn <= on,
    );
    const handed = relieved.has(from) ? own.slice(0, 16) : own;
    return receivers.map((to, place) => {
      const part = handed.filter((_, index) => index % receivers.length === place);
      for (const one of part) handTo(one, to, on);
      return { from, to, on, cases: part };
    });
  });
}

function handTo({ responsible }: Case, to: QuarterWorker, on: QuarterCase['openedOn']): void {
  const last = responsible.at(-1);
  if (last === undefined) return;
  last.to = addDays(on, -1);
  responsible.push({ userId: to.userId, from: on });
}

/** Whoever is on holiday has a deputy of the unit, whose grant ends with it. */
export function deputiesOf(chance: Chance, workers: readonly QuarterWorker[]): QuarterDeputy[] {
  return workers.flatMap((worker) =>
    worker.absences
      .filter(({ why }) => why === 'holiday' && worker.duty === 'casework')
      .flatMap(({ from, to }) => {
        const others = workers.filter(
          (other) =>
            other.unitId === worker.unitId &&
            other !== worker &&
            other.duty === 'casework' &&
            !isAbsent(other, from) &&
            !isAbsent(other, addDays(from, 3)),
        );
        const [deputy] = chance.some(others, 1);
        if (deputy === undefined) return [];
        const grantId = GrantId.parse(olderId(chance));
        return [{ userId: deputy.userId, deputyFor: worker.userId, grantId, from, to }];
      }),
  );
}
