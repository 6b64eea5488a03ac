import { ACCESS_LOG_ACTIONS } from '../../shared/access/actions/access-log.ts';
import { expectKnown } from '../../shared/access/log-reader.ts';
import type { ActContext } from '../../shared/act.ts';
import { ClientHead } from '../../shared/domain/clients/model.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import type { SearchSubject } from '../../shared/trail/search/model.ts';

/** A supervisor asks of the own units alone, the others of all. @throws Refusal not allowed. */
export function expectOwnUnit(context: ActContext, unitId: UnitId): void {
  const grant = context.actor.grants.find(
    ({ role, unitIds }) =>
      context.action.roles.includes(role) && (role !== 'supervisor' || unitIds.includes(unitId)),
  );
  if (grant === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = grant;
}

/**
 * What may be asked of the table may be asked of the sealed log, by the same rules.
 * @returns the head of the client that is asked of.
 * @throws Refusal not allowed, and not found of a client whose file does not exist for who asks.
 */
export async function expectMaySearch(
  context: ActContext,
  subject: SearchSubject,
): Promise<ClientHead | undefined> {
  const { services, actor } = context;
  switch (subject.of) {
    case 'controller': {
      const roles = new Set<string>(ACCESS_LOG_ACTIONS.readOfController.roles);
      if (!actor.grants.some(({ role }) => roles.has(role))) throw new Refusal(COMMON_REFUSALS.notAllowed);
      return undefined;
    }
    case 'unit':
      expectOwnUnit(context, subject.unitId);
      return undefined;
    case 'user':
      return undefined;
    case 'client': {
      const key = clientKeys.head(actor.controller, subject.clientId);
      const head = await getItem(services.tables, actor.controller, 'records', key, ClientHead);
      expectKnown(actor, head);
      return head;
    }
    default:
      return subject satisfies never;
  }
}
