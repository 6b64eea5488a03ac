import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { casesEverOfUnit } from '../../shared/domain/cases/worklists.ts';
import {
  isGivenAt,
  isOfAge,
  type Place,
  placeAfter,
  type Stop,
  stopsOf,
} from '../../shared/domain/disclosures/population.ts';
import { RESEARCH_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { casesWithin, type ResearchPermit } from '../../shared/domain/disclosures/research.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { ResearchPermitId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { LastKey } from '../../shared/table/read.ts';
import {
  lineOfExtract,
  permitInForce,
  personsOf,
  ResearchExtract,
  rowsFor,
  unitsWithin,
} from './extract-for-research.ts';

/** Rows of the index looked through in one call, and how many empty places are passed on the way. */
const ROWS = 25;
const MOST_PLACES = 20;

export const PopulationQuery = PageQuery.pick({ cursor: true });

export const ResearchPopulation = ResearchExtract.extend({ next: z.string().optional() }).meta({
  id: 'ResearchPopulation',
});

/**
 * The next part of a permit's study population: whoever the permit is about by its tasks, days, years of birth and
 * municipalities, under pseudonyms. Some dozens of cases at most are looked through in a call, each person is on the line,
 * and no answer says who anybody is; the place where the look stands is sealed for the caller.
 */
export async function readPopulation(
  context: ActContext,
  {
    params: { permitId },
    query: { cursor },
  }: { params: { permitId: ResearchPermitId }; query: z.infer<typeof PopulationQuery> },
): Promise<Reading<z.infer<typeof ResearchPopulation>>> {
  const permit = await permitInForce(context, permitId);
  if (permit.population === undefined) throw new Refusal(RESEARCH_REFUSALS.noPopulation);
  const question = `population ${permitId}`;
  const [within, opened] = await Promise.all([
    unitsWithin(context, permit),
    openCursor(context, question, cursor),
  ]);
  const stops = stopsOf(within);
  const found = await rowsFrom(context, permit, { stops, from: placeOf(stops, opened) });
  const { persons, leftOut } = await personsOf(
    context,
    found.rows.map(({ clientId }) => clientId),
  );
  const of = { permit, units: new Set(within) };
  const given = persons.filter(
    (person) =>
      isOfAge(permit, person.birthYear) &&
      found.rows.some((row) => row.clientId === person.clientId && isGivenAt(row, person.cases, of)),
  );
  return {
    line: lineOfExtract(context, permit, given),
    body: async () => {
      const [rows, next] = await Promise.all([
        rowsFor(context, permit, given),
        sealCursor(context, question, cursorOf(found.next)),
      ]);
      return { permitId, rows, leftOut, ...(next === undefined ? {} : { next }) };
    },
  };
}

type Found = { rows: CaseHead[]; next: Place | undefined };

/** Cases that the permit is about, from a place on: one page of rows that has any, or the end. */
async function rowsFrom(
  { services, actor }: ActContext,
  permit: ResearchPermit,
  { stops, from }: { stops: readonly Stop[]; from: Place | undefined },
): Promise<Found> {
  let place = from;
  for (let passed = 0; place !== undefined && passed < MOST_PLACES; passed += 1) {
    const { unitId, which, after } = place;
    const page = await casesEverOfUnit(services, actor.controller, unitId, { which, limit: ROWS, after });
    const next = placeAfter(stops, place, page.lastKey);
    const rows = casesWithin(permit, page.items);
    if (rows.length > 0) return { rows, next };
    place = next;
  }
  return { rows: [], next: place };
}

/** A cursor is a flat record: the unit and its rows beside the key of the last row. */
const cursorOf = (place: Place | undefined): LastKey | undefined =>
  place === undefined ? undefined : { ...place.after, unitId: place.unitId, which: place.which };

function placeOf(stops: readonly Stop[], cursor: LastKey | undefined): Place | undefined {
  if (cursor === undefined) return stops[0];
  const { unitId, which, ...after } = cursor;
  const stop = stops.find((one) => one.unitId === unitId && one.which === which);
  return stop === undefined ? undefined : { ...stop, ...(Object.keys(after).length === 0 ? {} : { after }) };
}
