import type { KeyRing } from '../../crypto/key-ring.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ClientHead } from '../clients/model.ts';
import { hasSafetyBan } from '../clients/rules.ts';
import { openBase } from '../clients/store.ts';
import type { KnownClient } from './base-data.ts';

/** What documents say of a client by themselves. */
export const knownClient = async (
  ring: KeyRing,
  head: ClientHead,
  today: LocalDate,
): Promise<KnownClient> => ({
  ...(await openBase(ring, head)).data,
  isBanned: hasSafetyBan(head, today),
});
