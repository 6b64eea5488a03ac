import type { Finding, Sentence } from '../../kernel/finding.ts';
import { addDays, addMonths, addYears, daysBetween, LocalDate, monthOf } from '../../kernel/local-date.ts';
import type { ClientService, Delivery, GrantedAmount, ServiceContent } from './model.ts';

/** What no single field of a service can say. Pure; all findings at once. */

const error = (rule: string, path: string, source: string, message: Sentence): Finding => ({
  rule,
  severity: 'error',
  path,
  source,
  message,
});

type Opening = Pick<ClientService, 'socialService' | 'validFrom'> &
  Partial<Pick<ClientService, 'validTo'>> & { content: ServiceContent };

export function judgeService({ socialService, validFrom, validTo, content }: Opening): Finding[] {
  const findings: Finding[] = [];
  if (validTo !== undefined && validTo < validFrom) {
    findings.push(
      error('service.validity', '/body/validTo', '1301/2014 § 45', {
        fi: 'Voimassaolo päättyy ennen kuin se alkaa.',
        sv: 'Giltigheten upphör innan den börjar.',
        en: 'The validity ends before it begins.',
      }),
    );
  }
  if (socialService === 'otherService' && (content.name === undefined || content.need === undefined)) {
    findings.push(
      error('service.otherIsNamed', '/body/content', '1301/2014 §§ 11, 14', {
        fi: 'Nimeä muu palvelu ja tarve, johon se vastaa.',
        sv: 'Namnge den andra tjänsten och behovet som den svarar på.',
        en: 'Name the other service, and the need that it answers.',
      }),
    );
  }
  return findings;
}

/** Whether a service that has not ended is within the days for which it was granted: the last one included. */
export const isGivenOn = ({ validTo }: Pick<Partial<ClientService>, 'validTo'>, on: LocalDate): boolean =>
  validTo === undefined || on <= validTo;

/** A day on which something was done: not in the future, and not before the service could be given. */
export const judgeDay = (on: LocalDate, earliest: LocalDate, today: LocalDate, field: string): Finding[] =>
  earliest <= on && on <= today
    ? []
    : [
        error('service.dayInOrder', `/body/${field}`, '1301/2014 § 45', {
          fi: 'Päivä on tulevaisuudessa tai ennen palvelun alkua.',
          sv: 'Dagen är i framtiden eller innan tjänsten började.',
          en: 'The day is in the future, or before the service began.',
        }),
      ];

/** A delivery is counted as the service was granted. */
export const judgeUnit = (unit: Delivery['unit'], amount: GrantedAmount | undefined): Finding[] =>
  amount === undefined || amount.unit === unit
    ? []
    : [
        error('service.unitAsGranted', '/body/unit', '1301/2014 § 45', {
          fi: 'Toteuma kirjataan samassa yksikössä, jossa palvelu on myönnetty.',
          sv: 'Det som getts antecknas i samma enhet som tjänsten beviljades i.',
          en: 'What is delivered is counted in the unit in which the service was granted.',
        }),
      ];

const DAYS_IN = { day: 1, week: 7 } as const;

/**
 * What was granted for the days from the first to the last, both included, in hundredths of the unit. Months and years
 * count by the days of theirs that fall within; undefined where no amount was granted.
 */
export function grantedFor(
  { amount, validFrom, validTo }: Pick<ClientService, 'amount' | 'validFrom' | 'validTo'>,
  from: LocalDate,
  to: LocalDate,
): number | undefined {
  if (amount === undefined) return undefined;
  if (amount.per === 'whole') return amount.hundredths;
  const first = from < validFrom ? validFrom : from;
  const last = validTo !== undefined && validTo < to ? validTo : to;
  let granted = 0;
  for (let day = first; day <= last; day = addDays(day, 1))
    granted += amount.hundredths / daysOf(amount.per, day);
  return Math.round(granted);
}

function daysOf(per: 'day' | 'week' | 'month' | 'year', day: LocalDate): number {
  if (per === 'day' || per === 'week') return DAYS_IN[per];
  const first = LocalDate.parse(per === 'month' ? `${monthOf(day)}-01` : `${day.slice(0, 4)}-01-01`);
  return daysBetween(first, per === 'month' ? addMonths(first, 1) : addYears(first, 1));
}

/** What was delivered, in hundredths: a cancelled delivery counts nothing. */
export const deliveredOf = (deliveries: readonly Pick<Delivery, 'hundredths' | 'cancelledBy'>[]): number =>
  deliveries.reduce(
    (sum, { hundredths, cancelledBy }) => sum + (cancelledBy === undefined ? hundredths : 0),
    0,
  );
