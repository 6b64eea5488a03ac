import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on an appointment can be refused for. */
export const APPOINTMENT_REFUSALS = {
  notValid: {
    code: 'appointment.notValid',
    kind: 'invalid',
    title: {
      fi: 'Ajanvarauksen tiedoissa on virheitä.',
      sv: 'Uppgifterna om tidsbokningen är felaktiga.',
      en: 'The data of the appointment are not valid.',
    },
  },
  bookingOff: {
    code: 'appointment.bookingOff',
    kind: 'conflict',
    title: {
      fi: 'Ajanvaraus ei ole käytössä tässä yksikössä.',
      sv: 'Tidsbokningen används inte i den här enheten.',
      en: 'Booking is not in use in this unit.',
    },
  },
  taken: {
    code: 'appointment.taken',
    kind: 'conflict',
    title: {
      fi: 'Aika on jo varattu.',
      sv: 'Tiden är redan bokad.',
      en: 'The time is taken already.',
    },
  },
  workerCannot: {
    code: 'appointment.workerCannot',
    kind: 'conflict',
    title: {
      fi: 'Nimetyllä työntekijällä ei ole voimassa olevaa oikeutta asiakastyöhön.',
      sv: 'Den namngivna arbetstagaren har ingen gällande rätt till klientarbete.',
      en: 'The worker named has no right to client work in force.',
    },
  },
  noResource: {
    code: 'appointment.noResource',
    kind: 'conflict',
    title: {
      fi: 'Yksiköllä ei ole tätä tilaa tai välinettä sinä päivänä.',
      sv: 'Enheten har inte det rummet eller redskapet den dagen.',
      en: 'The unit does not have that room or equipment on that day.',
    },
  },
  ended: {
    code: 'appointment.ended',
    kind: 'conflict',
    title: {
      fi: 'Aika on jo pidetty, peruttu tai jäänyt pitämättä.',
      sv: 'Tiden har redan hållits, avbokats eller uteblivit.',
      en: 'The appointment was kept, cancelled or missed already.',
    },
  },
  notYet: {
    code: 'appointment.notYet',
    kind: 'conflict',
    title: {
      fi: 'Aika ei ole vielä alkanut.',
      sv: 'Tiden har inte börjat ännu.',
      en: 'The appointment has not begun yet.',
    },
  },
  tooMuchAtOnce: {
    code: 'appointment.tooMuchAtOnce',
    kind: 'conflict',
    title: {
      fi: 'Näin monen osallisen aikaa ei voi siirtää kerralla. Peru se ja varaa uusi.',
      sv: 'En tid med så många deltagare kan inte flyttas på en gång. Avboka den och boka en ny.',
      en: 'An appointment of so many cannot be moved at once. Cancel it and book another.',
    },
  },
  hoursOverlap: {
    code: 'appointment.hoursOverlap',
    kind: 'conflict',
    title: {
      fi: 'Olet jo julkaissut vastaanottoaikoja samalle ajalle.',
      sv: 'Du har redan publicerat mottagningstider för samma tid.',
      en: 'You have published hours for that time already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
