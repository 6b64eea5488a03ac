import type { KeyCache } from '../../crypto/key-cache.ts';
import type { ControllerId, UnitId } from '../../kernel/id.ts';
import { epochMsOf } from '../../kernel/instant.ts';
import type { Services } from '../../services.ts';
import { controllerKeys } from '../../table/keys.ts';
import { getItem } from '../../table/read.ts';
import { ControllerItem, UnitItem } from '../controllers/model.ts';
import type { Organisation } from './model.ts';

/** Palvelunjärjestäjä, palveluntuottaja and palveluyksikkö as they are called today. */
export type Office = { organiser: Organisation; unit?: Organisation | undefined };

/** A changed name is on new documents within so long. */
const MILLISECONDS = 60_000;
type Held = { office: Promise<Office>; until: number };
/** In memory as long as the keys are. What is held is public data of an authority. */
const held = new WeakMap<KeyCache, Map<string, Held>>();

/** The controller and one of its units. Read once a minute at most: both seldom change and every document names them. */
export function officeOf(
  services: Services,
  controller: ControllerId,
  unitId: UnitId | undefined,
): Promise<Office> {
  const cache = held.get(services.keyCache) ?? new Map<string, Held>();
  held.set(services.keyCache, cache);
  const now = epochMsOf(services.clock.now());
  const name = `${controller} ${unitId ?? ''}`;
  const found = cache.get(name);
  // A clock that was moved back must not make an old copy last.
  if (found !== undefined && found.until > now && found.until <= now + MILLISECONDS) return found.office;
  const office = loadOffice(services, controller, unitId);
  cache.set(name, { office, until: now + MILLISECONDS });
  // A failed read is not remembered.
  office.catch(() => cache.get(name)?.office === office && cache.delete(name));
  return office;
}

async function loadOffice(
  { tables }: Services,
  controller: ControllerId,
  unitId: UnitId | undefined,
): Promise<Office> {
  const [record, unit] = await Promise.all([
    getItem(tables, controller, 'records', controllerKeys.controller(controller), ControllerItem),
    unitId === undefined
      ? undefined
      : getItem(tables, controller, 'records', controllerKeys.unit(controller, unitId), UnitItem),
  ]);
  return {
    // A controller whose record has not been loaded is known by its code.
    organiser: organisationOf(record?.controller) ?? { name: controller },
    unit: organisationOf(unit?.unit),
  };
}

const organisationOf = (
  known: { name: { fi: string }; organisationOid?: string | undefined } | undefined,
): Organisation | undefined =>
  known === undefined
    ? undefined
    : {
        name: known.name.fi,
        ...(known.organisationOid === undefined ? {} : { oid: known.organisationOid }),
      };
