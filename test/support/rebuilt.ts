import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { compareRegister } from '../../infra/statistics/compare-register.ts';
import { FactItem } from '../../shared/domain/statistics/fact-item.ts';
import { GoneFact } from '../../shared/gone-facts.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { FactKind } from '../../shared/statistics-fact.ts';
import { type Key, workKeys } from '../../shared/table/keys.ts';
import { dumpOf } from './dump.ts';
import type { World } from './world.ts';

type Where = Pick<World, 'services' | 'controller'>;

/** What holding the facts against the register tells, and mends where it is asked to. */
export async function compared({ services, controller }: Where, mends = false) {
  const folder = mkdtempSync(join(tmpdir(), 'sointu-comparison-'));
  try {
    const { progress, ...found } = await compareRegister({
      services,
      controller,
      ranBy: 'operator of the test',
      mends,
      unitsPerSecond: 1_000_000,
      progressFile: join(folder, 'progress.json'),
      told: () => undefined,
    });
    const { counts, older } = progress;
    return { ...counts, ...(Object.keys(older).length === 0 ? {} : { older }), ...found };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Nothing differs, and so many facts were looked at. */
export const nothingDiffers = (looked: number) => ({
  looked,
  missing: 0,
  left: 0,
  differing: 0,
  mended: 0,
  disposed: [],
  nameless: [],
  stray: [],
});

/** Every fact of the controller as it is stored, in the order of the table's keys. */
export async function factItemsOf({ services, controller }: Where): Promise<FactItem[]> {
  const items = await dumpOf(services, 'records');
  return items
    .flatMap((item) => FactItem.safeParse(item).data ?? [])
    .filter(({ pk }) => pk.startsWith(`${controller}#`))
    .toSorted((one, other) => (`${one.pk} ${one.sk}` < `${other.pk} ${other.sk}` ? -1 : 1));
}

export const lose = ({ services, controller }: Where, { pk, sk }: Key): Promise<unknown> =>
  services.tables
    .clientOf(controller)
    .send(new DeleteCommand({ TableName: services.tables.records, Key: { pk, sk } }));

/** Whether the fact of something that was disposed of: no thing tells it, and what is lost of it is lost. */
async function isOfNothing({ services, controller }: Where): Promise<(item: FactItem) => boolean> {
  const gone = new Set(
    (await dumpOf(services, 'records'))
      .flatMap((item) => GoneFact.safeParse(item).data ?? [])
      .filter(({ pk }) => pk.startsWith(`${controller}#`))
      .map(({ pk, sk }) => `${pk} ${workKeys.aboutIn(sk)}`),
  );
  return ({ pk, sk }) => gone.has(`${pk} ${workKeys.aboutIn(sk)}`);
}

/**
 * All facts of the controller are lost, and made anew from the register: the same names and the same bytes.
 * @returns of which kinds they were.
 */
export async function rebuiltFromNothing(world: Where): Promise<FactKind[]> {
  const all = await factItemsOf(world);
  const ofNothing = await isOfNothing(world);
  const before = all.filter((item) => !ofNothing(item));
  for (const item of before) await lose(world, item);
  const told = await compared(world, true);
  expect(told.missing + told.left).toBe(before.length);
  expect(told).toMatchObject({ mended: before.length, stray: [], nameless: [] });
  expect((await factItemsOf(world)).map(canonicalJson)).toEqual(all.map(canonicalJson));
  return [...new Set(before.map(({ fact }) => fact.kind))].toSorted();
}
