import type { ActContext } from '../../shared/act.ts';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import type {
  InspectionPackage,
  StoredItem,
} from '../../shared/domain/data-subject-requests/package/model.ts';
import { loadPart, loadPeople } from '../../shared/domain/data-subject-requests/package/store.ts';
import type { FindOthers } from '../../shared/domain/data-subject-requests/pointing/found-in-text.ts';

/** A part as it was put together, and what finds in it those whom the file knew then. */
export async function partToCheck(
  context: ActContext,
  ring: KeyRing,
  { packageId, pointsOut }: InspectionPackage,
  part: number,
): Promise<{ items: StoredItem[]; find: FindOthers }> {
  const [items, people] = await Promise.all([
    loadPart(context, ring, packageId, part),
    pointsOut === true ? loadPeople(context, ring, packageId) : undefined,
  ]);
  // Nobody is known of a package that is not whole yet, or was put together before others were pointed out.
  if (people === undefined) return { items, find: () => [] };
  const { finderOf } = await import('../../shared/domain/data-subject-requests/pointing/found-in-text.ts');
  return { items, find: finderOf(people) };
}
