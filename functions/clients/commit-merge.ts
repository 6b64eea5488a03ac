import * as z from 'zod';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { indexed } from '../../shared/domain/clients/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';

export const ClientsMerged = z
  .strictObject({ clientId: ClientId, version: z.int(), into: ClientId, intoVersion: z.int() })
  .meta({ id: 'ClientsMerged' });
type ClientsMerged = z.infer<typeof ClientsMerged>;

/** Two heads as a merge, or its undoing, leaves them. Each takes the place of the version before it, or neither does. */
export const commitMerge = (
  context: ActContext,
  { source, target }: { source: ClientHead; target: ClientHead },
  { asked, beside }: { asked: 'source' | 'target'; beside: readonly Change[] },
): Promise<Answer<ClientsMerged>> =>
  commit(context, {
    changes: [
      ...[source, target].map((head) => ({
        put: indexed(head, context.actor.controller),
        when: { version: head.version - 1 },
      })),
      ...beside,
    ],
    line: {
      clients: [source.clientId, target.clientId],
      resources: [source, target].map((head) => ({
        kind: 'client' as const,
        id: head.clientId,
        version: head.version,
      })),
      dataGroups: ['clienthood'],
      changedFields: ['mergedInto', 'mergedFrom'],
    },
    answer: {
      body: {
        clientId: source.clientId,
        version: source.version,
        into: target.clientId,
        intoVersion: target.version,
      },
      version: { source, target }[asked].version,
    },
  });
