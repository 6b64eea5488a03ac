import { expectKnown } from '../../shared/access/log-reader.ts';
import { mayReview } from '../../shared/access/sign-reviewers.ts';
import type { ActContext } from '../../shared/act.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import type { Sign } from '../../shared/domain/signs/model.ts';
import { loadSign } from '../../shared/domain/signs/store.ts';
import type { SignId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';

/**
 * The sign, for somebody who may look into it. To others, of another unit or of a file that does not exist for them,
 * it does not exist; nor do one's own, so that nobody learns here what another is to look into.
 */
export async function knownSign(context: ActContext, signId: SignId): Promise<Sign> {
  const { services, actor } = context;
  const sign = await loadSign(context, signId);
  if (sign === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const { clientId } = sign;
  if (!mayReview(actor, sign)) throw new Refusal(COMMON_REFUSALS.notFound);
  if (clientId !== undefined) {
    const key = clientKeys.head(actor.controller, clientId);
    expectKnown(actor, await getItem(services.tables, actor.controller, 'records', key, ClientHead));
  }
  return sign;
}
