import * as z from 'zod';

/**
 * Asiakasmaksu (734/1992): what a client pays for a service is not recorded here yet. It says so wherever a service or
 * a decision is read, so that nobody takes a service for free, or believes that it has been charged.
 */
export const Charging = z
  .strictObject({ state: z.literal('notRecorded'), fi: z.string(), sv: z.string(), en: z.string() })
  .meta({ id: 'Charging' });

export const CHARGING: z.infer<typeof Charging> = {
  state: 'notRecorded',
  fi: 'Asiakasmaksua ei kirjata tähän järjestelmään vielä. Päätä ja peri maksu muualla.',
  sv: 'Klientavgiften antecknas inte i systemet ännu. Besluta om och ta ut avgiften på annat håll.',
  en: 'The client fee is not recorded in this system yet. Decide on it and charge it elsewhere.',
};
