import { epochMsOf, type Instant, instantOf, plusMinutes } from '../kernel/instant.ts';
import { allNames } from '../trail/sealing/gather.ts';
import type { LockedStore } from '../trail/sealing/places.ts';
import { type KeyUse, keyUsesIn } from './cloud-trail.ts';
import { answersIn, type GatewayAnswer } from './gateway-log.ts';

/** The bucket of the witnesses, to be read only. */
export type WitnessStore = Pick<LockedStore, 'get' | 'list'>;

/** Where in it which witness writes. */
export type WitnessPlaces = {
  /** `AWSLogs/<account>/CloudTrail/<region>` */
  cloudTrail: string;
  /** `gateway/staff`, `gateway/citizens` */
  doors: readonly string[];
};

/** What the witnesses told, and how many objects they told it in. */
export type Told = {
  uses: KeyUse[];
  answers: GatewayAnswer[];
  objects: { cloudTrail: number; doors: number };
  /** Names of what cannot be read. */
  unreadable: string[];
};

/** Objects read at once. */
const AT_ONCE = 16;
const HOUR_MS = 3_600_000;
/** In the name of an object of CloudTrail: the minute in which it was delivered. */
const DELIVERED = /_(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})Z_/;

/** Reads all that was delivered between two moments: of what happened then, and of what came late. */
export async function readWitnesses(
  store: WitnessStore,
  { cloudTrail, doors }: WitnessPlaces,
  delivered: { from: Instant; until: Instant },
): Promise<Told> {
  const hours = hoursBetween(delivered);
  const days = [...new Set(hours.map((hour) => hour.slice(0, 10)))];
  const recorded = await namesUnder(
    store,
    days.map((day) => `${cloudTrail}/${day}/`),
  );
  const logged = await namesUnder(
    store,
    doors.flatMap((door) => hours.map((hour) => `${door}/${hour}/`)),
  );
  const unreadable: string[] = [];
  const read = <T>(names: readonly string[], parse: (bytes: Buffer) => T[]): Promise<T[]> =>
    readAll(store, names, parse, unreadable);
  const ofTime = recorded.filter((name) => isDelivered(name, delivered));
  return {
    uses: await read(ofTime, keyUsesIn),
    answers: await read(logged, answersIn),
    objects: { cloudTrail: ofTime.length, doors: logged.length },
    unreadable,
  };
}

/** `2026/11/26/09`, as both witnesses name their folders. */
function hoursBetween({ from, until }: { from: Instant; until: Instant }): string[] {
  const first = Math.floor(epochMsOf(from) / HOUR_MS);
  const last = Math.floor(epochMsOf(until) / HOUR_MS);
  return Array.from({ length: last - first + 1 }, (_, nth) =>
    instantOf((first + nth) * HOUR_MS)
      .slice(0, 13)
      .replaceAll(/[-T]/g, '/'),
  );
}

async function namesUnder(store: WitnessStore, folders: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const folder of folders) names.push(...(await allNames(store, folder)));
  return names;
}

/** A name without a minute is read to be safe. */
function isDelivered(name: string, { from, until }: { from: Instant; until: Instant }): boolean {
  const [, year, month, day, hour, minute] = DELIVERED.exec(name) ?? [];
  if (year === undefined) return true;
  const at = `${year}-${month}-${day}T${hour}:${minute}`;
  return at >= plusMinutes(from, -1).slice(0, 16) && at <= until.slice(0, 16);
}

async function readAll<T>(
  store: WitnessStore,
  names: readonly string[],
  parse: (bytes: Buffer) => T[],
  unreadable: string[],
): Promise<T[]> {
  const found: T[] = [];
  for (let place = 0; place < names.length; place += AT_ONCE) {
    const some = names.slice(place, place + AT_ONCE);
    for (const [nth, bytes] of (await Promise.all(some.map((name) => store.get(name)))).entries()) {
      const name = some[nth] ?? '';
      try {
        if (bytes === undefined) unreadable.push(name);
        else found.push(...parse(bytes));
      } catch {
        unreadable.push(name);
      }
    }
  }
  return found;
}
