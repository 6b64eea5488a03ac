import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId, OpeningId, UnitId, UserId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { storedItem } from '../../table/item.ts';

/**
 * Avaaminen ilman asiakassuhdetta (break-glass): a worker with no verified tie opens a file all the same, says
 * why, and answers for it. 703/2023 § 9 lets data be used for a client relationship or another task of arranging or
 * giving the client's service: here that task is known to the worker alone, and is put on record.
 */
export const OpeningReason = z
  .enum([
    // Kiireellinen avun tarve
    'urgentNeed',
    // Asiakas itse otti yhteyttä
    'contactByClient',
    // Poissa olevan työntekijän tehtävä
    'absentColleague',
    // Viranomaisen yhteydenotto tai ilmoitus
    'authorityContact',
    // Muistutuksen, kantelun tai virheen selvittäminen
    'inquiry',
    'other',
  ])
  .meta({ id: 'OpeningReason' });
export type OpeningReason = z.infer<typeof OpeningReason>;

/** The reason in words: sealed under the client, for it tells of the client. */
export const OpeningWords = z.string().trim().min(10).max(1000);

/** One opening, in the client's partition, with a row for the supervisor of the worker's unit. */
export const Opening = storedItem('opening', {
  openingId: OpeningId,
  clientId: ClientId,
  userId: UserId,
  /** Whose supervisor looks into it. */
  unitId: UnitId,
  reasonCode: OpeningReason,
  until: Instant,
  words: Sealed,
  g2pk: z.string(),
  g2sk: z.string(),
});
export type Opening = z.infer<typeof Opening>;
