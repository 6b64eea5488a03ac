import { expect, test } from 'vitest';
import {
  type CollectionForm,
  CollectionForms,
} from '../../../shared/domain/controllers/settings/collection-forms.ts';
import { filledForm } from '../../../shared/domain/statistics/form.ts';
import { knownDefinition } from '../../../shared/domain/statistics/known-definition.ts';
import { divisionsOf } from '../../../shared/domain/statistics/make-edition.ts';
import { Row } from '../../../shared/domain/statistics/model.ts';
import { Period } from '../../../shared/domain/statistics/periods.ts';

const definition = knownDefinition('activityStatistics');
const counted = {
  definition,
  period: Period.parse('2026'),
  rows: Row.array().parse([
    { measure: 'persons', value: 12 },
    { measure: 'persons', by: 'code', key: 'familyWork', value: 7 },
    { measure: 'persons', by: 'municipality', key: '186', value: 9 },
    { measure: 'persons', by: 'municipality', key: '106', value: 3 },
  ]),
  divisions: divisionsOf(definition),
};
const formOf = (rowPer: CollectionForm['rowPer'], fields: CollectionForm['fields']): CollectionForm => ({
  definitionId: 'activityStatistics',
  recipient: 'thl',
  rowPer,
  fields,
});

test('a form has its fields in the order of the settings: the whole, a part of a division, and what the register has not', () => {
  const form = formOf('whole', [
    { name: 'Perhetyö', measure: 'persons', of: { by: 'code', part: 'familyWork' } },
    { name: 'Vuosi', value: 'period' },
    { name: 'Sijaisperheitä', value: 'absent' },
    { name: 'Päihdetyö', measure: 'persons', of: { by: 'code', part: 'substanceWork' } },
    { name: 'Yhteensä', measure: 'persons' },
  ]);
  expect(filledForm(form, counted)).toEqual({
    columns: ['Perhetyö', 'Vuosi', 'Sijaisperheitä', 'Päihdetyö', 'Yhteensä'],
    rows: [['7', '2026', '', '0', '12']],
  });
});

test('or a row for each municipality', () => {
  const form = formOf('municipality', [
    { name: 'Kunta', value: 'part' },
    { name: 'Asiakkaita', measure: 'persons' },
  ]);
  expect(filledForm(form, counted).rows).toEqual([
    ['106', '3'],
    ['186', '9'],
  ]);
});

test('a field of a number that the edition does not have is refused, and never told as none', () => {
  const wrong = [
    formOf('whole', [{ name: 'a', measure: 'entries' }]),
    formOf('whole', [{ name: 'a', measure: 'persons', of: { by: 'unit', part: 'one' } }]),
    formOf('homeMunicipality', [{ name: 'a', measure: 'persons' }]),
  ];
  for (const form of wrong) expect(() => filledForm(form, counted)).toThrow('statistics.formUnknown');
});

test('the settings take a form whose fields stand once, and one form for each recipient of a definition', () => {
  const one = formOf('municipality', [{ name: 'Kunta', value: 'part' }]);
  const isTaken = (...forms: CollectionForm[]): boolean => CollectionForms.safeParse(forms).success;
  expect(isTaken(one, { ...one, recipient: 'municipalities' })).toBe(true);
  expect(isTaken(one, one)).toBe(false);
  expect(isTaken({ ...one, fields: [...one.fields, ...one.fields] })).toBe(false);
  expect(isTaken({ ...one, rowPer: 'whole' })).toBe(false);
  const part = { name: 'a', measure: 'persons', of: { by: 'code' as const, part: 'familyWork' } };
  expect(isTaken({ ...one, fields: [part] })).toBe(false);
});
