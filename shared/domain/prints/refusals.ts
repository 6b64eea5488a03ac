import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What a print can be refused for. `details` of each names the limit and what was met. */
export const PRINT_REFUSALS = {
  tooLarge: {
    code: 'print.tooLarge',
    kind: 'invalid',
    title: {
      fi: 'Tuloste on liian suuri. Rajaa se pienemmäksi.',
      sv: 'Utskriften är för stor. Begränsa den.',
      en: 'The print is too large: ask for less. `details` names the limit.',
    },
  },
  attachmentsOnlyInPdf: {
    code: 'print.attachmentsOnlyInPdf',
    kind: 'invalid',
    title: {
      fi: 'Liitteet saa mukaan vain PDF-tulosteeseen.',
      sv: 'Bilagorna kan tas med endast i en PDF-utskrift.',
      en: 'Attachments come along in a PDF only: ask with form=pdf.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
