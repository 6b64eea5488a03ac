import * as z from 'zod';
import { addDays, addMonths, LocalDate, monthOf } from '../../../kernel/local-date.ts';
import { statisticsKeys, workKeys } from '../../../table/keys.ts';
import { getItem, type LastKey, query } from '../../../table/read.ts';
import { StatisticsCube } from '../../statistics/cubes/model.ts';
import { loadCubeHeads, loadLateFacts } from '../../statistics/cubes/store.ts';
import type { HouseItem, HouseKind } from './kind.ts';

/**
 * Facts of a month: what was done, one by one, each of a person by a keyed hash of one year. Their sums stay as the cube
 * of the month, which figures are made of from then on.
 */

const lastDayOf = (month: string): LocalDate => addDays(addMonths(LocalDate.parse(`${month}-01`), 1), -1);

const ofMonth = (item: StatisticsCube): HouseItem => ({
  item,
  recordId: item.month,
  endedOn: item.factsGoneOn === undefined ? lastDayOf(item.month) : undefined,
});

const MONTHS_AT_ONCE = 24;
const Name = z.looseObject({ ...StatisticsCube.pick({ pk: true, sk: true }).shape });

export const factMonth: HouseKind = {
  entities: ['fact', 'goneFact'],
  rules: ['fact'],
  // Back from the day to two years of which nothing is left: of what was disposed of before, no month is asked again.
  ended: async function* ended(where, until) {
    for (let back = 0; ; back += MONTHS_AT_ONCE) {
      const months = Array.from({ length: MONTHS_AT_ONCE }, (_, nth) =>
        monthOf(addMonths(until, -(back + nth))),
      );
      const standing = (await loadCubeHeads(where, months)).filter(
        ({ factsGoneOn }) => factsGoneOn === undefined,
      );
      if (standing.length === 0) return;
      for (const item of standing) yield ofMonth(item);
    }
  },
  one: async ({ services, actor: { controller } }, month) => {
    const key = statisticsKeys.cube(controller, month);
    const item = await getItem(services.tables, controller, 'records', key, StatisticsCube);
    return item === undefined ? undefined : ofMonth(item);
  },
  parts: async function* parts({ services, actor: { controller } }, { recordId }) {
    let after: LastKey | undefined;
    do {
      const page = await query(
        services.tables,
        controller,
        {
          table: 'records',
          pk: workKeys.factPartition(controller, recordId),
          only: [['pk'], ['sk']],
          ...(after === undefined ? {} : { after }),
        },
        Name,
      );
      yield* page.items;
      after = page.lastKey;
    } while (after !== undefined);
  },
  // Facts that came late stand in no sum yet: the night after counts them.
  isNeeded: async (where, { recordId }) =>
    (await loadLateFacts(where)).some(({ months }) => months.includes(recordId)),
  leaves: ({ item }, today) => ({ ...StatisticsCube.parse(item), factsGoneOn: today }),
};
