import { judgeFile } from '../../shared/access/authorise.ts';
import { type ClientContext, type ClientFile, loadClientFile } from '../../shared/domain/clients/file.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/**
 * The file of a further client of a case, judged by the same action as the first: nobody is drawn into a shared
 * case by a worker whom nothing ties to them.
 * @throws Refusal `access.noTie`, `request.notFound`.
 */
export async function otherFile(context: ClientContext, clientId: ClientId): Promise<ClientFile> {
  const { actor, action, services, now, today } = context;
  const file = await loadClientFile(services, actor.controller, clientId);
  const judgement = judgeFile(actor, action, file, { now, today });
  if (!judgement.allowed) throw new Refusal(judgement.refusal);
  if (file === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return file;
}
