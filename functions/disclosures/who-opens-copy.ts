import { hasSpecialRight } from '../../shared/access/actor.ts';
import { loadNote } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type DisclosureItem, GivenPiece } from '../../shared/domain/disclosures/disclosure.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { loadDocument } from '../../shared/domain/documents/store.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { foundPieces } from './gate-of.ts';

/**
 * A copy tells what its documents and entries tell: who may not read one of these does not read it in the copy. What has
 * left the file since is in the copy alone, which is kept as it was sent while its case is kept.
 *
 * @throws Refusal not found, or `disclosure.addressInCopy` where an address that is protected today may stand in it.
 */
export async function expectMayOpen(
  context: ClientContext,
  { pieces, withoutDwellings }: NonNullable<DisclosureItem['prepared']>,
): Promise<void> {
  const { clientId } = context.file.head;
  const there = await Promise.all(
    pieces.map(async ({ kind, id }) => {
      const piece = GivenPiece.parse({ kind, id });
      const item =
        piece.kind === 'document'
          ? await loadDocument(context, clientId, piece.id)
          : await loadNote(context, clientId, piece.id);
      return item === undefined ? [] : [piece];
    }),
  );
  const { isBanned } = await foundPieces(context, there.flat());
  if (isBanned && !withoutDwellings && !hasSpecialRight(context.actor, 'seeProtectedAddresses')) {
    throw new Refusal(DISCLOSURE_REFUSALS.addressInCopy);
  }
}
