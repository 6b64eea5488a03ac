import type { Action } from './access/action.ts';
import type { ActContext } from './act.ts';
import { type ControllerId, UserId } from './kernel/id.ts';
import { helsinkiDateOf } from './kernel/local-date.ts';
import { newId } from './new-id.ts';
import type { Services } from './services.ts';
import { notingKeys } from './trail/noted-keys.ts';

/** The one user id that is nobody's: what the operator's commands and the scheduled runs act under. */
export const SYSTEM_USER = UserId.parse('00000000000000000000000000');

/**
 * A context for what no worker asked for over the API: setting up a controller, loading users from the
 * operator's file, jobs. It commits and logs like any other; its line says who ran it.
 */
export function systemContext(
  services: Services,
  controller: ControllerId,
  run: { action: Action; event: string; ranBy: string },
): ActContext {
  const now = services.clock.now();
  return {
    ...notingKeys(services),
    request: { requestId: newId(services), sourceIPAddress: 'operator', userAgent: run.ranBy },
    actor: {
      userId: SYSTEM_USER,
      controller,
      authenticationMethod: 'operator',
      issuedAt: now,
      name: run.ranBy,
      postTitle: 'operator',
      grants: [],
      openings: [],
    },
    action: run.action,
    eventName: run.event,
    readOnly: false,
    basis: { kind: 'administration', legalGround: run.action.legalGround },
    now,
    today: helsinkiDateOf(now),
  };
}
