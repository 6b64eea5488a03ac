import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { matterKeyFor } from '../../shared/crypto/matter-ring.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { factOfLink } from '../../shared/domain/intake/counted.ts';
import type { MatterOfClient } from '../../shared/domain/intake/model.ts';
import { headChange, withMatter } from '../../shared/domain/intake/of-client.ts';
import { linkSubject as linked } from '../../shared/domain/intake/transitions.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { created } from '../../shared/table/item.ts';
import { matterKeys } from '../../shared/table/keys.ts';
import { commitMatter } from './commit-matter.ts';
import { findMatterAt } from './find-matter.ts';
import type { MatterChanged, OneSubject } from './one-matter.ts';

/** The client whom the worker found to be the person, or has recorded as a new one. */
export const LinkSubject = z.strictObject({ linkedClientId: ClientId }).meta({ id: 'LinkSubject' });

/**
 * Links a person of a matter to a client. The matter then stands in the client's file, opens with the client's key,
 * and ties whoever handles it to the client until it has been handled. Who the client is, is known from the search;
 * nothing of the file is shown here.
 */
export async function linkSubject(
  context: ActContext,
  {
    params,
    body: { linkedClientId: clientId },
    version,
  }: { params: z.infer<typeof OneSubject>; body: z.infer<typeof LinkSubject>; version: number },
): Promise<Answer<MatterChanged>> {
  const { services, actor, now } = context;
  const { controller, userId } = actor;
  const { matterId, subjectId } = params;
  const [{ matter, ring }, file] = await Promise.all([
    findMatterAt(context, { params, version }),
    loadClientFile(services, controller, clientId),
  ]);
  if (file === undefined || isShutTo(file.head, userId)) {
    throw new Refusal(COMMON_REFUSALS.notFound, { concerns: file === undefined ? [] : [clientId] });
  }
  refuseMerged(file.head);
  const mover = { now, by: userId };
  const after = linked(matter, { subjectId, clientId }, mover);
  const key = await matterKeyFor(
    ring,
    keyRing(services, controller, file.keys),
    { controller, matterId },
    {
      now,
      userId,
    },
  );
  const { kind, receivedAt, unitId, serviceTasks } = after;
  const inFile: MatterOfClient = {
    ...matterKeys.openOfClient(controller, clientId, matterId),
    entity: 'matterOfClient',
    ...created(now, userId),
    matterId,
    clientId,
    subjectId,
    kind,
    receivedAt,
    unitId,
    serviceTasks,
    linkedAt: now,
    linkCounted: { times: 1, unitId, serviceTasks },
  };
  return commitMatter(context, matter, {
    after,
    changes: [
      { table: 'keys', put: key, when: 'absent' },
      { put: inFile, when: 'absent' },
      headChange(controller, file.head, withMatter(file.head, after, true, mover)),
    ],
    fields: ['subjects', 'mattersAtHand'],
    facts: [factOfLink(inFile)],
  });
}
