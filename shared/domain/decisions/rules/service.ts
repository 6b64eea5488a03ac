import type { Finding } from '../../../kernel/finding.ts';
import type { ConcernedId } from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { workingDayFrom } from '../../../kernel/working-days.ts';
import { isAppealable, kindOf } from '../kinds.ts';
import type { DecisionHead } from '../model.ts';
import type { ServiceRow, Way } from '../service-model.ts';
import { finding } from './finding.ts';

/** Tiedoksianto: when a copy counts as served, and until when its recipient may appeal. */

const VERIFIABLE: readonly Way[] = ['verifiableLetter', 'handedOver', 'summons', 'verifiableElectronic'];
const ELECTRONIC: readonly Way[] = ['electronic', 'verifiableElectronic'];

/** Ordinary letter: the 7th day after sending (434/2003 59 §); ordinary electronic: the 3rd (13/2003 19 §). */
const PRESUMED_DAYS: Partial<Record<Way, number>> = { letter: 7, electronic: 3 };
/** Verifiable electronic: fetched within so many days, else served in another way (13/2003 18 §). */
const FETCH_DAYS = 7;
/** 434/2003 49 d §; 808/2019 13 §. */
const APPEAL_DAYS = 30;

/** The day on which a copy sent in an ordinary way counts as served, unless something else is shown. */
export function presumedDay(way: Way, sentOn: LocalDate): LocalDate | undefined {
  const days = PRESUMED_DAYS[way];
  return days === undefined ? undefined : addDays(sentOn, days);
}

/** The last day on which a verifiable electronic copy may be fetched. */
export const fetchBy = (way: Way, sentOn: LocalDate): LocalDate | undefined =>
  way === 'verifiableElectronic' ? addDays(sentOn, FETCH_DAYS) : undefined;

/** The last day of a time of 30 days; one that ends on a free day ends on the next working day (150/1930 5 §). */
export const appealByOf = (servedOn: LocalDate): LocalDate => workingDayFrom(addDays(servedOn, APPEAL_DAYS));

type Sent = Pick<ServiceRow, 'concernedId' | 'state' | 'documentVersion'>;

/** The copies of one recipient that went out and did not fail. */
export const copiesOf = <Row extends Sent>(rows: readonly Row[], concernedId: ConcernedId): Row[] =>
  rows.filter((row) => row.concernedId === concernedId && row.state !== 'failed');

/** Whether a copy as the decision reads now is on its way to this recipient, or there. */
export const hasPresentCopy = (
  { documentVersion = 1 }: Pick<DecisionHead, 'documentVersion'>,
  rows: readonly Sent[],
  concernedId: ConcernedId,
): boolean => copiesOf(rows, concernedId).some((row) => row.documentVersion >= documentVersion);

/** Whom a correction left with a copy of what it read before: each gets the corrected one free of charge (52 §). */
export const toSendAnew = (
  head: Pick<DecisionHead, 'documentVersion' | 'concerned'>,
  rows: readonly Sent[],
): ConcernedId[] =>
  head.concerned
    .map(({ concernedId }) => concernedId)
    .filter(
      (concernedId) => copiesOf(rows, concernedId).length > 0 && !hasPresentCopy(head, rows, concernedId),
    );

/** Whether the law asks for proof: of this kind, or of an obliging decision from whose service a time runs (60 §). */
export const needsProof = ({
  kind,
  obliging,
  route,
}: Pick<DecisionHead, 'kind' | 'obliging' | 'route'>): boolean =>
  kindOf(kind).service === 'verifiable' || (obliging && isAppealable(route));

export function judgeWay(
  decision: Pick<DecisionHead, 'kind' | 'obliging' | 'route'>,
  { way, consented }: Pick<ServiceRow, 'way' | 'consented'>,
): Finding[] {
  return [
    ...(needsProof(decision) && !VERIFIABLE.includes(way)
      ? [
          finding('proofNeeded', 'error', '/body/way', '434/2003 60 §; 417/2007 42 § 3 mom.', {
            fi: 'Päätös on annettava tiedoksi todisteellisesti.',
            sv: 'Beslutet ska delges bevisligen.',
            en: 'The decision must be served verifiably.',
          }),
        ]
      : []),
    ...(ELECTRONIC.includes(way) && !consented
      ? [
          finding('consentNeeded', 'error', '/body/consented', '13/2003 18–19 §', {
            fi: 'Sähköinen tiedoksianto edellyttää vastaanottajan suostumusta.',
            sv: 'Elektronisk delgivning förutsätter mottagarens samtycke.',
            en: 'Electronic service needs the recipient’s consent.',
          }),
        ]
      : []),
  ];
}

/** A day of service is shown: not before sending, not in the future, and of a fetched copy within its days. */
export function judgeShown(
  { way, sentOn }: Pick<ServiceRow, 'way' | 'sentOn'>,
  servedOn: LocalDate,
  today: LocalDate,
): Finding[] {
  const last = fetchBy(way, sentOn);
  const isWrong = servedOn < sentOn || servedOn > today || (last !== undefined && servedOn > last);
  if (!isWrong) return [];
  return [
    finding('servedInOrder', 'error', '/body/servedOn', '434/2003 59–60 §; 13/2003 18 §', {
      fi: 'Päivä on ennen lähettämistä, tulevaisuudessa tai noutoajan jälkeen.',
      sv: 'Dagen är före avsändandet, i framtiden eller efter tiden för hämtning.',
      en: 'The day is before sending, in the future, or after the days of fetching.',
    }),
  ];
}

/** How a copy stands today: an ordinary one is served by the presumption without anybody's mark. */
export function servedDay(
  { way, state, sentOn, servedOn }: Pick<ServiceRow, 'way' | 'state' | 'sentOn' | 'servedOn'>,
  today: LocalDate,
): LocalDate | undefined {
  if (state === 'failed') return undefined;
  if (servedOn !== undefined) return servedOn;
  const presumed = presumedDay(way, sentOn);
  return presumed !== undefined && presumed <= today ? presumed : undefined;
}

/** A verifiable electronic copy that was not fetched in its days: another way is needed. */
export const isUnfetched = (
  { way, state, sentOn }: Pick<ServiceRow, 'way' | 'state' | 'sentOn'>,
  today: LocalDate,
): boolean => {
  const last = fetchBy(way, sentOn);
  return state === 'sent' && last !== undefined && last < today;
};
