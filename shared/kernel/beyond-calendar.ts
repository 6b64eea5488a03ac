import { COMMON_REFUSALS, Refusal } from './refusal.ts';

/**
 * A day or a moment that the calendar of this system does not reach (years 1000 to 2999), or an identifier of a time
 * before 1970: whatever was asked is a slip of the pen, and no fault of the system.
 */
export const beyondCalendar = (): Refusal =>
  new Refusal(COMMON_REFUSALS.invalid, {
    findings: [
      {
        rule: 'input.beyondCalendar',
        severity: 'error',
        path: '',
        message: {
          fi: 'Päivä tai aika on liian kaukana menneessä tai tulevassa.',
          sv: 'Dagen eller tiden ligger för långt bort i det förflutna eller framtiden.',
          en: 'A day or a time lies too far in the past or in the future.',
        },
      },
    ],
  });
