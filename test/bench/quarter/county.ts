import type { ClientId, UserId } from '../../../shared/kernel/id.ts';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { daysBetween, type LocalDate } from '../../../shared/kernel/local-date.ts';
import { DAYS, type Day, FIRST_DAY, LAST_DAY, msAt } from './calendar.ts';
import { casesOf, deputiesOf, type HandOver, handOversOf } from './caseload.ts';
import { type Chance, chanceOf } from './chance.ts';
import { diaryOf } from './diary.ts';
import type { Tie } from './draft.ts';
import type { QuarterAppointment, QuarterFacts, QuarterTurn, QuarterWorker } from './facts.ts';
import { clientsOf, type Member } from './households.ts';
import { type Lives, livesAmong } from './lives.ts';
import { mattersOf } from './matters.ts';
import { turnsOf, unitsOf, workersOf } from './workers.ts';

/** All that the simulated work needs to know, with look-ups. */
export type County = {
  facts: QuarterFacts;
  chance: Chance;
  lives: Lives;
  handOvers: readonly HandOver[];
  worker: (userId: UserId) => QuarterWorker;
  client: (clientId: ClientId) => Member;
  clients: readonly Member[];
  /** Those whom the worker answers for on the day, and those of the unit. */
  ownOf: (worker: QuarterWorker, day: Day) => Member[];
  ofUnit: (worker: QuarterWorker) => readonly Member[];
  sharedOf: (worker: QuarterWorker) => readonly Member[];
  /** Namesakes, as a search by surname lists them. */
  named: (family: string) => readonly Member[];
  appointmentsOf: (worker: QuarterWorker, day: Day) => readonly QuarterAppointment[];
  /** What ties the worker to the client at the moment, as the product would verify it. */
  tieOf: (worker: QuarterWorker, client: Member, day: Day, minute: number) => Tie | undefined;
  /** Days from one entry of the file to the next. */
  paceOf: (client: Member) => number;
};

export function countyOf(seed: string): County {
  const chance = chanceOf(seed);
  const units = unitsOf(chance.of('units'));
  const workers = workersOf(chance.of('workers'), units);
  const members = clientsOf(chance.of('clients'), units);
  const lives = livesAmong(chance.of('lives'), workers, members);
  const clients: readonly Member[] = members;
  const cases = casesOf(chance.of('cases'), { units, workers, clients, lives });
  const handOvers = handOversOf(chance.of('hand-overs'), workers, cases);
  const deputies = deputiesOf(chance.of('deputies'), workers);
  const onCall = turnsOf(chance.of('on call'), workers);
  const matters = mattersOf(chance.of('matters'), workers, cases);

  const clientById = new Map(clients.map((client) => [client.clientId, client]));
  const workerById = new Map(workers.map((worker) => [worker.userId, worker]));
  const caseByClient = new Map(cases.map((one) => [one.clientId, one]));
  const byUnit = Map.groupBy(clients, ({ unitId }) => unitId);
  const byName = Map.groupBy(clients, ({ family }) => family);
  const mattersByClient = Map.groupBy(matters, ({ clientId }) => clientId);
  const paces = new Map(clients.map(({ clientId }, place) => [clientId, PACES[place % PACES.length] ?? 30]));

  const shared = new Map(
    workers.map(({ userId }) => [
      userId,
      cases.flatMap(({ alsoWorkers, clientId }) =>
        alsoWorkers.includes(userId) ? (clientById.get(clientId) ?? []) : [],
      ),
    ]),
  );
  const turns = new Map(
    workers.map(({ userId }) => [userId, onCall.filter((turn) => turn.userId === userId).flatMap(spanOf)]),
  );
  const answersFor = (clientId: ClientId, date: LocalDate): UserId | undefined =>
    caseByClient
      .get(clientId)
      ?.responsible.find(({ from, to }) => from <= date && (to === undefined || date <= to))?.userId;

  const owned = new Map<string, Member[]>();
  function ownOf(worker: QuarterWorker, { date }: Day): Member[] {
    const name = `${worker.userId} ${date}`;
    const own =
      owned.get(name) ??
      (byUnit.get(worker.unitId) ?? []).filter(
        ({ clientId }) => answersFor(clientId, date) === worker.userId,
      );
    owned.set(name, own);
    return own;
  }

  const appointments: QuarterAppointment[] = diaryOf(chance.of('diary'), workers, clients, ownOf);
  const diary = Map.groupBy(appointments, ({ userId, on }) => `${userId} ${on}`);
  const visited = Map.groupBy(appointments, ({ userId, clientId }) => `${userId} ${clientId}`);

  function tieOf(
    worker: QuarterWorker,
    { clientId, unitId }: Member,
    day: Day,
    minute: number,
  ): Tie | undefined {
    const { userId } = worker;
    const ms = msAt(day, minute);
    const { date } = day;
    const own = caseByClient.get(clientId);
    const responsible = answersFor(clientId, date);
    if (responsible === userId) return { kind: 'ownWorker' };
    const isOpen = own !== undefined && own.openedOn <= date;
    if (isOpen && own.alsoWorkers.includes(userId)) return { kind: 'assignment', reference: own.caseId };
    const deputy = deputies.find(
      (one) => one.userId === userId && one.deputyFor === responsible && one.from <= date && date <= one.to,
    );
    if (deputy !== undefined)
      return { kind: 'deputy', reference: deputy.grantId, deputyFor: deputy.deputyFor };
    if (isOpen && unitId === worker.unitId) return { kind: 'unit', reference: own.caseId };
    const matter = mattersByClient
      .get(clientId)
      ?.find(
        (one) =>
          one.from <= date && date <= one.to && (one.userId === userId || one.unitId === worker.unitId),
      );
    if (matter !== undefined) return { kind: 'intake', reference: matter.matterId };
    if (visited.get(`${userId} ${clientId}`)?.some(({ on }) => Math.abs(daysBetween(on, date)) <= 3)) {
      return { kind: 'appointment' };
    }
    const isOnCall = turns.get(userId)?.some(({ from, to }) => from <= ms && ms <= to) === true;
    if (isOnCall) return { kind: 'onCall', reference: worker.grantId };
    return worker.role === 'administrative' ? { kind: 'unit', reference: worker.grantId } : undefined;
  }

  const found = <K, V>(map: ReadonlyMap<K, V>, key: K): V => {
    const value = map.get(key);
    if (value === undefined) throw new RangeError(`nothing under ${String(key)}`);
    return value;
  };
  return {
    facts: {
      controller: ControllerId.parse('KEUSOTE'),
      from: FIRST_DAY,
      to: LAST_DAY,
      units,
      workers,
      clients,
      cases,
      matters,
      appointments,
      deputies,
      onCall,
    },
    chance,
    lives,
    handOvers,
    clients,
    worker: (userId) => found(workerById, userId),
    client: (clientId) => found(clientById, clientId),
    ownOf,
    sharedOf: ({ userId }) => shared.get(userId) ?? [],
    ofUnit: ({ unitId }) => byUnit.get(unitId) ?? [],
    named: (family) => byName.get(family) ?? [],
    appointmentsOf: ({ userId }, { date }) => diary.get(`${userId} ${date}`) ?? [],
    tieOf,
    paceOf: ({ clientId }) => found(paces, clientId),
  };
}

function spanOf({ on, from, to }: QuarterTurn): { from: number; to: number }[] {
  const day = DAYS.find(({ date }) => date === on);
  return day === undefined ? [] : [{ from: msAt(day, from), to: msAt(day, to) }];
}

/** A file gets an entry so often, in days: in child welfare as in old age some weekly, some twice a year. */
const PACES = [4, 7, 10, 14, 21, 30, 30, 45, 60, 90, 120, 180];
