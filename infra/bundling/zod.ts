import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * Zod can tell the JSON Schema of a schema; the OpenAPI document is made that way, and no function makes it. Every
 * schema refers to what does, so that no bundler can see that it is not used.
 */
const MAKERS = /zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;
const NONE = `() => () => { throw new Error('No function makes a JSON Schema.'); }`;
const EXPORTED = /export (?:const|function) (\w+)|export \{ \w+ as (\w+) \}/g;

/**
 * What is made at every start for nothing: how each schema is told, a copy of each that has a name or an example in
 * that document, and what a closed object takes beside its fields, which is nothing and the same for all.
 */
const FOR_NOTHING: readonly (readonly [RegExp, string])[] = [
  [/^ *inst\._zod\.processJSONSchema = .*;$/gm, ''],
  [/const cl = this\.clone\(\);\s+core\.globalRegistry\.add\(cl, [^;]+;\s+return cl;/g, 'return this;'],
  [/catchall: never\(\)/g, 'catchall: (nothing ??= never())'],
  [/^export function never\(/m, 'let nothing;\nexport function never('],
];

/** Zod without what only the reference of the API needs. */
export const asFunctionsUseZod: Plugin = {
  name: 'as-functions-use-zod',
  setup(bundler) {
    bundler.onLoad({ filter: MAKERS }, async ({ path }) => {
      const names = [...(await readFile(path, 'utf8')).matchAll(EXPORTED)].map(
        ([, one, other]) => one ?? other,
      );
      return { contents: names.map((name) => `export const ${name} = ${NONE};`).join('\n') };
    });
    bundler.onLoad({ filter: /zod\/v4\/classic\/schemas\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [part, instead] of FOR_NOTHING) {
        if (contents.search(part) < 0) throw new Error(`Zod has changed: it has no ${part.source}.`);
        contents = contents.replace(part, instead);
      }
      return { contents };
    });
  },
};
