import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { DelegationContent, DelegationItem } from '../../shared/domain/decisions/powers/model.ts';
import { DelegationId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { delegationKeys } from '../../shared/table/keys.ts';
import { type DelegationChanged, lineOfDelegation, mustBeDelegable } from './delegation-view.ts';

/** Adds a row to the delegation table, as the controller's body has decided. */
export async function addDelegation(
  context: ActContext,
  { body }: { body: DelegationContent },
): Promise<Answer<DelegationChanged>> {
  const { services, actor, now } = context;
  await mustBeDelegable(context, body);
  const delegationId = DelegationId.parse(newId(services));
  const put: DelegationItem = {
    ...delegationKeys.delegation(actor.controller, body.kind, delegationId),
    entity: 'delegation',
    ...created(now, actor.userId),
    delegation: { delegationId, ...body },
  };
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: lineOfDelegation([{ kind: 'delegation', id: delegationId, version: 1 }], ['delegation']),
    answer: { body: { delegationId, version: 1 }, version: 1 },
  });
}
