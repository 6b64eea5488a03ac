import type { ActContext } from '../../act.ts';
import { monthOf } from '../../kernel/local-date.ts';
import { type Key, statisticsKeys } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { allUnits } from '../controllers/store.ts';
import type { MunicipalityOf } from './count.ts';
import type { Where as WhereOfCubes } from './cubes/store.ts';
import { LatestEdition, type StatisticsEdition } from './edition.ts';
import type { Period } from './periods.ts';
import type { UnitNameOf } from './report/words.ts';
import { StatisticsRun } from './run.ts';
import { EditionRow, openedEdition, StoredEdition } from './stored-edition.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/** What each unit is called today. */
export async function unitNames(where: Where): Promise<UnitNameOf> {
  const units = await allUnits(where);
  const names = new Map<string, { fi: string; sv?: string | undefined }>(
    units.map(({ unit }) => [unit.unitId, unit.name]),
  );
  return (unitId, language) => {
    const name = names.get(unitId);
    return (language === 'sv' ? name?.sv : undefined) ?? name?.fi;
  };
}

/** Which municipality each unit serves or served (K-13.2); of a controller of one municipality, that one. */
export async function municipalities(where: Where, own: readonly string[]): Promise<MunicipalityOf> {
  return municipalityIn(await municipalityMap(where, own));
}

/** As it stands today, by unit; `earlier`: until the month that is named; `others`: of whatever has none. */
export type MunicipalityMap = {
  units: [string, string][];
  earlier?: [string, string, string][] | undefined;
  others?: string | undefined;
};

export async function municipalityMap(where: Where, own: readonly string[]): Promise<MunicipalityMap> {
  const units = await allUnits(where);
  const [only, another] = own;
  const earlier = units.flatMap(({ unit: { unitId, earlierMunicipalities = [] } }) =>
    earlierMunicipalities.map((one): [string, string, string] => [
      unitId,
      one.municipality,
      monthOf(one.until),
    ]),
  );
  return {
    units: units.flatMap(({ unit }): [string, string][] =>
      unit.municipality === undefined ? [] : [[unit.unitId, unit.municipality]],
    ),
    ...(earlier.length === 0 ? {} : { earlier }),
    ...(another === undefined && only !== undefined ? { others: only } : {}),
  };
}

export function municipalityIn({ units, earlier = [], others }: MunicipalityMap): MunicipalityOf {
  const byUnit = new Map(units);
  return (unitId, month) => {
    if (unitId === undefined) return others;
    const before = earlier.find(([of, , last]) => of === unitId && month <= last);
    return before?.[1] ?? byUnit.get(unitId) ?? others;
  };
}

/**
 * The editions of a definition as they lie there, the latest period first and of a period the latest edition: one that is
 * spoilt does not hide the others.
 */
export const loadStoredEditions = (
  { services, actor: { controller } }: WhereOfCubes,
  definitionId: string,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<EditionRow>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: statisticsKeys.partition(controller, definitionId),
      span: statisticsKeys.spans.all,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    EditionRow,
  );

/** The latest edition of a period, or the one with this number; the first use of it where it was given to several. */
export async function loadEdition(
  { services, actor: { controller } }: Where,
  definitionId: string,
  period: Period,
  edition?: number,
): Promise<StatisticsEdition | undefined> {
  const page = await query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: statisticsKeys.partition(controller, definitionId),
      span:
        edition === undefined
          ? statisticsKeys.spans.ofPeriod(period)
          : statisticsKeys.spans.ofEdition(period, edition),
      descending: edition === undefined,
      limit: 1,
    },
    StoredEdition,
  );
  return page.items.map(openedEdition)[0];
}

/** An edition as it was given for each of its uses. */
export async function loadUses(
  { services, actor: { controller } }: Where,
  definitionId: string,
  period: Period,
  edition: number,
): Promise<StatisticsEdition[]> {
  const items = await queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: statisticsKeys.partition(controller, definitionId),
      span: statisticsKeys.spans.ofEdition(period, edition),
    },
    StoredEdition,
  );
  return items.map(openedEdition);
}

/** The edition that was given for one use. */
export async function findEdition(
  { services, actor: { controller } }: Where,
  key: Key,
): Promise<StatisticsEdition | undefined> {
  const found = await getItem(services.tables, controller, 'records', key, StoredEdition);
  return found === undefined ? undefined : openedEdition(found);
}

/** What whoever makes the next edition of a period puts anew. */
export const loadLatest = (
  { services, actor: { controller } }: Where,
  definitionId: string,
  period: Period,
): Promise<LatestEdition | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    statisticsKeys.latest(controller, definitionId, period),
    LatestEdition,
  );

/** Which exports were made or tried: the latest first. */
export const loadRuns = (
  { services, actor: { controller } }: Where,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<StatisticsRun>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: statisticsKeys.runsPartition(controller),
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    StatisticsRun,
  );
