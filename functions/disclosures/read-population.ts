import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { allClosedCases } from '../../shared/domain/cases/store.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import {
  clienthoodOf,
  isGivenAt,
  isGivenWithoutCases,
  isOfAge,
  stopsOf,
} from '../../shared/domain/disclosures/population.ts';
import { RESEARCH_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { casesWithin, type ResearchPermit } from '../../shared/domain/disclosures/research.ts';
import { openCursor, PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { inForce } from '../../shared/kernel/date-range.ts';
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
 * municipalities, and where it says so who has never had a case, under pseudonyms. Some dozens of cases at most are looked through in a call, each person is on the line,
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
  const stops = stopsOf(within, permit.population.withoutCases);
  const found = await rowsFrom(context, (rows) => casesWithin(permit, rows), {
    stops,
    from: placeOf(stops, opened),
  });
  const { persons, leftOut } = await personsOf(
    context,
    [...found.rows, ...(await neverWithCase(context, permit, found.clients))].map(({ clientId }) => clientId),
  );
  const of = { permit, units: new Set(within) };
  const given = persons.filter(
    (person) =>
      isOfAge(permit, person.birthYear) &&
      (found.clients.length > 0
        ? isGivenWithoutCases(permit, person, of.units)
        : found.rows.some((row) => row.clientId === person.clientId && isGivenAt(row, person.cases, of))),
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

/** Those clients of a page who have never had a case, and whose clienthood began on the days of the permit. */
async function neverWithCase(
  context: ActContext,
  { cases: days }: ResearchPermit,
  clients: readonly ClientHead[],
): Promise<ClientHead[]> {
  const { services, actor } = context;
  const since = clients.filter((head) => inForce(days, clienthoodOf(head).since));
  const all = await Promise.all(
    since.map(async (head) => {
      const [file, closed] = await Promise.all([
        loadClientFile(services, actor.controller, head.clientId),
        allClosedCases(context, head.clientId),
      ]);
      return file === undefined || file.cases.length > 0 || closed.length > 0 ? [] : [head];
    }),
  );
  return all.flat();
}
