import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { birthDateOf } from '../../kernel/personal-identity-code.ts';
import type { BaseData, Source } from './model.ts';

/** Judges base data as a whole: what no single field can say. Pure; all findings at once. */
export function judgeBaseData(data: BaseData, today: LocalDate): Finding[] {
  return [...judgeIdentity(data), ...judgeBirthDate(data, today)];
}

/** 703/2023 § 38: identity code, or else a temporary id or the date of birth. */
function judgeIdentity({ personalIdentityCode, temporaryId, birthDate }: BaseData): Finding[] {
  if (personalIdentityCode ?? temporaryId ?? birthDate) return [];
  return [
    {
      rule: 'client.identified',
      severity: 'error',
      path: '/body/baseData/personalIdentityCode',
      source: '703/2023 § 38',
      message: {
        fi: 'Tarvitaan henkilötunnus, tilapäinen yksilöintitunnus tai syntymäaika.',
        sv: 'Personbeteckning, temporär identifikationskod eller födelsetid behövs.',
        en: 'An identity code, a temporary id or a date of birth is needed.',
      },
    },
  ];
}

function judgeBirthDate({ personalIdentityCode, birthDate }: BaseData, today: LocalDate): Finding[] {
  const findings: Finding[] = [];
  if (birthDate !== undefined && birthDate > today) {
    findings.push({
      rule: 'client.bornAlready',
      severity: 'error',
      path: '/body/baseData/birthDate',
      message: {
        fi: 'Syntymäaika on tulevaisuudessa.',
        sv: 'Födelsetiden är i framtiden.',
        en: 'The date of birth is in the future.',
      },
    });
  }
  if (
    personalIdentityCode !== undefined &&
    birthDate !== undefined &&
    birthDateOf(personalIdentityCode) !== birthDate
  ) {
    findings.push({
      rule: 'client.birthDateAsInCode',
      severity: 'warning',
      path: '/body/baseData/birthDate',
      source: '128/2010 § 2',
      message: {
        fi: 'Syntymäaika poikkeaa henkilötunnuksesta.',
        sv: 'Födelsetiden avviker från personbeteckningen.',
        en: 'The date of birth differs from the identity code.',
      },
    });
  }
  return findings;
}

/** J-3.7: a source in free text is for child protection only; the others are named. */
export function judgeSource(source: Source, isChildProtection: boolean): Finding[] {
  const isFree = source.kind === 'other';
  const hasText = source.description !== undefined;
  if (isFree === hasText && (!isFree || isChildProtection)) return [];
  return [
    {
      rule: 'client.sourceNamed',
      severity: 'error',
      path: '/body/source',
      message: {
        fi: 'Vapaamuotoinen lähde kuuluu vain lastensuojeluun, ja silloin se on kirjoitettava.',
        sv: 'En fritt formulerad källa hör endast till barnskyddet, och ska då skrivas ut.',
        en: 'A source in free text is for child protection only, and then it must be written.',
      },
    },
  ];
}

/** The year a person was born, as far as it is known. */
export function birthYearOf(data: BaseData): number | undefined {
  const born =
    data.personalIdentityCode === undefined ? data.birthDate : birthDateOf(data.personalIdentityCode);
  return born === undefined ? undefined : Number(born.slice(0, 4));
}
