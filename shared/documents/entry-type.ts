import * as z from 'zod';

/**
 * Asiakaskertomusmerkintä: the fourteen national kinds of client-narrative entry (703/2023 39 §; THL
 * document types 1506.19001 to 19015), and where in each document the parts of a case note live.
 *
 * The law ties no kind to a phase of the process. It sets two apart: entries on therapeutic work and on
 * examinations of the client, which no role but the one carrying out the service sees (457/2024 12-17 §).
 */
export const EntryTypeKey = z
  .enum([
    'initiation',
    'serviceStart',
    'guidance',
    'negotiation',
    'meetingOrContact',
    'cancellation',
    'dailyLife',
    'restrictiveMeasure',
    'informationRequest',
    'disclosure',
    'serviceEnd',
    'other',
    'therapeuticWork',
    'examination',
  ])
  .meta({ id: 'EntryType' });
export type EntryTypeKey = z.infer<typeof EntryTypeKey>;
