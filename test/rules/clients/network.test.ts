import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BaseData } from '../../../shared/domain/clients/model.ts';
import {
  otherSide,
  otherSideOf,
  RelationContent,
  RelationRole,
} from '../../../shared/domain/clients/network/model.ts';
import { judgeRelation } from '../../../shared/domain/clients/network/rules.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const TODAY = LocalDate.parse('2026-11-24');
const roles = fc.uniqueArray(fc.constantFrom(...RelationRole.options), { minLength: 1, maxLength: 6 });
const PERSON = { name: { family: 'Läheinen', given: 'Lasse' } };
const clientBorn = (birthDate: string): BaseData =>
  BaseData.parse({ name: { family: 'Esimerkki', given: 'Aino' }, birthDate });

const rulesOf = (relation: Record<string, unknown>, birthDate = '1990-01-01', isLink = false): string[] =>
  judgeRelation(RelationContent.parse(relation), { client: clientBorn(birthDate), isLink, today: TODAY }).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );

describe('the two sides of a link', () => {
  test('the other side of the other side is the role itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RelationRole.options), (role) => {
        expect(otherSideOf(otherSideOf(role))).toBe(role);
      }),
    );
  });

  test('the other file never gets words, contacts or a person that were written into this one', () => {
    const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(roles, words, words, (own, powers, description) => {
        const content = RelationContent.parse({
          roles: own,
          powers,
          description,
          informationRight: powers,
          person: PERSON,
          contacts: { phones: ['+358 40 000 0000'], addresses: [{ street: 'Katu 1' }] },
        });
        expect(otherSide(content, undefined)).toEqual({
          roles: own.map(otherSideOf),
          sameHousehold: false,
          contacts: { addresses: [], phones: [], emails: [] },
        });
      }),
    );
  });

  test('the other file keeps its own words when the link changes, and a day taken back is gone from both', () => {
    const before = RelationContent.parse({
      roles: ['child'],
      to: '2026-01-01',
      custodyForm: 'joint',
      description: 'oma sana',
    });
    const next = RelationContent.parse({ roles: ['parent'], from: '2020-01-01' });
    expect(otherSide(next, before)).toEqual({
      roles: ['child'],
      from: '2020-01-01',
      sameHousehold: false,
      description: 'oma sana',
      contacts: before.contacts,
    });
  });
});

describe('judging a relation (703/2023 § 38)', () => {
  test.each(['guardian', 'continuingPowerOfAttorney', 'authorised'])(
    'the powers of a %s are asked for',
    (role) => {
      expect(rulesOf({ roles: [role], person: PERSON })).toEqual(['error client.powersKnown']);
      expect(rulesOf({ roles: [role], person: PERSON, powers: 'kaikki asiat' })).toEqual([]);
    },
  );

  test('a parent without custody may have a right to information, a custodian has it anyway', () => {
    const parent = { roles: ['parent'], person: PERSON, informationRight: 'koulu' };
    expect(rulesOf(parent)).toEqual([]);
    expect(rulesOf({ ...parent, roles: ['parent', 'custodian'], custodyForm: 'sole' }, '2020-01-01')).toEqual(
      ['error client.informationRightOfParent'],
    );
  });

  test('a custodian of one who is of age is warned of, until it has been ended', () => {
    const custody = { roles: ['custodian'], custodyForm: 'joint', person: PERSON };
    expect(rulesOf(custody, '2008-11-25')).toEqual([]);
    expect(rulesOf(custody, '2008-11-24')).toEqual(['warning client.custodyOfChild']);
    expect(rulesOf({ ...custody, to: '2026-11-23' }, '2008-11-24')).toEqual([]);
  });

  test('a related person is named here, a related client is not', () => {
    expect(rulesOf({ roles: ['sibling'] })).toEqual(['error client.relatedPersonNamed']);
    expect(rulesOf({ roles: ['sibling'], person: PERSON }, '1990-01-01', true)).toEqual([
      'error client.relatedPersonNamed',
    ]);
    expect(rulesOf({ roles: ['sibling'] }, '1990-01-01', true)).toEqual([]);
  });
});
