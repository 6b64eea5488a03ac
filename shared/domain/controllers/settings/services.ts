import * as z from 'zod';
import { SocialService } from '../../social-services.ts';
import { Days, OfficeContact, Text } from './terms.ts';

/** What is done for clients: C-05, C-35 to C-38, C-44. */

const Channel = z.enum(['electronic', 'paper', 'visit', 'homeVisit', 'phone', 'oral']);

const FollowUp = z.strictObject({
  /** How many days ahead a worklist shows what is coming. */
  comingDays: Days,
  /** From how many days before the last one the supervisor is told of a time that runs out; 0: only when it is late. */
  warnDays: z.int().min(0).max(90),
  /** By when the reason of a time exceeded has to be recorded. */
  reasonWithinDays: Days,
  /** How long a unit to which a case is proposed may read it and answer. */
  transferDays: Days,
  /** After how many days without an answer whoever proposed a case to another unit is reminded of it. */
  transferReminderDays: Days.default(7),
  /** Children for one responsible social worker at most; null: as the law says (417/2007 § 13 b). */
  childrenPerWorker: z.int().min(1).max(200).nullable(),
});
const followUpDefaults: z.infer<typeof FollowUp> = {
  comingDays: 14,
  warnDays: 3,
  reasonWithinDays: 7,
  transferDays: 14,
  transferReminderDays: 7,
  childrenPerWorker: null,
};

/** The settings `services`, `serviceUnits`, `booking`, `intake`, `plan`, `payments`, `invoicing`, `statistics`, `appeals`, `work`, `followUp`. */
export const ServiceSettings = z.strictObject({
  /** C-05: a service that is switched off cannot be opened. */
  services: z.strictObject({ enabled: z.array(SocialService).max(100) }),
  /**
   * Beside C-05: services that belong to units, such as those of the family centre (U-4.19). They are opened and booked
   * in these units alone, named as in `booking`; a service that is not named is given in any.
   */
  serviceUnits: z
    .array(
      z.strictObject({
        units: z.array(Text).min(1).max(50),
        services: z.array(SocialService).min(1).max(100),
      }),
    )
    .max(50)
    .default([]),
  /** C-05: booking in no unit, in all, or in those named. */
  booking: z.strictObject({
    use: z.enum(['off', 'allUnits', 'namedUnits']),
    units: z.array(Text).max(200),
    /** By what and how long before clients are reminded of an appointment; null where nobody is. */
    reminder: z
      .strictObject({
        channel: z.enum(['textMessage', 'email', 'letter']),
        hoursBefore: z.int().min(1).max(720),
      })
      .nullable()
      .default(null),
    /** Days before and after an appointment on which it ties its workers to the client (703/2023 § 9). */
    tieDaysBefore: z.int().min(0).max(30).default(3),
    tieDaysAfter: z.int().min(0).max(30).default(7),
  }),
  /** C-44: ways in which a matter may arrive. */
  intake: z.strictObject({
    channels: z.array(Channel).min(1).max(6),
    /**
     * Whether whoever made a notification is told of its receipt and of its handling, and by what; null where nobody
     * is. Which law gives an authority the right to be told has not been verified: the controller says it, and what
     * is said tells nothing of the client (703/2023 § 4).
     */
    notifierMessage: z
      .strictObject({
        about: z
          .array(z.enum(['received', 'handled']))
          .min(1)
          .max(2),
        to: z.enum(['authorities', 'everyone']),
        channel: z.enum(['textMessage', 'email', 'letter']),
      })
      .nullable()
      .default(null),
  }),
  /** C-38: every client of these services has a plan; those without one are listed. */
  plan: z.strictObject({ requiredFor: z.array(SocialService).max(100) }),
  /** C-35: where payout data go; recovery of what was paid. */
  payments: z.strictObject({
    route: z.enum(['off', 'bankAndLedger', 'proEconomica']),
    recovery: z.boolean(),
  }),
  /** C-36. */
  invoicing: z.strictObject({ enabled: z.boolean() }),
  /** C-37, and the periods the notices leave open (J-4.5). */
  statistics: z.strictObject({
    recipients: z.array(z.enum(['thl', 'otherAuthorities', 'nationalRegisters', 'municipalities'])).max(4),
    ownUses: z
      .array(
        z.enum(['planning', 'development', 'budget', 'interimReport', 'accounts', 'costsPerMunicipality']),
      )
      .max(6),
  }),
  /**
   * To whom decisions are appealed: the body that handles review requests, the administrative court of the area and
   * the supreme administrative court. Null until the controller has said it: then nothing that needs it is issued.
   */
  appeals: z
    .strictObject({
      reviewBody: OfficeContact.nullable(),
      administrativeCourt: OfficeContact.nullable(),
      supremeCourt: OfficeContact.nullable(),
    })
    // Settings stored before this one was there.
    .default({ reviewBody: null, administrativeCourt: null, supremeCourt: null }),
  /** Values that no notice gives but daily work needs. */
  work: z.strictObject({ draftStaleDays: Days }),
  /** How times and work are followed: no notice knows it, and settings made before this have the defaults. */
  followUp: FollowUp.default(followUpDefaults),
});
export type ServiceSettings = z.infer<typeof ServiceSettings>;

export const serviceDefaults: ServiceSettings = {
  services: { enabled: [...SocialService.options] },
  serviceUnits: [],
  booking: {
    use: 'allUnits',
    units: [],
    reminder: { channel: 'textMessage', hoursBefore: 24 },
    tieDaysBefore: 3,
    tieDaysAfter: 7,
  },
  intake: { channels: [...Channel.options], notifierMessage: null },
  plan: { requiredFor: ['childWelfareOpenCare', 'substituteCare', 'aftercare'] },
  payments: { route: 'off', recovery: false },
  invoicing: { enabled: false },
  statistics: { recipients: ['thl'], ownUses: [] },
  appeals: { reviewBody: null, administrativeCourt: null, supremeCourt: null },
  work: { draftStaleDays: 7 },
  followUp: followUpDefaults,
};
