import { ClientId } from '../../../shared/kernel/id.ts';
import { addDays } from '../../../shared/kernel/local-date.ts';
import { FIRST_DAY } from './calendar.ts';
import type { Chance } from './chance.ts';
import type { QuarterClient, QuarterUnit } from './facts.ts';
import { olderId } from './ids.ts';
import { givenName, surname } from './names.ts';
import { type Address, addressIn } from './places.ts';
import { UNITS } from './units.ts';

/** A client while the county is being made: a household's members are related as they come. */
export type Member = QuarterClient & { relations: { clientId: ClientId; kind: Kind }[] };
type Kind = QuarterClient['relations'][number]['kind'];

/**
 * The clients of each unit, household by household: in the units of children several brothers and sisters and some of
 * their parents are clients, in the others mostly one alone. Two of a hundred households live under a safety ban.
 */
export function clientsOf(chance: Chance, units: readonly QuarterUnit[]): Member[] {
  return UNITS.flatMap((plan, place) => {
    const unit = units[place];
    if (unit === undefined) return [];
    const made: Member[] = [];
    while (made.length < plan.clients) {
      const household = householdOf(chance, unit, plan);
      // The last household may be too large for what is left.
      if (household.length <= plan.clients - made.length) made.push(...household);
    }
    return made;
  });
}

type Ages = { children: number; old: number };

function householdOf(chance: Chance, unit: QuarterUnit, { children, old }: Ages): Member[] {
  const family = surname(chance);
  const address = addressIn(chance);
  const safetyBan = chance.is(0.02);
  const one = (name: string, age: number): Member =>
    memberOf(chance, { unitId: unit.unitId, family: name, address, safetyBan, age });
  if (!chance.is(children)) {
    const age = chance.is(old) ? chance.int(65, 97) : chance.int(19, 64);
    const members = [one(family, age)];
    if (chance.is(age >= 65 ? 0.2 : 0.08)) {
      members.push(one(chance.is(0.8) ? family : surname(chance), age + chance.int(-5, 5)));
      relate(members[0], members[1], 'spouse', 'spouse');
    }
    return members;
  }
  const youngest = chance.int(0, 13);
  const siblings = Array.from({ length: chance.pick([1, 1, 2, 2, 3, 4]) }, (_, place) =>
    one(chance.is(0.9) ? family : surname(chance), youngest + place * 2),
  );
  const parents = chance.is(0.25) ? [one(chance.is(0.7) ? family : surname(chance), chance.int(24, 48))] : [];
  for (const [place, child] of siblings.entries()) {
    for (const other of siblings.slice(place + 1)) relate(child, other, 'sibling', 'sibling');
    for (const parent of parents) relate(child, parent, 'parent', 'child');
  }
  return [...siblings, ...parents];
}

/** What `b` is to `a`, and what `a` is to `b`. */
function relate(a: Member | undefined, b: Member | undefined, kind: Kind, back: Kind): void {
  if (a === undefined || b === undefined) return;
  a.relations.push({ clientId: b.clientId, kind });
  b.relations.push({ clientId: a.clientId, kind: back });
}

type Person = Pick<QuarterClient, 'unitId' | 'family' | 'safetyBan'> & { address: Address; age: number };

/** Most are known for some years, some for very long, one in eight came within the last months. */
function memberOf(chance: Chance, { age, ...person }: Person): Member {
  const years = Math.min(age, chance.pick([0.3, 1, 1, 2, 2, 4, 7, 14]));
  return {
    clientId: ClientId.parse(olderId(chance)),
    given: givenName(chance),
    birthYear: 2025 - age,
    knownSince: addDays(FIRST_DAY, -chance.int(10, 20 + Math.round(365 * years))),
    relations: [],
    ...person,
  };
}
