import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { changed } from '../../table/item.ts';
import type { Doer, Reason } from '../case-notes/model.ts';
import type { Assessment, AssessmentNotMade } from './model.ts';

/** The days of an assessment, as they should have been recorded (703/2023 § 22). Pure. */

export type Days = { begunOn: LocalDate; readyOn?: LocalDate | undefined };
export type Day = keyof Days;

/** Which of its days become other ones. */
export const changedDays = (before: Assessment, days: Days): Day[] =>
  (['begunOn', 'readyOn'] as const).filter((day) => days[day] !== before[day]);

/**
 * Days in the order in which things happen: the matter, the beginning, the readiness, the telling; none to come.
 * `from`: the first day on which it can have begun. `until`: the last on which it can have been ready.
 */
export function judgeDays(
  before: Assessment,
  days: Days,
  { from, until }: { from: LocalDate; until: LocalDate },
): Finding[] {
  const { begunOn, readyOn } = days;
  const [firstTold] = (before.told ?? []).map(({ on }) => on).toSorted();
  return [
    ...(changedDays(before, days).length === 0 ? [finding('assessment.sameDays', '/body', SAME)] : []),
    ...(begunOn < from || begunOn > until ? [finding('assessment.begunOn', '/body/begunOn', BEGUN)] : []),
    ...((readyOn === undefined) === (before.state === 'ready')
      ? [finding('assessment.readyOnState', '/body/readyOn', STATE)]
      : []),
    ...(readyOn !== undefined && (readyOn < begunOn || readyOn > until)
      ? [finding('assessment.readyOn', '/body/readyOn', READY)]
      : []),
    ...(readyOn !== undefined && firstTold !== undefined && firstTold < readyOn
      ? [finding('assessment.toldBefore', '/body/readyOn', TOLD)]
      : []),
  ];
}

/** The right days in their place, and beside them what stood there, with the corrector, the day and the ground. */
export function correctedDays(before: Assessment, days: Days, reason: Reason, by: Doer): Assessment {
  const wrong = changedDays(before, days);
  const { begunOn, readyOn } = before;
  const was = {
    ...(wrong.includes('begunOn') ? { begunOn } : {}),
    ...(wrong.includes('readyOn') && readyOn !== undefined ? { readyOn } : {}),
  };
  return {
    ...before,
    ...changed(before, by.at, by.userId),
    begunOn: days.begunOn,
    ...(days.readyOn === undefined ? {} : { readyOn: days.readyOn }),
    corrections: [...(before.corrections ?? []), { was, by, reason }],
  };
}

/** The day on which it was found that none is made: in its case, and none to come. */
export function judgeDecidedOn(
  before: AssessmentNotMade,
  decidedOn: LocalDate,
  { from, until }: { from: LocalDate; until: LocalDate },
): Finding[] {
  return [
    ...(decidedOn === before.decidedOn ? [finding('assessment.sameDays', '/body', SAME)] : []),
    ...(decidedOn < from || decidedOn > until
      ? [finding('assessment.decidedOn', '/body/decidedOn', DECIDED)]
      : []),
  ];
}

export const correctedDecidedOn = (
  before: AssessmentNotMade,
  decidedOn: LocalDate,
  reason: Reason,
  by: Doer,
): AssessmentNotMade => ({
  ...before,
  ...changed(before, by.at, by.userId),
  decidedOn,
  corrections: [...(before.corrections ?? []), { was: { decidedOn: before.decidedOn }, by, reason }],
});

const finding = (rule: string, path: string, message: Sentence): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: '1301/2014 § 36; 417/2007 §§ 26–27',
});

const SAME: Sentence = {
  fi: 'Päivät ovat samat kuin ennen.',
  sv: 'Dagarna är desamma som tidigare.',
  en: 'The days are the same as before.',
};
const BEGUN: Sentence = {
  fi: 'Arviointi ei ole voinut alkaa ennen kuin asia tuli vireille, asian sulkemisen jälkeen eikä tulevaisuudessa.',
  sv: 'Bedömningen kan inte ha inletts innan ärendet inleddes, efter att det avslutades eller i framtiden.',
  en: 'The assessment cannot have begun before the matter, after it was closed, or in the future.',
};
const STATE: Sentence = {
  fi: 'Valmistumispäivä kuuluu valmiille arvioinnille, eikä keskeneräiselle.',
  sv: 'En färdig bedömning har en dag då den blev klar, en pågående har ingen.',
  en: 'An assessment that is ready has a day of readiness, and one under way has none.',
};
const READY: Sentence = {
  fi: 'Arviointi ei ole voinut valmistua ennen kuin se alkoi, asian sulkemisen jälkeen eikä tulevaisuudessa.',
  sv: 'Bedömningen kan inte ha blivit klar innan den inleddes, efter att ärendet avslutades eller i framtiden.',
  en: 'The assessment cannot have been ready before it began, after the case was closed, or in the future.',
};
const TOLD: Sentence = {
  fi: 'Asiakkuuden alkamisesta on ilmoitettu jo ennen tätä päivää.',
  sv: 'Att klientrelationen inletts har meddelats redan före denna dag.',
  en: 'The start of the relationship was told before this day already.',
};
const DECIDED: Sentence = {
  fi: 'Arviointia ei ole voitu jättää tekemättä ennen kuin asia tuli vireille, asian sulkemisen jälkeen eikä tulevaisuudessa.',
  sv: 'Att ingen bedömning görs kan inte ha avgjorts innan ärendet inleddes, efter att det avslutades eller i framtiden.',
  en: 'That no assessment is made cannot have been found before the matter, after it was closed, or in the future.',
};
