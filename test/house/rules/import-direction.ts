import { isBuiltin } from 'node:module';
import { parseSource, resolveImport } from '../../support/parse-source.ts';
import type { SourceFile } from '../../support/source-files.ts';
import { isTypescript, type Rule, type Violation } from './violation.ts';

/** One sentence about who may import what. `target` is a path of the project or a package's name. */
type Direction = {
  sentence: string;
  applies: (path: string) => boolean;
  allows: (target: string, path: string, typeOnly: boolean) => boolean;
};

const KERNEL = /^shared\/kernel\//;
const DOMAIN = /^shared\/domain\//;
/** What a statute says, without a table, a cloud or a clock. */
const PURE_DOMAIN = /^shared\/domain\/[^/]+\/(rules|transitions|model|norms)(\.ts$|\/)/;
/** The shapes that a stored thing is made of: schemas alone, and held to that below. */
const SHAPES = new Set(['shared/crypto/sealed.ts', 'shared/documents/entry-type.ts', 'shared/table/item.ts']);
/** The brands of keys, for a shape to name; the builders stay with the stores. */
const KEYS = 'shared/table/keys.ts';
const CLOCK = 'shared/kernel/clock.ts';
const AWS = /^(@aws-sdk|@smithy|aws-|@middy)/;
const CDK = /^(aws-cdk-lib|constructs|cdk-nag)(\/|$)/;

const moduleOf = (path: string): string | undefined => /^functions\/([^/]+)\//.exec(path)?.[1];

const directions: Direction[] = [
  {
    sentence: 'the kernel imports zod and itself',
    applies: (path) => KERNEL.test(path),
    allows: (target) => target === 'zod' || KERNEL.test(target),
  },
  {
    sentence: 'the shape of a stored thing imports zod, the kernel and the types of keys',
    applies: (path) => SHAPES.has(path),
    allows: (target, _path, typeOnly) =>
      target === 'zod' || KERNEL.test(target) || (target === KEYS && typeOnly),
  },
  {
    sentence:
      'a rule of the domain imports zod, the kernel, shapes and the domain, and knows no clock and no store',
    applies: (path) => PURE_DOMAIN.test(path),
    allows: (target) =>
      target === 'zod' ||
      SHAPES.has(target) ||
      (KERNEL.test(target) && target !== CLOCK) ||
      (DOMAIN.test(target) && !/\/store(\.ts$|\/)/.test(target)),
  },
  {
    sentence: 'the domain knows neither Node nor AWS',
    applies: (path) => DOMAIN.test(path),
    allows: (target) => !isBuiltin(target) && !AWS.test(target),
  },
  {
    sentence: 'the domain does not know HTTP',
    applies: (path) => DOMAIN.test(path),
    allows: (target) => !target.startsWith('shared/http/'),
  },
  {
    sentence: 'the client of the API knows no server: it imports openapi-fetch and its own types',
    applies: (path) => path.startsWith('shared/api-client/'),
    allows: (target) => target === 'openapi-fetch' || target.startsWith('shared/api-client/'),
  },
  {
    sentence: 'what runs on a server does not call itself through the client of the API',
    applies: (path) => /^(functions|infra|shared)\//.test(path) && !path.startsWith('shared/api-client/'),
    allows: (target) => !target.startsWith('shared/api-client/'),
  },
  {
    sentence: 'shared imports nothing from functions, infra or test',
    applies: (path) => path.startsWith('shared/'),
    allows: (target) => !/^(functions|infra|test)\//.test(target),
  },
  {
    sentence: 'a module imports no other module, no register of modules, no infra and no test',
    applies: (path) => moduleOf(path) !== undefined,
    allows: (target, path) =>
      !/^(infra|test)\//.test(target) &&
      (!target.startsWith('functions/') || moduleOf(target) === moduleOf(path)),
  },
  {
    sentence: 'keys are asked for at their door, keys.ts: nobody else joins their parts',
    applies: (path) => path !== KEYS && !path.startsWith('shared/table/keys/'),
    allows: (target) => !target.startsWith('shared/table/keys/'),
  },
  {
    sentence: 'what runs on a laptop knows no CDK',
    applies: (path) => path.startsWith('infra/local/'),
    allows: (target) => !CDK.test(target),
  },
  {
    sentence: 'stacks and constructs do not know the domain',
    applies: (path) => /^infra\/(stacks|constructs)\//.test(path),
    allows: (target) => !DOMAIN.test(target),
  },
  {
    sentence: 'only tests import tests',
    applies: (path) => /^(functions|infra|shared)\//.test(path),
    allows: (target) => !target.startsWith('test/'),
  },
];

/** Imports go one way: kernel, domain, stores, acts, the register of modules, places to run. */
export const importDirection: Rule = (files) => {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => isTypescript(path))) {
    for (const { specifier, line, typeOnly } of parseSource(file).imports) {
      const target = resolveImport(file.path, specifier) ?? specifier;
      for (const { sentence, applies, allows } of directions) {
        if (applies(file.path) && !allows(target, file.path, typeOnly)) {
          violations.push({ path: file.path, line, message: `imports ${target}: ${sentence}` });
        }
      }
    }
  }
  return violations;
};

/** The laptop must start without CDK installed: also what its files import leads to no CDK. */
export const laptopReachesNoCdk: Rule = (files) => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const violations: Violation[] = [];
  const seen = new Set<string>();
  const waiting: SourceFile[] = files.filter(
    ({ path }) => path.startsWith('infra/local/') && isTypescript(path),
  );
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    for (const { specifier, line, typeOnly } of parseSource(file).imports) {
      if (typeOnly) continue;
      if (CDK.test(specifier)) {
        violations.push({
          path: file.path,
          line,
          message: `infra/local reaches ${specifier} through this file`,
        });
      }
      const next = byPath.get(resolveImport(file.path, specifier) ?? '');
      if (next !== undefined) waiting.push(next);
    }
  }
  return violations;
};
