import ical, { ICalCalendarMethod } from 'ical-generator';
import type { BookingResource, CalendarEntry } from '../../shared/domain/appointments/model.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { dateOf, type Instant } from '../../shared/kernel/instant.ts';

export type CalendarLanguage = 'fi' | 'sv' | 'en';

const NAMES: Record<CalendarLanguage, string> = { fi: 'Sointu: ajat', sv: 'Sointu: tider', en: 'Sointu' };

const WAYS: Record<CalendarEntry['way'], Record<CalendarLanguage, string>> = {
  visit: { fi: 'Vastaanotto', sv: 'Mottagning', en: 'Appointment' },
  homeVisit: { fi: 'Kotikäynti', sv: 'Hembesök', en: 'Home visit' },
  phone: { fi: 'Puhelinaika', sv: 'Telefontid', en: 'Telephone appointment' },
  video: { fi: 'Etätapaaminen', sv: 'Distansmöte', en: 'Video appointment' },
  elsewhere: { fi: 'Tapaaminen', sv: 'Möte', en: 'Meeting' },
};

type Parts = {
  entries: readonly CalendarEntry[];
  rooms: readonly BookingResource[];
  language: CalendarLanguage;
  controller: ControllerId;
  now: Instant;
};

/**
 * Calendar entries as iCalendar (RFC 5545): how people meet, when, and in which room of the unit. Made of what a
 * calendar holds, in which nothing of a client can be read; a home visit has no address.
 */
export function calendarFile({ entries, rooms, language, controller, now }: Parts): FileAnswer {
  const calendar = ical({
    name: NAMES[language],
    prodId: { company: 'Sointu', product: 'calendar', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    events: entries.map(({ appointmentId, startsAt, endsAt, way, resourceIds }) => {
      const names = rooms
        .filter((room) => resourceIds.includes(room.resourceId))
        .map(({ resource }) => [resource.name, resource.address].filter(Boolean).join(', '));
      return {
        id: `${appointmentId}@${controller}`,
        stamp: dateOf(now),
        start: dateOf(startsAt),
        end: dateOf(endsAt),
        summary: WAYS[way][language],
        ...(names.length === 0 ? {} : { location: names.join('; ') }),
      };
    }),
  });
  return { kind: 'text/calendar', bytes: Buffer.from(calendar.toString(), 'utf8'), name: 'sointu.ics' };
}
