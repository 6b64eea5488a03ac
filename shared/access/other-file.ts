import { isShutTo } from '../domain/clients/barred.ts';
import type { ClientContext, ClientFile } from '../domain/clients/file.ts';
import { MOST_HOPS } from '../domain/clients/merged.ts';
import { refuseMerged } from '../domain/clients/transitions/relationship.ts';
import type { ClientId } from '../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import { judgeFile } from './authorise.ts';
import { loadFileFor } from './beside-powers.ts';
import { expectPermission } from './client-permission.ts';

/**
 * The file of a further client whom an act concerns, judged by the same action as the first: nothing is written of
 * anybody by a worker whom nothing ties to them, nor into a file that was merged into another.
 * @throws Refusal `access.noTie`, `access.permissionMissing`, `request.notFound`, `client.merged`.
 */
export async function otherFile(context: ClientContext, clientId: ClientId): Promise<ClientFile> {
  const file = await tied(context, await loadFileFor(context, clientId));
  refuseMerged(file.head);
  return file;
}

/**
 * The file of a further client in which something stands that is put right. Where it was merged into another, the tie is
 * to the one that remains (docs/decisions/0145).
 * @throws Refusal `access.noTie`, `access.permissionMissing`, `request.notFound`.
 */
export async function fileThatHolds(context: ClientContext, clientId: ClientId): Promise<ClientFile> {
  const file = await loadFileFor(context, clientId);
  let remains = file;
  for (let hop = 0; remains?.head.mergedInto !== undefined && hop < MOST_HOPS; hop += 1) {
    remains = await loadFileFor(context, remains.head.mergedInto);
  }
  await tied(context, remains);
  if (file === undefined || isShutTo(file.head, context.actor.userId)) {
    throw new Refusal(COMMON_REFUSALS.notFound);
  }
  return file;
}

async function tied(context: ClientContext, file: ClientFile | undefined): Promise<ClientFile> {
  const { actor, action, now, today } = context;
  const judgement = judgeFile(actor, action, file, { now, today });
  if (!judgement.allowed) throw new Refusal(judgement.refusal);
  if (file === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  await expectPermission(context, judgement.basis, file.head);
  return file;
}
