import { parseSource } from '../../support/parse-source.ts';
import { isTypescript, type Rule } from './violation.ts';

/** `import * as z from 'zod'`: the named import brings all of zod into every bundle, four times the bytes. */
export const zodNamespace: Rule = (files) =>
  files
    .filter(({ path }) => isTypescript(path))
    .flatMap((file) =>
      parseSource(file)
        .imports.filter(({ specifier }) => specifier === 'zod' || specifier.startsWith('zod/'))
        .filter(({ namespace, specifier }) => !namespace || specifier !== 'zod')
        .map(({ line }) => ({
          path: file.path,
          line,
          message: "zod is imported as import * as z from 'zod'",
        })),
    );
