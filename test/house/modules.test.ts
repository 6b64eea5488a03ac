import { describe, expect, test } from 'vitest';
import { actsAreRouted, modulesAreWhole } from './rules/modules.ts';
import { listed, theTree } from './the-tree.ts';

const whole = [
  { path: 'functions/modules.ts', text: "import { cases } from './cases/module.ts';" },
  { path: 'functions/cases/module.ts', text: "import { routes } from './routes.ts';" },
  { path: 'functions/cases/handler.ts', text: "import { routes } from './routes.ts';" },
  { path: 'functions/cases/routes.ts', text: "import { openCase } from './open-case.ts';" },
  { path: 'functions/cases/open-case.ts', text: "import { view } from './case-view.ts';" },
  { path: 'functions/cases/case-view.ts', text: 'export const view = 1;' },
  { path: 'functions/cases/on-client-merged.ts', text: 'export const handler = 1;' },
  { path: 'functions/cases/run-deadlines.ts', text: 'export const handler = 1;' },
];
const without = (path: string) => whole.filter((file) => file.path !== path);

describe('one folder is one module', () => {
  test('each has a manifest, a handler, routes and a line in the register', () => {
    expect(listed(modulesAreWhole(theTree))).toEqual([]);
    expect(listed(modulesAreWhole(whole))).toEqual([]);
  });

  test.each(['module.ts', 'handler.ts', 'routes.ts'])('a module without %s is found', (part) => {
    expect(listed(modulesAreWhole(without(`functions/cases/${part}`)))).toEqual([
      `functions/cases:1 the module has no ${part}`,
    ]);
  });

  test('a module that the register does not name is found', () => {
    expect(modulesAreWhole(without('functions/modules.ts'))).toHaveLength(1);
  });
});

describe('every act can be done', () => {
  test('a route, an event or a schedule leads to every file of a module', () => {
    expect(listed(actsAreRouted(theTree))).toEqual([]);
    expect(listed(actsAreRouted(whole))).toEqual([]);
  });

  test('an act without a route is found', () => {
    const more = [...whole, { path: 'functions/cases/close-case.ts', text: 'export const closeCase = 1;' }];
    expect(listed(actsAreRouted(more))).toEqual([
      'functions/cases/close-case.ts:1 functions/cases/routes.ts does not lead here',
    ]);
  });
});
