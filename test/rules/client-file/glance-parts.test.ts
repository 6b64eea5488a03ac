import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GLANCE_PARTS } from '../../../functions/client-file/glance/parts.ts';
import { projectRoot } from '../../support/source-files.ts';

test('whatever can be in force or under way for a client has its part of a glance', () => {
  const folder = join(projectRoot, 'shared/table/keys');
  const keys = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const letters = [...keys.join('\n').matchAll(/'(c[a-z])'/g)].map(([, found]) => found);
  expect(new Set(letters)).toEqual(new Set(Object.values(GLANCE_PARTS).map((part) => part.letters)));
});
