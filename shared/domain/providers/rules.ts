import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { PartyContent, PartyKind } from './model.ts';

const error = (rule: string, path: string, message: Sentence): Finding => ({
  rule: `provider.${rule}`,
  severity: 'error',
  path: `/body${path}`,
  message,
});

/** A person or a family is told by its people, an organisation by its name. */
export function judgeParty(kind: PartyKind, content: PartyContent): Finding[] {
  const isOfPeople = kind === 'supportPerson' || kind === 'supportFamily';
  const findings: Finding[] = [];
  if (isOfPeople && content.persons.length === 0) {
    findings.push(
      error('personsNamed', '/content/persons', {
        fi: 'Tukihenkilön tai tukiperheen aikuisten nimet puuttuvat.',
        sv: 'Namnen på stödpersonen eller de vuxna i stödfamiljen saknas.',
        en: 'The names of the support person or of the adults of the support family are missing.',
      }),
    );
  }
  if (!isOfPeople && content.organisation === undefined) {
    findings.push(
      error('organisationNamed', '/content/organisation', {
        fi: 'Toimittajan tai tuottajan nimi puuttuu.',
        sv: 'Namnet på leverantören eller producenten saknas.',
        en: 'The name of the supplier or producer is missing.',
      }),
    );
  }
  if (kind === 'supportPerson' && content.persons.length > 1) {
    findings.push(
      error('onePerson', '/content/persons', {
        fi: 'Tukihenkilö on yksi henkilö; useampi aikuinen on tukiperhe.',
        sv: 'En stödperson är en person; flera vuxna är en stödfamilj.',
        en: 'A support person is one person; several adults are a support family.',
      }),
    );
  }
  return findings;
}

/** The last day is not before the first. */
export function judgeDays({ from, to }: { from: LocalDate; to?: LocalDate | undefined }): Finding[] {
  if (to === undefined || from <= to) return [];
  return [
    error('daysInOrder', '/to', {
      fi: 'Viimeinen päivä on ennen ensimmäistä.',
      sv: 'Den sista dagen är före den första.',
      en: 'The last day is before the first.',
    }),
  ];
}

/** What a party is found by. */
export const namesOf = ({ persons, organisation }: PartyContent): string[] => [
  ...persons.map(({ name }) => `${name.given} ${name.family}`),
  ...(organisation === undefined ? [] : [organisation]),
];

/** One line for a list: the people of a party that has people, else the organisation. */
export const displayNameOf = (content: PartyContent): string =>
  namesOf(content).slice(0, Math.max(1, content.persons.length)).join(', ');
