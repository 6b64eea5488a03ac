import * as z from 'zod';
import { listedClients } from '../../shared/access/listed-clients.ts';
import { isUnitsCase } from '../../shared/access/relations.ts';
import { coversTasks, grantsInUnit } from '../../shared/access/unit-grants.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { blindIndex } from '../../shared/crypto/blind-index.ts';
import { ClientLabel } from '../../shared/crypto/key-ring.ts';
import { CaseHead } from '../../shared/domain/cases/model.ts';
import { casesOfUnit, loadActiveCases } from '../../shared/domain/cases/worklists.ts';
import { isOf } from '../../shared/domain/statistics/count.ts';
import { standingFacts } from '../../shared/domain/statistics/cubes/store.ts';
import type { FigureDefinition, Measure } from '../../shared/domain/statistics/figure-definition.ts';
import { knownDefinition } from '../../shared/domain/statistics/known-definition.ts';
import { loadMergedPersons } from '../../shared/domain/statistics/merged-persons.ts';
import { monthsOf, Period } from '../../shared/domain/statistics/periods.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { ClientId, UnitId } from '../../shared/kernel/id.ts';
import { LocalDate, monthOf } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { StoredFact } from '../../shared/statistics-fact.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { DefinitionId } from './read-exports.ts';

export const OfUnit = z.strictObject({ unitId: UnitId });
export const OfDay = OfUnit.extend({ on: LocalDate });
const MeasureId = DefinitionId.meta({ id: 'StatisticsMeasureId', examples: ['started'] });
export const SourceCasesQuery = z.strictObject({ definition: DefinitionId, measure: MeasureId });
export const SourcesQuery = SourceCasesQuery.extend({ period: Period });

const MOST_SOURCES = 1000;

/**
 * The municipality at home is left out: one day of a small unit leads to a name in the unit's list, and somebody who is
 * under a safety ban today may have had none when the fact was written (661/2009 36 §).
 */
const Source = z.strictObject({
  ...StoredFact.omit({ unitId: true, person: true, homeMunicipality: true, undoes: true }).shape,
  times: z.int().positive(),
});
export const Sources = z
  .strictObject({ unitId: UnitId, definitionId: z.string(), measure: z.string(), sources: z.array(Source) })
  .meta({ id: 'StatisticsSources' });

/**
 * What a figure of a unit is made of: what was done, on which day, of which kind and how often, for the unit's
 * supervisor. Nobody is named, and no pseudonym is shown.
 */
export async function readSources(
  context: ActContext,
  { params: { unitId }, query }: { params: z.infer<typeof OfUnit>; query: z.infer<typeof SourcesQuery> },
): Promise<Reading<z.infer<typeof Sources>>> {
  grantsInUnit(context, unitId);
  const [definition, measure] = numberOf(query);
  const sources = new Map<string, z.infer<typeof Source>>();
  for (const month of monthsOf(query.period)) {
    for await (const fact of factsBehind(context, month, unitId, measure)) {
      const { unitId: _unit, person: _person, homeMunicipality: _home, undoes: _undoes, ...said } = fact;
      const name = JSON.stringify(Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1)));
      sources.set(name, { ...said, times: (sources.get(name)?.times ?? 0) + 1 });
      if (sources.size > MOST_SOURCES) throw new Refusal(STATISTICS_REFUSALS.tooLarge);
    }
  }
  return {
    line: lineOf(definition, unitId),
    body: () => ({
      unitId,
      definitionId: definition.id,
      measure: measure.id,
      sources: [...sources.values()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
    }),
  };
}

export const SourceCases = z
  .strictObject({
    cases: z.array(
      z.strictObject({
        ...CaseHead.pick({ caseId: true, clientId: true, serviceTasks: true }).shape,
        client: ClientLabel.omit({ former: true }),
      }),
    ),
    /** Persons behind the figure whose active case in the unit the caller may not see, or who have none. */
    others: z.int().nonnegative(),
  })
  .meta({ id: 'StatisticsSourceCases' });

/**
 * In which of the unit's active cases to look for what a figure of a day counted: those alone that the supervisor is
 * shown in the unit's own list, each client named in the access log. The records themselves are opened by their own
 * routes, under their own rules.
 */
export async function findSourceCases(
  context: ActContext,
  {
    params: { unitId, on },
    query,
  }: { params: z.infer<typeof OfDay>; query: z.infer<typeof SourceCasesQuery> },
): Promise<Reading<z.infer<typeof SourceCases>>> {
  const { services, actor } = context;
  const grants = grantsInUnit(context, unitId);
  const [definition, measure] = numberOf(query);
  const countedAs = await loadMergedPersons(context, [monthOf(on)]);
  const persons = new Set<string>();
  for await (const fact of factsBehind(context, monthOf(on), unitId, measure)) {
    // Of a task that the caller does not supervise nobody is named: the list of the unit would not tell of it.
    const isTheirs = coversTasks(grants, fact.serviceTasks ?? []);
    if (fact.on === on && fact.person !== undefined && isTheirs) persons.add(countedAs(fact.person));
  }
  const index = await blindIndex(services, actor.controller);
  const personOf = (clientId: ClientId): string => index.personOfYear(on.slice(0, 4), clientId);
  const hits =
    persons.size === 0 ? [] : await casesBehind(context, unitId, (id) => persons.has(personOf(id)));
  const [cases, listed] = await Promise.all([
    loadActiveCases(services, actor.controller, hits),
    listedClients(
      context,
      hits.map(({ clientId }) => clientId),
    ),
  ]);
  const shown = cases.flatMap((item) => {
    const client = listed.get(item.clientId)?.label;
    const mayList = item.unitId === unitId && grants.some((grant) => isUnitsCase(grant, item));
    const { caseId, clientId, serviceTasks } = item;
    return client === undefined || !mayList ? [] : [{ caseId, clientId, serviceTasks, client }];
  });
  const clients = [...new Set(shown.map(({ clientId }) => clientId))];
  return {
    line: {
      ...lineOf(definition, unitId),
      clients,
      resources: [
        { kind: 'unit', id: unitId },
        ...shown.map(({ caseId, clientId, serviceTasks }) => ({
          kind: 'case' as const,
          id: caseId,
          client: clientId,
          serviceTasks,
        })),
      ],
      dataGroups: ['statistics', 'identity', 'case'],
    },
    body: () => ({ cases: shown, others: persons.size - clients.length }),
  };
}

/** The rows of the unit's list that are of somebody behind the figure. */
async function casesBehind(
  { services, actor }: ActContext,
  unitId: UnitId,
  isBehind: (clientId: ClientId) => boolean,
): Promise<CaseHead[]> {
  const hits: CaseHead[] = [];
  let after: LastKey | undefined;
  do {
    const page = await casesOfUnit(services, actor.controller, unitId, { limit: PAGE_OF_CLIENTS, after });
    hits.push(...page.items.filter(({ clientId }) => isBehind(clientId)));
    if (hits.length > PAGE_OF_CLIENTS) throw new Refusal(STATISTICS_REFUSALS.tooLarge);
    after = page.lastKey;
  } while (after !== undefined);
  return hits;
}

async function* factsBehind(
  context: ActContext,
  month: string,
  unitId: UnitId,
  measure: Measure,
): AsyncGenerator<StoredFact, undefined> {
  for await (const page of standingFacts(context, month)) {
    yield* page.filter((fact) => fact.unitId === unitId && isOf(measure, fact));
  }
  return undefined;
}

/** @throws Refusal `request.notFound`, `statistics.waits`, `statistics.ofNoUnit`. */
function numberOf(asked: { definition: string; measure: string }): [FigureDefinition, Measure] {
  const definition = knownDefinition(asked.definition);
  if (definition.ofNoUnit === true) throw new Refusal(STATISTICS_REFUSALS.ofNoUnit);
  const measure = definition.measures.find(({ id }) => id === asked.measure);
  if (measure === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return [definition, measure];
}

const lineOf = ({ id, version }: FigureDefinition, unitId: UnitId) => ({
  clients: [],
  resources: [
    { kind: 'statistics' as const, id, version },
    { kind: 'unit' as const, id: unitId },
  ],
  dataGroups: ['statistics' as const],
});
