import type { Finding, Sentence } from '../../kernel/finding.ts';
import { epochMsOf, type Instant, instantOf } from '../../kernel/instant.ts';
import { dayOfWeek, helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { isPublicHoliday } from '../../kernel/working-days.ts';
import type { Sensitivity } from '../entry-class.ts';
import type { SocialService } from '../social-services.ts';
import { MOST_PARTIES } from './model.ts';

/** What no single field of an appointment can say. Pure; all findings at once. */

export type Time = { startsAt: Instant; endsAt: Instant };

const MINUTE = 60_000;
const SHORTEST = 5 * MINUTE;
/** A day and night: a longer stay is a service and no meeting. */
const LONGEST = 24 * 60 * MINUTE;
const SATURDAY = 6;

/** True when some moment is in both. One that begins when the other ends is free. */
export const meets = (a: Time, b: Time): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The days of UTC that a time touches: two at most. */
export function daysOf({ startsAt, endsAt }: Time): string[] {
  const last = instantOf(epochMsOf(endsAt) - 1);
  return [...new Set([startsAt.slice(0, 10), last.slice(0, 10)])];
}

const finding = (rule: string, severity: Finding['severity'], path: string, message: Sentence): Finding => ({
  rule,
  severity,
  path,
  message,
});

/** A time in order, and what to think of before agreeing on it. */
export function judgeTime(time: Time, now: Instant): Finding[] {
  const { startsAt, endsAt } = time;
  const length = epochMsOf(endsAt) - epochMsOf(startsAt);
  if (length < SHORTEST || length > LONGEST) {
    return [
      finding('appointment.length', 'error', '/body/endsAt', {
        fi: 'Ajan pituus on viidestä minuutista vuorokauteen.',
        sv: 'En tid är mellan fem minuter och ett dygn lång.',
        en: 'An appointment lasts from five minutes to a day.',
      }),
    ];
  }
  if (startsAt <= now) {
    return [
      finding('appointment.isComing', 'error', '/body/startsAt', {
        fi: 'Aika on menneisyydessä. Kirjaa toteutunut tapaaminen asiakaskertomukseen.',
        sv: 'Tiden är i det förflutna. Anteckna ett möte som hållits i klientberättelsen.',
        en: 'The time is past. Record a meeting that was held in the client narrative.',
      }),
    ];
  }
  return [...askedOfDay(helsinkiDateOf(startsAt)), ...askedOfNight(time)];
}

function askedOfDay(day: LocalDate): Finding[] {
  if (isPublicHoliday(day)) {
    return [
      finding('appointment.onHoliday', 'warning', '/body/startsAt', {
        fi: 'Päivä on pyhäpäivä tai muu yleinen vapaapäivä.',
        sv: 'Dagen är en helgdag.',
        en: 'The day is a public holiday.',
      }),
    ];
  }
  if (dayOfWeek(day) < SATURDAY) return [];
  return [
    finding('appointment.onWeekend', 'warning', '/body/startsAt', {
      fi: 'Päivä on lauantai tai sunnuntai.',
      sv: 'Dagen är en lördag eller söndag.',
      en: 'The day is a Saturday or Sunday.',
    }),
  ];
}

function askedOfNight({ startsAt, endsAt }: Time): Finding[] {
  if (helsinkiDateOf(startsAt) === helsinkiDateOf(instantOf(epochMsOf(endsAt) - 1))) return [];
  return [
    finding('appointment.overMidnight', 'warning', '/body/endsAt', {
      fi: 'Aika jatkuu yli keskiyön.',
      sv: 'Tiden fortsätter över midnatt.',
      en: 'The appointment goes on over midnight.',
    }),
  ];
}

export function judgeParties(parties: {
  clients: readonly string[];
  workerIds: readonly string[];
  resourceIds: readonly string[];
}): Finding[] {
  const { clients, workerIds, resourceIds } = parties;
  if (clients.length + workerIds.length + resourceIds.length <= MOST_PARTIES) return [];
  return [
    finding('appointment.tooMany', 'error', '/body/workerIds', {
      fi: 'Ajassa voi olla enintään kuusi asiakasta, työntekijää ja tilaa yhteensä.',
      sv: 'En tid kan ha högst sex klienter, arbetstagare och rum sammanlagt.',
      en: 'An appointment has six clients, workers and rooms at most, all together.',
    }),
  ];
}

/** Who has published hours of that day is asked outside of them; who publishes none is free to book. */
export function judgeHours(time: Time, ofDay: readonly Time[]): Finding[] {
  const isInside = ofDay.some((hours) => hours.startsAt <= time.startsAt && time.endsAt <= hours.endsAt);
  if (ofDay.length === 0 || isInside) return [];
  return [
    finding('appointment.outsideHours', 'warning', '/body/startsAt', {
      fi: 'Aika ei ole työntekijän julkaisemien vastaanottoaikojen sisällä.',
      sv: 'Tiden ligger utanför arbetstagarens publicerade mottagningstider.',
      en: 'The time is outside the hours that the worker has published.',
    }),
  ];
}

/** How sensitive it is that the client comes: by the service alone (457/2024 §§ 12–15). */
export function sensitivityOfMeeting(services: readonly SocialService[]): Sensitivity {
  if (services.includes('shelter')) return 'shelter';
  return services.includes('familyMediation') ? 'familyMediation' : 'ordinary';
}

/** The slots of published hours that nothing is booked in. A rest shorter than a slot is none. */
export function freeSlots(
  hours: Time & { slotMinutes: number },
  booked: readonly Time[],
  now: Instant,
): Time[] {
  const step = hours.slotMinutes * MINUTE;
  const end = epochMsOf(hours.endsAt);
  const slots: Time[] = [];
  for (let at = epochMsOf(hours.startsAt); at + step <= end; at += step) {
    const slot = { startsAt: instantOf(at), endsAt: instantOf(at + step) };
    if (slot.startsAt > now && !booked.some((other) => meets(slot, other))) slots.push(slot);
  }
  return slots;
}
