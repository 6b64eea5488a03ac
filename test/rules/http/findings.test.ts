import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { BODY_DEPTH, depthOf } from '../../../shared/http/limits.ts';
import { languageOf } from '../../../shared/http/problem.ts';
import { everyRoute, filled, named } from '../../support/every-route.ts';

const CLIENT = '01KBN4PZ00000000000000000C';
const SECRET = '010190-900P Salainen Nimi';

/** Every place of a value, and the value with something else put there. */
function spoiled(value: unknown, put: unknown): unknown[] {
  if (Array.isArray(value)) {
    return [
      put,
      ...value.flatMap((member, index) => spoiled(member, put).map((to) => value.with(index, to))),
    ];
  }
  if (typeof value !== 'object' || value === null) return [put];
  return [
    put,
    ...Object.entries(value).flatMap(([name, member]) =>
      spoiled(member, put).map((to) => ({ ...value, [name]: to })),
    ),
  ];
}

describe('findings of the door', () => {
  test.each(named.filter(([, route]) => route.body !== undefined))(
    '%s: none repeats a value that was sent, wherever it stood',
    (_, route) => {
      const { params, query, body } = filled(route, CLIENT);
      let refused = 0;
      for (const put of [SECRET, [SECRET], { x: SECRET }, `${SECRET}${'x'.repeat(30_000)}`]) {
        for (const wrong of spoiled(body, put)) {
          const bound = route.bind({ params, query, body: wrong, version: 1 });
          if (!('findings' in bound)) continue;
          refused += 1;
          expect(JSON.stringify(bound.findings)).not.toContain('Salainen');
          expect(JSON.stringify(bound.findings)).not.toContain('010190');
        }
      }
      expect(refused).toBeGreaterThan(0);
    },
  );

  test('none repeats a value of the path or the query', () => {
    for (const route of everyRoute) {
      const { body } = filled(route, CLIENT);
      const names = [...Object.keys(route.params.shape), ...Object.keys(route.query.shape)];
      const texts = Object.fromEntries(names.map((name) => [name, SECRET]));
      const bound = route.bind({ params: texts, query: texts, body, version: 1 });
      if ('findings' in bound) expect(JSON.stringify(bound.findings)).not.toContain('Salainen');
    }
  });

  test('all come at once, each with its place and a sentence in three languages', () => {
    const route = everyRoute.find(({ event }) => event === 'ClientCreated');
    const bound = route?.bind({ params: {}, query: { a: '1' }, version: 0, body: { 'a/b~c': 1, unitId: 1 } });
    const findings = z
      .array(
        z.object({ path: z.string(), message: z.object({ fi: z.string(), sv: z.string(), en: z.string() }) }),
      )
      .parse(bound !== undefined && 'findings' in bound ? bound.findings : []);
    expect(findings.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/query', '/body', '/body/baseData', '/body/source', '/body/unitId']),
    );
  });
});

describe('the depth of a body', () => {
  const trueDepth = (value: unknown): number =>
    typeof value === 'object' && value !== null
      ? 1 + Math.max(0, ...Object.values(value).map((member) => trueDepth(member)))
      : 0;

  test('is that of its objects and lists, whatever its texts hold', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(undefined, 1), (value, spaces) => {
        expect(depthOf(JSON.stringify(value, undefined, spaces))).toBe(trueDepth(value));
      }),
    );
  });

  test('of a text that is no JSON is counted without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '[', '"', '\\', '}', ']', 'a') }), (text) => {
        expect(depthOf(text)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(depthOf('['.repeat(100_000))).toBeGreaterThan(BODY_DEPTH);
  });
});

test.each([
  [undefined, 'fi'],
  ['', 'fi'],
  ['sv-FI,sv;q=0.9,en;q=0.8', 'sv'],
  ['de, en;q=0.5', 'en'],
  ['FI', 'fi'],
  ['svenska', 'fi'],
  ['__proto__', 'fi'],
])('the language asked by «%s» is %s', (asked, language) => {
  expect(languageOf(asked)).toBe(language);
});
