import type { AnnouncementId, ControllerId, EventId, WitnessFindingId } from '../../kernel/id.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { AFTER_ALL, type Key, partition, type Span, sort } from './parts.ts';

/** What the witnesses of the access log found, and which windows were judged. */
export const witnessKeys = {
  findings: (controller: ControllerId) => partition(controller, 'wf'),
  finding: (controller: ControllerId, findingId: WitnessFindingId): Key => ({
    pk: witnessKeys.findings(controller),
    sk: sort(findingId),
  }),
  /** `judgement` is `1` or `2`. */
  runs: (controller: ControllerId, judgement: '1' | '2') => partition(controller, 'wr', judgement),
  run: (controller: ControllerId, judgement: '1' | '2', from: Instant): Key => ({
    pk: witnessKeys.runs(controller, judgement),
    sk: sort(from),
  }),
  /** How far the versions of the archive's objects have been looked through. */
  versions: (controller: ControllerId): Key => ({ pk: partition(controller, 'wv'), sk: sort('v') }),
};

/** What is planted each day to see that the controls are awake, and what they reported. */
export const plantingKeys = {
  days: (controller: ControllerId) => partition(controller, 'pd'),
  day: (controller: ControllerId, on: LocalDate): Key => ({
    pk: plantingKeys.days(controller),
    sk: sort(on),
  }),
  /** A report of a control that was looked at, under the hash of its name. */
  report: (controller: ControllerId, hash: string): Key => ({
    pk: partition(controller, 'pr', hash),
    sk: sort('r'),
  }),
  /** That an event, left in the outbox, came to its consumer after all. */
  arrival: (controller: ControllerId, eventId: EventId): Key => ({
    pk: partition(controller, 'pa', eventId),
    sk: sort('a'),
  }),
};

/** Which code ran on a day, and which policies held; and what was announced to change. */
export const deployedKeys = {
  announcements: (controller: ControllerId) => partition(controller, 'da'),
  /** By the last day of what is announced. */
  announcement: (controller: ControllerId, to: LocalDate, announcementId: AnnouncementId): Key => ({
    pk: deployedKeys.announcements(controller),
    sk: sort(to, announcementId),
  }),
  /** Taken with each announcement. */
  turn: (controller: ControllerId): Key => ({ pk: partition(controller, 'dt'), sk: sort('t') }),
  announcedFrom: (day: LocalDate): Span => ({ from: sort(day), to: sort(AFTER_ALL) }),
  days: (controller: ControllerId) => partition(controller, 'dd'),
  daysUntil: (day: LocalDate): Span => ({ from: sort('0'), to: sort(day) }),
  day: (controller: ControllerId, on: LocalDate): Key => ({
    pk: deployedKeys.days(controller),
    sk: sort(on),
  }),
};
