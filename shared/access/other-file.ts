import type { ClientContext, ClientFile } from '../domain/clients/file.ts';
import type { ClientId } from '../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import { judgeFile } from './authorise.ts';
import { loadFileFor } from './beside-powers.ts';
import { expectPermission } from './client-permission.ts';

/**
 * The file of a further client whom an act concerns, judged by the same action as the first: nothing is written of
 * anybody by a worker whom nothing ties to them.
 * @throws Refusal `access.noTie`, `access.permissionMissing`, `request.notFound`.
 */
export async function otherFile(context: ClientContext, clientId: ClientId): Promise<ClientFile> {
  const { actor, action, now, today } = context;
  const file = await loadFileFor(context, clientId);
  const judgement = judgeFile(actor, action, file, { now, today });
  if (!judgement.allowed) throw new Refusal(judgement.refusal);
  if (file === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  await expectPermission(context, judgement.basis, file.head);
  return file;
}
