import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import { validateContent } from '../../../shared/documents/validate.ts';
import { isRecord } from '../../../shared/documents/visit.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { contentArbitrary, withPrescribedTexts } from '../../support/arbitrary-content.ts';

const definitions = listDefinitions().map(({ typeOid, version, fi }) => {
  const of = definitionOf(typeOid, version);
  return { fi, of: of && withPrescribedTexts(of) };
});

/** Of each of some two hundred definitions: the generated samples try each field of them besides. */
const RUNS = 10;

/** Every object in a content, with its path. */
function groupsOf(value: unknown, path = ''): { path: string; group: Record<string, unknown> }[] {
  if (Array.isArray(value)) return value.flatMap((item, place) => groupsOf(item, `${path}/${place}`));
  if (!isRecord(value)) return [];
  const below = Object.entries(value).flatMap(([key, member]) => groupsOf(member, `${path}/${key}`));
  return [{ path, group: value }, ...below];
}

describe.each(definitions)('any content of: $fi', ({ of }) => {
  if (of === undefined) throw new Error('the index names a definition that is not there');

  it('is valid, as a draft without a finding', () => {
    fc.assert(
      fc.property(contentArbitrary(of), (content) => {
        expect(errorsOf(validateContent(of, content, 'final'))).toEqual([]);
        expect(validateContent(of, content, 'draft')).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('is refused with an unknown key anywhere in it', () => {
    fc.assert(
      fc.property(
        contentArbitrary(of),
        fc.nat(),
        fc.constantFrom('tuntematon', '__proto__', 'constructor'),
        (content, which, key) => {
          const copy = structuredClone(content);
          const groups = groupsOf(copy);
          const chosen = groups[which % groups.length];
          if (chosen === undefined) return false;
          Object.defineProperty(chosen.group, key, { value: 'x', enumerable: true, configurable: true });
          return (['draft', 'final'] as const).every((stage) =>
            validateContent(of, copy, stage).some(
              (finding) =>
                finding.rule === 'document.unknownField' && finding.path === `${chosen.path}/${key}`,
            ),
          );
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('is refused as final, not as a draft, when a field that is required is taken out', () => {
    const required = of.fields.filter((field) => field.required);
    fc.assert(
      fc.property(contentArbitrary(of), fc.constantFrom(...required), (content, { key }) => {
        const root = content[of.key];
        if (!isRecord(root)) return false;
        const { [key]: _taken, ...rest } = root;
        const without = { [of.key]: rest };
        expect(validateContent(of, without, 'draft')).toEqual([]);
        return errorsOf(validateContent(of, without, 'final')).some(
          ({ path }) => path === `/${of.key}/${key}`,
        );
      }),
      { numRuns: RUNS },
    );
  });
});
