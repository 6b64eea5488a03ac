import { expect, test } from 'vitest';
import { RelationContent } from '../../../shared/domain/clients/network/model.ts';
import { rightStands } from '../../../shared/domain/data-subject-requests/standing.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

/** By what right something is given on a day: whoever asked as a child still asks for oneself when of age. */

const day = (text: string): LocalDate => LocalDate.parse(text);
const relation = (more: object) =>
  RelationContent.parse({
    roles: ['custodian'],
    person: { name: { family: 'Keksitty', given: 'Äiti' } },
    ...more,
  });
const born = day('2008-11-24');
const stands = (asker: 'minor' | 'guardianOfMinor' | 'client', on: string, more: object = {}): boolean =>
  rightStands(
    { kind: 'inspection' },
    { asker, birthDate: born, diedOn: undefined, relation: relation({}), ...more },
    day(on),
  );

test('a guardian’s right ends on the day the child comes of age; the child’s own goes on', () => {
  expect(stands('guardianOfMinor', '2026-11-23')).toBe(true);
  expect(stands('guardianOfMinor', '2026-11-24')).toBe(false);
  expect(stands('minor', '2026-11-24')).toBe(true);
});

test('a relation that has ended, or has not begun, or is of another role gives no right', () => {
  expect(stands('guardianOfMinor', '2026-11-23', { relation: relation({ to: '2026-11-22' }) })).toBe(false);
  expect(stands('guardianOfMinor', '2026-11-23', { relation: relation({ to: '2026-11-23' }) })).toBe(true);
  expect(stands('guardianOfMinor', '2026-11-23', { relation: relation({ from: '2026-11-24' }) })).toBe(false);
  expect(stands('guardianOfMinor', '2026-11-23', { relation: relation({ roles: ['sibling'] }) })).toBe(false);
});

test('of the dead nothing is given as of the living, nor of the living as of the dead; a party’s right stands', () => {
  const diedOn = day('2026-11-20');
  const of = (kind: 'inspection' | 'deceasedData' | 'partyDocuments', died: LocalDate | undefined): boolean =>
    rightStands(
      { kind },
      { asker: 'applicant', birthDate: undefined, relation: undefined, diedOn: died },
      day('2026-11-24'),
    );
  expect([of('inspection', diedOn), of('inspection', undefined)]).toEqual([false, true]);
  expect([of('deceasedData', diedOn), of('deceasedData', undefined)]).toEqual([true, false]);
  expect([of('partyDocuments', diedOn), of('partyDocuments', undefined)]).toEqual([true, true]);
});
