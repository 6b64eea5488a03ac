import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { definitionOf, listDefinitions } from '../../../shared/documents/catalogue.ts';
import { jsonSchemaOf } from '../../../shared/documents/json-schema.ts';
import { validateContent } from '../../../shared/documents/validate.ts';
import { errorsOf } from '../../../shared/kernel/finding.ts';
import { withPrescribedTexts } from '../../support/arbitrary-content.ts';
import { fullSample, leastSample } from '../../support/document-sample.ts';
import { roundsOf, spoilt } from '../../support/spoilt-content.ts';

const definitions = listDefinitions().map(({ oid, fi }) => [fi, oid] as const);

const definitionFor = (oid: string) => {
  const found = definitionOf(oid);
  if (found === undefined) throw new Error('the index names a definition that is not there');
  return withPrescribedTexts(found);
};

const stages = ['draft', 'final'] as const;

/** As one text: a comparison of sets would take longer than all that is judged. */
const inOrder = (lines: readonly string[]): string => [...new Set(lines)].sort().join('\n');

describe('every national definition', () => {
  it.each(definitions)(
    '%s lets a sound document stand, and names each wrong thing by its place',
    (_, oid) => {
      const definition = definitionFor(oid);
      for (const content of [fullSample(definition), leastSample(definition)]) {
        expect(validateContent(definition, content, 'draft')).toEqual([]);
        expect(errorsOf(validateContent(definition, content, 'final'))).toEqual([]);
      }
      expect(validateContent(definition, {}, 'final').map(({ path }) => path)).toEqual([
        `/${definition.key}`,
      ]);

      const content = fullSample(definition);
      for (const round of roundsOf(definition, content)) {
        spoilt(round, () => {
          for (const stage of stages) {
            const told = errorsOf(validateContent(definition, content, stage));
            const expected = round.filter(({ draftToo }) => stage === 'final' || draftToo);
            expect(new Set(told.map(({ rule, path }) => `${stage} ${rule} ${path}`))).toEqual(
              new Set(expected.map(({ rule, path }) => `${stage} ${rule} ${path}`)),
            );
          }
        });
      }
    },
  );

  it.each(definitions)('%s has schemas by which a form judges as the validator does', (_, oid) => {
    const definition = definitionFor(oid);
    const content = fullSample(definition);
    for (const stage of stages) {
      const schema = z.fromJSONSchema(jsonSchemaOf(definition, stage));
      expect(schema.safeParse(content).success).toBe(true);
      expect(schema.safeParse(leastSample(definition)).success).toBe(true);
      for (const round of roundsOf(definition, content)) {
        const { error } = spoilt(round, () => schema.safeParse(content));
        const told = (error?.issues ?? []).flatMap(({ path, ...issue }) =>
          issue.code === 'unrecognized_keys'
            ? issue.keys.map((key) => `/${[...path, key].join('/')}`)
            : [`/${path.join('/')}`],
        );
        const expected = round.filter(({ draftToo }) => stage === 'final' || draftToo);
        expect(inOrder(told)).toBe(inOrder(expected.map(({ path }) => path)));
      }
    }
  });
});
