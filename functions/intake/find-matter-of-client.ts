import { mayUseMatter } from '../../shared/access/visible-matters.ts';
import { type MatterRing, matterRingOfClient } from '../../shared/crypto/matter-ring.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import type { MatterOfClient } from '../../shared/domain/intake/model.ts';
import { loadMatterKeyOfClient, loadMatterOfClient } from '../../shared/domain/intake/of-client.ts';
import type { MatterId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export type FoundInFile = { inFile: MatterOfClient; ring: MatterRing };

/**
 * A matter in the file of a client whom it concerns, which the client's own key opens. To whom it is not open it is
 * not there.
 * @throws Refusal `request.notFound`.
 */
export async function findMatterOfClient(context: ClientContext, matterId: MatterId): Promise<FoundInFile> {
  const { clientId } = context.file.head;
  const [inFile, key] = await Promise.all([
    loadMatterOfClient(context, clientId, matterId),
    loadMatterKeyOfClient(context, clientId, matterId),
  ]);
  if (inFile === undefined || key === undefined || !mayUseMatter(context, inFile)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return { inFile, ring: matterRingOfClient(context.services, ringOf(context), key) };
}
