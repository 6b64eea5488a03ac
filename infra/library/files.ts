import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Problem } from './definition-from-schema.ts';

export type FoundFile = { name: string; text: string };

/** The file, or every file of the folder that ends so, by name. */
export function filesAt(path: string, endings: readonly string[]): FoundFile[] {
  const names = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => endings.includes(extname(name)))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (names.length === 0) throw new Error(`${path} holds no file ending in ${endings.join(' or ')}`);
  return names.map((name) => ({ name: basename(name), text: readFileSync(name, 'utf8') }));
}

export function parsedJson(text: string): { json: unknown } | { problems: readonly Problem[] } {
  try {
    return { json: JSON.parse(text) };
  } catch (thrown) {
    return { problems: [{ path: '', text: thrown instanceof Error ? thrown.message : 'is not JSON' }] };
  }
}

/** Every problem of every file in a line of its own: nothing has been loaded. */
export class NothingLoaded extends Error {
  constructor(problems: readonly (Problem & { file: string })[]) {
    const lines = problems.map(({ file, path, text }) => `${file} ${path}: ${text}`);
    super([...lines, 'Nothing was loaded.'].join('\n'));
    this.name = 'NothingLoaded';
  }
}
