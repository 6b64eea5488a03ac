import { expect } from 'vitest';
import { definitionOf } from '../../shared/documents/catalogue.ts';
import { validateContent } from '../../shared/documents/validate.ts';
import type { IntakeKind } from '../../shared/domain/intake/model.ts';
import type { NationalDocument } from '../../shared/domain/intake/national-values.ts';
import { IntakeRecord } from '../../shared/domain/intake/record.ts';
import type { Told } from '../../shared/domain/intake/told-form.ts';
import { errorsOf } from '../../shared/kernel/finding.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

/** A matter about which all is told that the national documents ask for. */

export const record = IntakeRecord.parse({
  text: 'Lapset ovat olleet öitä keskenään.',
  reasons: [{ code: '1', display: 'Arjen sujuminen' }],
  services: ['familyWork'],
  wishes: 'Apua aamuihin',
  byConsent: true,
  guardianTold: true,
  otherParentTold: false,
  childTold: true,
  expectedBirth: 'helmikuu 2027',
  familySituation: 'Asuvat kaksin',
  notifier: {
    party: 'healthCare',
    family: 'Hoitaja',
    given: 'Heli',
    title: 'terveydenhoitaja',
    organisation: 'Neuvola',
    phones: ['040 000 0000'],
    emails: ['heli@example.fi'],
  },
  subjects: [
    {
      subjectId: '01KBN4PZ00000000000000000A',
      family: 'Esimerkki',
      given: 'Aino',
      age: '7',
      residence: 'Äidin luona',
      phones: ['040 111 1111'],
      addresses: [{ street: 'Keksitty tie 1', postalCode: '00100', postOffice: 'HELSINKI' }],
      guardians: [{ family: 'Esimerkki', given: 'Anna', phones: ['040 222 2222'] }],
    },
  ],
});

export const toldOf = (kind: IntakeKind, more: Partial<Told> = {}): Told => {
  const [subject] = record.subjects;
  if (subject === undefined) throw new Error('nobody');
  return {
    kind,
    record,
    subject,
    serviceTasks: ['childWelfare'],
    isBanned: false,
    receivedOn: LocalDate.parse('2026-11-24'),
    ...more,
  };
};

const PERSON = {
  sukunimi: 'Esimerkki',
  etunimet: 'Aino',
  henkilotunnus: { system: 'urn:oid:1.2.246.21', value: '010190-900P' },
};
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As it is when the system has filled in whose it is and who wrote it. */
export function errorsIn({ typeOid, root, values }: NationalDocument) {
  const definition = definitionOf(typeOid);
  if (definition === undefined) throw new Error(`no definition of ${typeOid}`);
  expect(definition.key).toBe(root);
  const field = (key: string) => definition.fields.find((one) => one.key === key);
  const given = [values['asiakas']].flat().filter(isRecord);
  const client = { ...given[0], ...PERSON };
  const author = { sukunimi: 'Testi', etunimet: 'Työntekijä', tehtavanimike: 'sosiaalityöntekijä' };
  const { tehtavanimike: _title, ...applicant } = author;
  const content = {
    [root]: {
      ...values,
      asiakas: field('asiakas')?.repeats === true ? [client] : client,
      ...(definition.documentType === 'Hakemus'
        ? { laatija: applicant }
        : { laatija: field('laatija')?.repeats === true ? [author] : author }),
    },
  };
  return errorsOf(validateContent(definition, content, 'final'));
}
