import { describe, expect, test } from 'vitest';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import type { Field } from '../../../shared/documents/definition.ts';
import { KIND_ROWS, type KindRow } from '../../../shared/domain/decisions/kind-rows.ts';
import {
  DecisionKind,
  definitionTypeOf,
  isReviewed,
  kindOf,
  routesOf,
} from '../../../shared/domain/decisions/kinds.ts';
import { lastDayOf } from '../../../shared/domain/decisions/rules/term.ts';
import { TODAY } from '../../support/decision-heads.ts';

const find = (fields: readonly Field[], key: string): Field | undefined => {
  for (const field of fields) {
    if (field.key === key) return field;
    const below = field.type === 'group' ? find(field.fields, key) : undefined;
    if (below !== undefined) return below;
  }
  return undefined;
};

const fieldOf = (kind: DecisionKind, key: string): Field | undefined =>
  find(definitionOf(definitionTypeOf(kind))?.fields ?? [], key);

/** The codes of list 1.2.246.537.6.1211 that a definition admits. */
function meansOf(kind: DecisionKind): readonly string[] | undefined {
  const field = fieldOf(kind, 'muutoksenhakukeino');
  return field?.type === 'code' ? field.codes : undefined;
}

describe('the register of kinds', () => {
  test('has every national decision, and nothing that is none', () => {
    const national = listDefinitions({ documentType: 'Päätös' }).map(({ typeOid }) => typeOid);
    expect(DecisionKind.options.map(definitionTypeOf).toSorted()).toEqual([...new Set(national)].toSorted());
  });

  test.each(DecisionKind.options)(
    '%s: where its definition names the means of appeal, the route is that',
    (kind) => {
      const codes = meansOf(kind);
      if (codes === undefined) return;
      const own = isReviewed(kindOf(kind).route) ? '1' : '2';
      expect(codes).toContain(own);
    },
  );

  test.each(DecisionKind.options)(
    '%s: what may be ordered enforced at once has its place in the document',
    (kind) => {
      const hasPlace = fieldOf(kind, 'valiton_taytantoonpano') !== undefined;
      expect(hasPlace).toBe(kindOf(kind).atOnce);
    },
  );

  test.each(DecisionKind.options)('%s: no power outlasts the kind’s own longest term', (kind) => {
    const { longest, powers } = kindOf(kind);
    for (const one of powers) {
      if (longest === undefined || one.longest === undefined) continue;
      expect(lastDayOf(TODAY, one.longest) <= lastDayOf(TODAY, longest)).toBe(true);
    }
  });

  test('follows only kinds that there are', () => {
    const rows: readonly KindRow[] = Object.values(KIND_ROWS);
    const followed = rows.flatMap(({ follows }) => follows?.kinds ?? []);
    expect(followed.filter((kind) => !DecisionKind.safeParse(kind).success)).toEqual([]);
  });

  // The routes as processes of the law have them, written by hand (417/2007 89–92 §; 1301/2014 50–51 §; 519/1977 81 b §).
  test.each<[DecisionKind, string[]]>([
    ['11000', ['OVK']],
    ['11001', ['OVK']],
    ['11002', ['OVF', 'OVK']],
    ['11023', ['HK']],
    ['11024', ['HK']],
    ['11025', ['HF']],
    ['11027', ['HF']],
    ['11030', ['OVF']],
    ['11035', ['OVK']],
    ['11042', ['HK']],
    ['11047', ['OVK']],
    ['11050', ['HK']],
    ['11052', ['OVK']],
    ['11053', ['OVK']],
    ['11055', ['OVF']],
    ['11059', ['OVK']],
    ['11062', ['HK']],
    ['11048', ['HK']],
  ])('%s is appealed by %j', (kind, routes) => {
    expect(routesOf(kind)).toEqual(routes);
  });

  test('says of every reading that no statute settled that it is open', () => {
    for (const kind of ['11014', '11026', '11036', '11049', '11056', '11061', '11066'] as const) {
      expect(kindOf(kind).open).not.toBeUndefined();
    }
  });
});
