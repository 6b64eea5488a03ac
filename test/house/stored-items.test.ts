import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { OF_NO_CLIENT, PERSONAL_STORES } from '../../shared/domain/stores/register.ts';
import { currentVersion, MIGRATIONS } from '../../shared/table/migrations/register.ts';
import { projectRoot, typescriptFiles } from '../support/source-files.ts';

type Stored = { path: string; entity: string; schemaVersion: unknown };

const byLetters = (a: string, b: string): number => (a < b ? -1 : 1);

const literalOf = (schema: unknown): unknown => (schema instanceof z.ZodLiteral ? schema.value : undefined);

/** Every exported schema that names its entity, as a running function meets it. */
async function storedSchemas(): Promise<Stored[]> {
  const files = typescriptFiles('shared').filter(({ text }) =>
    /\bstoredItem\(|\bentity: z\.literal\(/.test(text),
  );
  const found = await Promise.all(
    files.map(async ({ path }) => {
      const module: Record<string, unknown> = await import(join(projectRoot, path));
      return Object.values(module).flatMap((value): Stored[] => {
        if (!(value instanceof z.ZodObject)) return [];
        const entity = literalOf(value.shape['entity']);
        return typeof entity === 'string'
          ? [{ path, entity, schemaVersion: literalOf(value.shape['schemaVersion']) }]
          : [];
      });
    }),
  );
  return found.flat();
}

describe('the schema of every stored entity', async () => {
  const stored = await storedSchemas();

  test('is found: none is written or read without one', () => {
    const written = typescriptFiles('shared')
      .filter(({ path }) => path !== 'shared/table/item.ts')
      .flatMap(({ text }) => [...text.matchAll(/\bstoredItem\('(\w+)'|\bentity: z\.literal\('(\w+)'\)/g)])
      .map(([, first, second]) => first ?? second ?? '');
    expect(stored.map(({ entity }) => entity).toSorted(byLetters)).toEqual(written.toSorted(byLetters));
    expect(stored.length).toBeGreaterThan(20);
  });

  test.each(stored)('$entity is at the version its migrations lead to', ({ entity, schemaVersion }) => {
    expect(schemaVersion).toBe(currentVersion(MIGRATIONS, entity));
  });

  test('is one: two shapes of one entity would be read by chance', () => {
    const entities = stored.map(({ entity }) => entity);
    expect(entities.filter((entity, index) => entities.indexOf(entity) !== index)).toEqual([]);
  });

  test('says what becomes of it: it is in the register of what tells of a client, or among what does not', () => {
    const told = [...PERSONAL_STORES.map(({ kind }) => kind), ...Object.keys(OF_NO_CLIENT)];
    const entities = stored.map(({ entity }) => entity);
    expect(entities.filter((entity) => !told.includes(entity))).toEqual([]);
    // Of what is no stored item: lines of the log, and objects of the bucket.
    const others = ['line', 'sealedFile', 'sealedContent', 'outbox', 'idempotencyMark'];
    expect(told.filter((kind) => !entities.includes(kind) && !others.includes(kind))).toEqual([]);
    expect(told.filter((kind, index) => told.indexOf(kind) !== index)).toEqual([]);
  });

  test('stands behind every migration', () => {
    const known = new Set(stored.map(({ entity }) => entity));
    expect([...MIGRATIONS.keys()].filter((entity) => !known.has(entity))).toEqual([]);
  });
});
