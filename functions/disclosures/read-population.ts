import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { isGivenAt, isOfAge, stopsOf } from '../../shared/domain/disclosures/population.ts';
import { RESEARCH_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { casesWithin } from '../../shared/domain/disclosures/research.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { ResearchPermitId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { cursorOf, placeOf, rowsFrom } from './case-rows.ts';
import {
  lineOfExtract,
  permitInForce,
  personsOf,
  ResearchExtract,
  rowsFor,
  unitsWithin,
} from './extract-for-research.ts';

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
  const found = await rowsFrom(context, (rows) => casesWithin(permit, rows), {
    stops,
    from: placeOf(stops, opened),
  });
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
