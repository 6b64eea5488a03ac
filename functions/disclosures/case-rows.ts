import type { ActContext } from '../../shared/act.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { casesEverOfUnit } from '../../shared/domain/cases/worklists.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { clientsOfUnit } from '../../shared/domain/clients/of-unit.ts';
import { type Place, placeAfter, type Stop } from '../../shared/domain/disclosures/population.ts';
import type { LastKey } from '../../shared/table/read.ts';

/** Rows of the index looked through in one call, and how many empty places are passed on the way. */
const ROWS = 25;
const MOST_PLACES = 20;

type Found = { rows: CaseHead[]; clients: ClientHead[]; next: Place | undefined };

/** Cases that are asked for, from a place on, or clients at a stop of clients: one page of rows that has any, or the end. */
export async function rowsFrom(
  { services, actor }: ActContext,
  wantedOf: (rows: readonly CaseHead[]) => CaseHead[],
  { stops, from }: { stops: readonly Stop[]; from: Place | undefined },
): Promise<Found> {
  let place = from;
  for (let passed = 0; place !== undefined && passed < MOST_PLACES; passed += 1) {
    const { unitId, which, after } = place;
    const asked = { limit: ROWS, after };
    if (which === 'clients') {
      const page = await clientsOfUnit(services, actor.controller, unitId, asked);
      const next = placeAfter(stops, place, page.lastKey);
      if (page.items.length > 0) return { rows: [], clients: page.items, next };
      place = next;
      continue;
    }
    const page = await casesEverOfUnit(services, actor.controller, unitId, { which, ...asked });
    const next = placeAfter(stops, place, page.lastKey);
    const rows = wantedOf(page.items);
    if (rows.length > 0) return { rows, clients: [], next };
    place = next;
  }
  return { rows: [], clients: [], next: place };
}

/** A cursor is a flat record: the unit and its rows beside the key of the last row. */
export const cursorOf = (place: Place | undefined): LastKey | undefined =>
  place === undefined ? undefined : { ...place.after, unitId: place.unitId, which: place.which };

export function placeOf(stops: readonly Stop[], cursor: LastKey | undefined): Place | undefined {
  if (cursor === undefined) return stops[0];
  const { unitId, which, ...after } = cursor;
  const stop = stops.find((one) => one.unitId === unitId && one.which === which);
  return stop === undefined ? undefined : { ...stop, ...(Object.keys(after).length === 0 ? {} : { after }) };
}
