import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Relationship } from './model.ts';

/** The day on which a client relationship began, as it should have been recorded (703/2023 § 22). Pure. */

type Period = Pick<Relationship, 'startedOn' | 'endedOn'>;

/**
 * Periods in the order in which they were: none begins before the one before it ended, after its own end, or on a day to
 * come. `ended`: the other periods of the client.
 */
export function judgeStart(
  before: Period,
  startedOn: LocalDate,
  { ended, today }: { ended: readonly Period[]; today: LocalDate },
): Finding[] {
  const last = before.endedOn ?? today;
  const isWithinAnother = ended.some(
    (one) => one.startedOn < before.startedOn && one.endedOn !== undefined && startedOn < one.endedOn,
  );
  return [
    ...(startedOn === before.startedOn ? [finding('client.sameStart', SAME)] : []),
    ...(startedOn > last ? [finding('client.startInOrder', LATE)] : []),
    ...(isWithinAnother ? [finding('client.startOverlaps', OVERLAPS)] : []),
  ];
}

const finding = (rule: string, message: Sentence): Finding => ({
  rule,
  severity: 'error',
  path: '/body/startedOn',
  message,
  source: '1301/2014 § 34',
});

const SAME: Sentence = {
  fi: 'Alkamispäivä on sama kuin ennen.',
  sv: 'Den första dagen är densamma som tidigare.',
  en: 'The first day is the same as before.',
};
const LATE: Sentence = {
  fi: 'Asiakkuus ei ole voinut alkaa päättymisensä jälkeen eikä tulevaisuudessa.',
  sv: 'Klientrelationen kan inte ha inletts efter att den upphörde eller i framtiden.',
  en: 'The relationship cannot have begun after its end, or in the future.',
};
const OVERLAPS: Sentence = {
  fi: 'Edellinen asiakkuus oli silloin vielä voimassa.',
  sv: 'Den föregående klientrelationen var då ännu i kraft.',
  en: 'The relationship before it was still active then.',
};
