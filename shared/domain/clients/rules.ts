import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { birthDateOf } from '../../kernel/personal-identity-code.ts';
import type { OptionalClientField } from '../controllers/settings/information.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { BaseData, ClientHead, Informing, Relationship, SafetyBan, Source } from './model.ts';

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

/** Of the base data beyond those 703/2023 § 38 lists, only what the controller has said it needs (C-06). */
export const judgeFields = (
  given: readonly OptionalClientField[],
  recorded: readonly OptionalClientField[],
  under: string,
): Finding[] =>
  given
    .filter((field) => !recorded.includes(field))
    .map((field) => ({
      rule: 'client.fieldRecorded',
      severity: 'error',
      path: `/body/${under}/${field}`,
      message: {
        fi: 'Rekisterinpitäjä ei tallenna tätä tietoa.',
        sv: 'Den personuppgiftsansvariga registrerar inte denna uppgift.',
        en: 'The controller does not record this datum.',
      },
    }));

type Born = Pick<BaseData, 'personalIdentityCode' | 'birthDate'>;

/** The day a person was born, as far as it is known: the code says it first. */
export const birthDateIn = ({ personalIdentityCode, birthDate }: Born): LocalDate | undefined =>
  personalIdentityCode === undefined ? birthDate : birthDateOf(personalIdentityCode);

export function birthYearOf(born: Born): number | undefined {
  const birthDate = birthDateIn(born);
  return birthDate === undefined ? undefined : Number(birthDate.slice(0, 4));
}

/** Whether a safety ban is in force on a day. It ends with its last day, by itself. */
export const hasSafetyBan = (
  { safetyBan }: { safetyBan?: SafetyBan | undefined },
  today: LocalDate,
): boolean => safetyBan !== undefined && (safetyBan.until === undefined || safetyBan.until >= today);

/** A ban that is over before it begins hides nothing: 661/2009 § 36 gives it for years, or until further notice. */
export function judgeSafetyBan(ban: SafetyBan, today: LocalDate): Finding[] {
  if (hasSafetyBan({ safetyBan: ban }, today)) return [];
  return [
    {
      rule: 'client.banEndsLater',
      severity: 'error',
      path: '/body/until',
      source: '661/2009 § 36',
      message: {
        fi: 'Turvakiellon viimeinen päivä on jo mennyt.',
        sv: 'Spärrmarkeringens sista dag har redan gått.',
        en: 'The last day of the safety ban has passed already.',
      },
    },
  ];
}

/** A death lies between the birth and today. */
export function judgeDeath(diedOn: LocalDate, data: BaseData, today: LocalDate): Finding[] {
  const born = birthDateIn(data);
  if (diedOn <= today && (born === undefined || born <= diedOn)) return [];
  return [
    {
      rule: 'client.diedAfterBirth',
      severity: 'error',
      path: '/body/diedOn',
      message: {
        fi: 'Kuolinpäivä on tulevaisuudessa tai ennen syntymää.',
        sv: 'Dödsdagen är i framtiden eller före födelsen.',
        en: 'The day of death is in the future or before the birth.',
      },
    },
  ];
}

/** 1301/2014 § 34: a period begins no later than today and ends no earlier than it began. */
export function judgePeriod(
  { startedOn, endedOn }: Pick<Relationship, 'startedOn' | 'endedOn'>,
  today: LocalDate,
): Finding[] {
  const last = endedOn ?? startedOn;
  if (startedOn <= last && last <= today) return [];
  return [
    {
      rule: 'client.periodInOrder',
      severity: 'error',
      path: endedOn === undefined ? '/body/startedOn' : '/body/endedOn',
      source: '1301/2014 § 34',
      message: {
        fi: 'Päivä on tulevaisuudessa tai ennen asiakkuuden alkamista.',
        sv: 'Dagen är i framtiden eller före klientrelationens början.',
        en: 'The day is in the future, or before the relationship began.',
      },
    },
  ];
}

/** Nobody has been told on a day to come. */
export function judgeInformedOn(informedOn: LocalDate, today: LocalDate): Finding[] {
  if (informedOn <= today) return [];
  return [
    {
      rule: 'client.informedAlready',
      severity: 'error',
      path: '/body/informedOn',
      source: 'EU 2016/679, 13–14',
      message: {
        fi: 'Informoinnin päivä on tulevaisuudessa.',
        sv: 'Dagen för informationen är i framtiden.',
        en: 'The day of informing is in the future.',
      },
    },
  ];
}

/** A client is told from a notice that has been published by then. */
export function judgeNotice({ noticeNumber }: Pick<Informing, 'noticeNumber'>, latest: number): Finding[] {
  if (noticeNumber === undefined || noticeNumber <= latest) return [];
  return [
    {
      rule: 'client.noticePublished',
      severity: 'error',
      path: '/body/informing/noticeNumber',
      source: 'EU 2016/679, 13–14',
      message: {
        fi: 'Sen numeroista tietosuojaselostetta ei ole julkaistu.',
        sv: 'Ingen dataskyddsbeskrivning med det numret har publicerats.',
        en: 'No privacy notice of that number has been published.',
      },
    },
  ];
}

/** Whether the client is to be told: the controller tells at the start of a relationship, and that has not been recorded (C-32). */
export const isUninformed = (
  { relationship }: Pick<ClientHead, 'relationship'>,
  { informing }: Pick<ControllerSettings, 'informing'>,
): boolean =>
  informing.atRelationshipStart && relationship?.state === 'active' && relationship.informedOn === undefined;

/** J-8.2: at the start the system asks whether the client has been told how personal data are processed. */
export function judgeInforming({ informedOn }: Pick<Relationship, 'informedOn'>): Finding[] {
  if (informedOn !== undefined) return [];
  return [
    {
      rule: 'client.informed',
      severity: 'warning',
      path: '/body/informedOn',
      source: 'EU 2016/679, 13–14',
      message: {
        fi: 'Merkitse, milloin asiakasta on informoitu henkilötietojen käsittelystä.',
        sv: 'Anteckna när klienten har informerats om behandlingen av personuppgifter.',
        en: 'Record when the client was informed of the processing of personal data.',
      },
    },
  ];
}
