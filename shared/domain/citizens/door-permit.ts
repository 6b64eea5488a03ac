import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import { ClientId, DoorPermitId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';

/**
 * Alaikäisen oma asiointi: an official has judged by age, development and the matter that this minor sees the own log
 * alone (703/2023 § 11; the measure is that of § 51). It holds for some time, for a child grows and things change.
 */
export const DoorPermit = storedItem('doorPermit', {
  permitId: DoorPermitId,
  clientId: ClientId,
  from: LocalDate,
  /** The last day. */
  until: LocalDate,
  /** Ended before its last day: from this day on it does not hold. */
  endedOn: LocalDate.optional(),
  /** On what the judgement rests: sealed under the client. */
  words: Sealed,
});
export type DoorPermit = z.infer<typeof DoorPermit>;

/** A permit is judged anew at least once a year: this house's choice, unverified. */
export const MOST_DAYS = 366;

/** Whether one of these holds on a day. */
export const isPermitted = (
  permits: readonly Pick<DoorPermit, 'from' | 'until' | 'endedOn'>[],
  today: LocalDate,
): boolean =>
  permits.some(
    ({ from, until, endedOn }) =>
      from <= today && today <= until && (endedOn === undefined || today < endedOn),
  );

export const DoorPermitShown = z
  .strictObject({
    permitId: DoorPermitId,
    from: LocalDate,
    until: LocalDate,
    endedOn: LocalDate.optional(),
    version: z.int(),
  })
  .meta({ id: 'DoorPermit' });

export const permitShown = (permit: DoorPermit): z.infer<typeof DoorPermitShown> =>
  DoorPermitShown.strip().parse(permit);
