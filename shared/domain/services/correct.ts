import type { Finding, Sentence } from '../../kernel/finding.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { changed } from '../../table/item.ts';
import type { Doer, Reason } from '../case-notes/model.ts';
import { putAway } from '../earlier.ts';
import { type ClientService, ServiceThen } from './model.ts';

/** The first and the last day of a service, as they should have been recorded (703/2023 § 22). Pure. */

export type Days = { startedOn?: LocalDate | undefined; endedOn?: LocalDate | undefined };
export type Day = keyof Days;

/** Which of its days become other ones. */
export const changedDays = (before: ClientService, days: Days): Day[] =>
  (['startedOn', 'endedOn'] as const).filter((day) => days[day] !== before[day]);

export type Bounds = {
  /** The last day on which it can have begun: of what was granted, and of the decision that it rests on. */
  lastToStart?: LocalDate | undefined;
  /** The last day of anything: today, or the one on which its case was closed. */
  until: LocalDate;
  /** Days on which something was delivered of it. */
  delivered: readonly LocalDate[];
};

/**
 * Days in the order in which things happen: what was granted, the start, what was done of the service, the end; none to
 * come. Only days that become other ones are judged.
 */
export function judgeDays(before: ClientService, days: Days, of: Bounds): Finding[] {
  const { startedOn, endedOn } = days;
  const wrong = changedDays(before, days);
  const isOtherState = (day: Day): boolean => (days[day] === undefined) !== (before[day] === undefined);
  const otherState = wrong.filter(isOtherState);
  if (wrong.length === 0) return [finding('service.sameDays', '/body', SAME)];
  if (otherState.length > 0) {
    return otherState.map((day) => finding('service.daysOfState', `/body/${day}`, STATE));
  }
  const done = [...of.delivered, ...daysOfUse(before)];
  const starts = startedOn !== undefined && wrong.includes('startedOn');
  const ends = endedOn !== undefined && wrong.includes('endedOn');
  const lastToStart = [of.lastToStart, of.until].filter((day) => day !== undefined).toSorted()[0];
  const firstToEnd = startedOn ?? firstToEndUnbegun(before);
  return [
    ...(starts && (startedOn < before.validFrom || (lastToStart !== undefined && startedOn > lastToStart))
      ? [finding('service.startedOn', '/body/startedOn', STARTED)]
      : []),
    ...(starts && done.some((day) => day < startedOn)
      ? [finding('service.usedBefore', '/body/startedOn', USED)]
      : []),
    ...(endedOn !== undefined && (endedOn < firstToEnd || (ends && endedOn > of.until))
      ? [finding('service.endedOn', '/body/endedOn', ENDED)]
      : []),
    ...(ends && done.some((day) => day > endedOn)
      ? [finding('service.usedAfter', '/body/endedOn', USED)]
      : []),
  ];
}

/** What was granted for a time to come may have ended before that, once it was recorded. */
function firstToEndUnbegun({ validFrom, createdAt }: ClientService): LocalDate {
  const opened = helsinkiDateOf(createdAt);
  return opened < validFrom ? opened : validFrom;
}

/** Days on which it was evaluated or stood still. */
const daysOfUse = ({ evaluations, suspendedOn, earlier = [] }: ClientService): LocalDate[] =>
  [...evaluations.map(({ on }) => on), suspendedOn, ...earlier.map(({ stood }) => stood.suspendedOn)].filter(
    (day) => day !== undefined,
  );

/** The right days in their place, and beside them what stood there, with the corrector, the day and the ground. */
export function correctedDays(before: ClientService, days: Days, reason: Reason, by: Doer): ClientService {
  const was = Object.fromEntries(changedDays(before, days).map((day) => [day, before[day]]));
  return {
    ...before,
    ...changed(before, by.at, by.userId),
    ...putAway(before, ServiceThen.parse(before), by.at),
    ...(days.startedOn === undefined ? {} : { startedOn: days.startedOn }),
    ...(days.endedOn === undefined ? {} : { endedOn: days.endedOn }),
    corrections: [...(before.corrections ?? []), { was, by, reason }],
  };
}

const finding = (rule: string, path: string, message: Sentence): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: '1301/2014 § 45; 703/2023 § 22',
});

const SAME: Sentence = {
  fi: 'Päivät ovat samat kuin ennen.',
  sv: 'Dagarna är desamma som tidigare.',
  en: 'The days are the same as before.',
};
const STATE: Sentence = {
  fi: 'Palvelulla, joka on alkanut, on alkamispäivä, ja palvelulla, joka on päättynyt, päättymispäivä. Muilla niitä ei ole.',
  sv: 'En tjänst som har inletts har en dag då den inleddes, och en som har avslutats en dag då den avslutades. Andra har ingen.',
  en: 'A service that has begun has a first day, and one that has ended a last day. Others have none.',
};
const STARTED: Sentence = {
  fi: 'Palvelu ei ole voinut alkaa ennen kuin se on myönnetty, sen tai päätöksen viimeisen päivän jälkeen eikä tulevaisuudessa.',
  sv: 'Tjänsten kan inte ha inletts innan den har beviljats, efter dess eller beslutets sista dag eller i framtiden.',
  en: 'The service cannot have begun before it was granted, after its or the decision’s last day, or in the future.',
};
const ENDED: Sentence = {
  fi: 'Palvelu ei ole voinut päättyä ennen kuin se alkoi, asian sulkemisen jälkeen eikä tulevaisuudessa.',
  sv: 'Tjänsten kan inte ha avslutats innan den inleddes, efter att ärendet avslutades eller i framtiden.',
  en: 'The service cannot have ended before it began, after its case was closed, or in the future.',
};
const USED: Sentence = {
  fi: 'Palvelua on toteutettu, arvioitu tai keskeytetty päivänä, joka jäisi sen ulkopuolelle.',
  sv: 'Tjänsten har getts, utvärderats eller avbrutits en dag som skulle falla utanför den.',
  en: 'The service was delivered, evaluated or suspended on a day that would fall outside it.',
};
