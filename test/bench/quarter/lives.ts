import type { ClientId, UserId } from '../../../shared/kernel/id.ts';
import type { Chance } from './chance.ts';
import type { QuarterWorker } from './facts.ts';
import type { Member } from './households.ts';
import { buildingOf } from './places.ts';

/**
 * What only people themselves know: which clients a worker has at home, in the family, next door and behind. No
 * register of the controller says so, but for what it can see itself (a name, an address).
 */
export type Life = {
  self?: Member;
  household: Member[];
  relatives: Member[];
  neighbours: Member[];
  /** A former spouse, and the former spouse's children. */
  past: Member[];
  acquaintances: Member[];
};
export type Lives = {
  of: (worker: QuarterWorker) => Life;
  /** Whom a newspaper wrote about in the quarter. */
  celebrities: readonly Member[];
};

/** Whom a worker may not handle: oneself, those at home, the family and whoever was of it. */
export const isClose = ({ self, household, relatives, past }: Life, client: Member): boolean =>
  client === self || household.includes(client) || relatives.includes(client) || past.includes(client);

/** Gives each worker a life among the clients: some become namesakes, some move in, and both are said in the registers. */
export function livesAmong(chance: Chance, workers: QuarterWorker[], clients: Member[]): Lives {
  const lives = new Map<UserId, Life>();
  const taken = new Set<ClientId>();
  const someone = (fits: (client: Member) => boolean): Member => {
    for (;;) {
      const client = chance.pick(clients);
      if (taken.has(client.clientId) || !fits(client)) continue;
      taken.add(client.clientId);
      return client;
    }
  };
  const isAdult = ({ birthYear }: Member): boolean => birthYear < 2005;
  /** The county is small: one in three of those whom a worker knows is a client of the worker's own unit. */
  const known = ({ unitId }: QuarterWorker): Member => {
    const isNear = chance.is(1 / 3) && clients.some((client) => client.unitId === unitId);
    return someone((client) => !isNear || client.unitId === unitId);
  };
  const kinOf = (client: Member): Member[] =>
    clients.filter(({ clientId }) => client.relations.some((relation) => relation.clientId === clientId));

  const selves = new Set(chance.some(workers, 7));
  const hosts = new Set(chance.some(workers, 14));
  for (const worker of workers) {
    const life: Life = { household: [], relatives: [], neighbours: [], past: [], acquaintances: [] };
    if (selves.has(worker)) {
      life.self = someone((client) => isAdult(client) && client.relations.length === 0);
      Object.assign(life.self, nameOf(worker), {
        address: worker.address,
        birthYear: chance.int(1962, 1998),
      });
      worker.ownClientId = life.self.clientId;
    }
    if (hosts.has(worker)) {
      const one = someone((client) => client.relations.length <= 1);
      for (const member of [one, ...kinOf(one)]) {
        member.address = worker.address;
        if (chance.is(0.6)) member.family = worker.family;
        life.household.push(member);
      }
    }
    for (let count = chance.int(0, 3); count > 0; count -= 1) {
      const relative = known(worker);
      if (chance.is(0.5)) for (const one of [relative, ...kinOf(relative)]) one.family = worker.family;
      life.relatives.push(relative);
    }
    if (chance.is(0.25)) {
      const former = someone(isAdult);
      life.past.push(former, ...kinOf(former));
    }
    life.acquaintances = Array.from({ length: chance.int(2, 5) }, () => known(worker));
    lives.set(worker.userId, life);
  }
  for (const worker of workers) {
    const life = lives.get(worker.userId);
    const building = buildingOf(worker.address);
    life?.neighbours.push(
      ...clients.filter(
        (client) =>
          buildingOf(client.address) === building && client !== life.self && !life.household.includes(client),
      ),
    );
  }
  const celebrities = Array.from({ length: 3 }, () => someone(({ safetyBan }) => !safetyBan));
  return {
    celebrities,
    of(worker) {
      const life = lives.get(worker.userId);
      if (life === undefined) throw new RangeError('every worker has a life');
      return life;
    },
  };
}

const nameOf = ({ family, given }: QuarterWorker): { family: string; given: string } => ({ family, given });
