import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { defaultSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { HOUSE_KINDS } from '../../shared/domain/retention/house-records.ts';
import { HouseRecord } from '../../shared/domain/retention/model.ts';
import { ownRecordRules } from '../../shared/domain/retention/own-records.ts';
import {
  KEPT_BY,
  STANDS_FOR,
  UNTIL_PLANNED,
  USED_UP,
} from '../../shared/domain/retention/records-of-house.ts';
import { OF_NO_CLIENT } from '../../shared/domain/stores/register.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { projectRoot, typescriptFiles } from '../support/source-files.ts';

/** Entities whose items the table takes away when their time is over. */
async function withTimeToLive(): Promise<Set<string>> {
  const files = typescriptFiles('shared').filter(({ text }) =>
    /storedItem\(|entity: z\.literal\(/.test(text),
  );
  const modules: Record<string, unknown>[] = await Promise.all(
    files.map(({ path }) => import(join(projectRoot, path))),
  );
  return new Set(
    modules.flatMap(Object.values).flatMap((value): string[] => {
      if (!(value instanceof z.ZodObject) || value.shape['ttl'] === undefined) return [];
      const entity = value.shape['entity'];
      return entity instanceof z.ZodLiteral ? [String(entity.value)] : [];
    }),
  );
}

/** What tells of no client ends, or says why it does not (J-7.5; (EU) 2016/679 art. 5(1)(e)). */
describe('each store that tells of no client', async () => {
  const timed = await withTimeToLive();
  const rules = ownRecordRules(LocalDate.parse('2026-11-24'), defaultSettings.retention);
  const kinds = Object.values(HOUSE_KINDS);

  test.each(Object.keys(OF_NO_CLIENT))(
    '%s goes by a run, by the table, or stays for a reason that is said',
    (entity) => {
      const rule = KEPT_BY[entity];
      const goesWith = kinds.filter(({ entities }) => entities.includes(entity));
      if (rule === 'stands') expect([STANDS_FOR[entity], goesWith]).toEqual([expect.any(String), []]);
      else if (rule === 'passes') {
        // An item that is written without the shape of the others: its time stands there too.
        const isTimed = timed.has(entity) || entity === 'idempotencyMark';
        expect([isTimed || USED_UP[entity] !== undefined, goesWith]).toEqual([true, []]);
      } else {
        const own = rules.find(({ kind }) => kind === rule);
        const isForGood = own?.from === 'never';
        expect(
          isForGood ? own.why : (own?.years ?? (rule && UNTIL_PLANNED[rule])),
          `${entity} by ${rule}`,
        ).toBeDefined();
        if (!isForGood && !timed.has(entity))
          expect(goesWith.map(({ rules: by }) => by.some((kind) => kind === rule))).toEqual([true]);
        else expect(goesWith).toEqual([]);
      }
    },
  );

  test('is named nowhere else: every reason and every run is of one of them', () => {
    const named = [
      ...Object.keys(KEPT_BY),
      ...Object.keys(STANDS_FOR),
      ...Object.keys(USED_UP),
      ...kinds.flatMap(({ entities }) => entities),
    ];
    expect(named.filter((entity) => OF_NO_CLIENT[entity] === undefined)).toEqual([]);
    expect(Object.keys(STANDS_FOR).filter((entity) => KEPT_BY[entity] !== 'stands')).toEqual([]);
    expect(Object.keys(USED_UP).filter((entity) => KEPT_BY[entity] !== 'passes')).toEqual([]);
  });

  test('that a run takes away is seen to go in a journey', () => {
    const journeys = typescriptFiles('test/journeys')
      .filter(({ path }) => /retention-of-(house|records)/.test(path))
      .map(({ text }) => text)
      .join('\n');
    // One of them goes through all that there are, but for those that it says the other does.
    expect(journeys).toContain('HouseRecord.options.filter');
    const elsewhere = /const ELSEWHERE = \[([^\]]*)\]/.exec(journeys)?.[1] ?? '';
    const others = HouseRecord.options.filter((record) => elsewhere.includes(`'${record}'`));
    for (const record of others) expect(journeys.split(`'${record}'`).length).toBeGreaterThan(2);
    expect(others.length).toBeLessThan(3);
  });
});
