import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, LinePart } from '../../shared/act.ts';
import type { SubjectRequest, Target } from '../../shared/domain/data-subject-requests/model.ts';
import { type FoundTarget, loadTargetsOfPerson } from '../../shared/domain/data-subject-requests/targets.ts';
import { filesOf } from '../../shared/domain/log-requests/own-lines.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { lineOfRequest } from './known-request.ts';

/** What a request names, in the client's file, in those merged into it and in those that it was marked in. */
export async function targetsOf(
  context: ActContext,
  clientId: ClientId,
  targets: readonly Target[],
  markedIn: readonly ClientId[] = [],
): Promise<FoundTarget[]> {
  const files = await filesOf(
    context.services,
    context.actor.controller,
    await knownClient(context, clientId),
  );
  return loadTargetsOfPerson(context, [...new Set([...files, ...markedIn])], targets);
}

/** A step that touches what the request names: each is told as the file's in which it stands, also a merged one's. */
export const lineOfTargets = (
  request: SubjectRequest,
  found: readonly FoundTarget[],
): Pick<LinePart, 'clients' | 'resources'> => {
  const { clients, resources } = lineOfRequest(request);
  const targets = found.map(({ target: { kind, id }, head: { clientId } }) => ({
    kind,
    id,
    client: clientId,
  }));
  return {
    clients: [...clients, ...targets.map(({ client }) => client)],
    resources: [...resources, ...targets],
  };
};
