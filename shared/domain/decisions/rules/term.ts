import type { Finding } from '../../../kernel/finding.ts';
import { addDays, addMonths, addYears, type LocalDate } from '../../../kernel/local-date.ts';
import type { KindRow } from '../kind-rows.ts';
import { type DecisionKind, kindOf } from '../kinds.ts';
import type { DecisionHead } from '../model.ts';
import { finding } from './finding.ts';

/** Voimassaolo: the days of a decision and the longest the law allows. */

type Validity = NonNullable<DecisionHead['validity']>;
type Longest = NonNullable<KindRow['longest']>;

/**
 * The last day a term may have that begins on `from`. The first day counts (417/2007 38 § 2 mom. says so of urgent
 * placement; the others are counted alike, unverified). Hours are watched where the measure is recorded: as days they
 * may reach over one midnight.
 */
export function lastDayOf(from: LocalDate, { count, unit }: Longest): LocalDate {
  switch (unit) {
    case 'hours':
      return addDays(from, Math.ceil(count / 24));
    case 'days':
      return addDays(from, count - 1);
    case 'months':
      return addDays(addMonths(from, count), -1);
    case 'years':
      return addDays(addYears(from, count), -1);
    default:
      return unit satisfies never;
  }
}

export const isWithin = (validity: Validity | undefined, longest: Longest | undefined): boolean =>
  longest === undefined || (validity?.to !== undefined && validity.to <= lastDayOf(validity.from, longest));

/** The last day on which it may still be begun, where the law lets it lapse after that and the time runs already. */
export function lastDayToBegin({
  kind,
  issued,
  force,
}: Pick<DecisionHead, 'kind' | 'issued' | 'force'>): LocalDate | undefined {
  const { beginWithin } = kindOf(kind);
  if (beginWithin === undefined) return undefined;
  const from = beginWithin.from === 'issued' ? issued?.on : force?.on;
  if (from === undefined) return undefined;
  const { count, unit } = beginWithin;
  return unit === 'days' ? addDays(from, count) : addMonths(from, count);
}

/** An error is corrected within five years from the making of the decision (434/2003 52 §). */
export const isTooLate = ({ issued }: Pick<DecisionHead, 'issued'>, today: LocalDate): boolean =>
  issued !== undefined && addYears(issued.on, 5) < today;

/** Raukeaminen (417/2007 48, 72 §): it was not begun by its last day, which is over. */
export function hasLapsed(
  head: Pick<DecisionHead, 'kind' | 'issued' | 'force' | 'begun'>,
  today: LocalDate,
): boolean {
  const last = lastDayToBegin(head);
  return head.begun === undefined && last !== undefined && last < today;
}

export function judgeTerm(
  { kind, result, validity }: Pick<DecisionHead, 'kind' | 'result' | 'validity'>,
  earlier: Pick<DecisionHead, 'validity'> | undefined,
): Finding[] {
  const { longest, law } = kindOf(kind);
  if (result === 'rejecting') return validity === undefined ? [] : [nothingGranted(law)];
  if (validity === undefined) return longest === undefined ? [] : [lastDayNeeded(law)];
  const { from, to } = validity;
  if (to !== undefined && to < from) return [inOrder(law)];
  if (longest === undefined) return [];
  if (to === undefined) return [lastDayNeeded(law)];
  return [
    ...(to > lastDayOf(from, longest) ? [tooLong(law)] : []),
    ...(isContinued(kind) && leavesGap(from, earlier?.validity?.to) ? [noGap(law)] : []),
  ];
}

const isContinued = (kind: DecisionKind): boolean => kindOf(kind).follows !== undefined;

/** What has lapsed is not continued: the next term begins at the latest the day after the earlier one's last. */
const leavesGap = (from: LocalDate, earlierTo: LocalDate | undefined): boolean =>
  earlierTo !== undefined && from > addDays(earlierTo, 1);

const PATH = '/body/validity';

const nothingGranted = (law: string): Finding =>
  finding('rejectionHasNoTerm', 'error', PATH, law, {
    fi: 'Kielteisellä päätöksellä ei ole voimassaoloaikaa.',
    sv: 'Ett avslag har ingen giltighetstid.',
    en: 'A rejection has no days in force.',
  });
const lastDayNeeded = (law: string): Finding =>
  finding('lastDayNeeded', 'error', `${PATH}/to`, law, {
    fi: 'Tämän lajin päätös on määräaikainen: viimeinen päivä puuttuu.',
    sv: 'Ett beslut av detta slag är tidsbestämt: den sista dagen saknas.',
    en: 'A decision of this kind is for a term: the last day is missing.',
  });
const inOrder = (law: string): Finding =>
  finding('termInOrder', 'error', `${PATH}/to`, law, {
    fi: 'Viimeinen päivä on ennen ensimmäistä.',
    sv: 'Den sista dagen är före den första.',
    en: 'The last day is before the first.',
  });
const tooLong = (law: string): Finding =>
  finding('termTooLong', 'error', `${PATH}/to`, law, {
    fi: 'Määräaika on pidempi kuin laki sallii.',
    sv: 'Tiden är längre än lagen tillåter.',
    en: 'The term is longer than the law allows.',
  });
const noGap = (law: string): Finding =>
  finding('termContinues', 'error', `${PATH}/from`, law, {
    fi: 'Aiempi päätös on rauennut ennen jatkon alkua: rauennutta ei jatketa.',
    sv: 'Det tidigare beslutet har förfallit före fortsättningen: det som har förfallit fortsätts inte.',
    en: 'The earlier decision lapsed before the continuation begins: what has lapsed is not continued.',
  });
