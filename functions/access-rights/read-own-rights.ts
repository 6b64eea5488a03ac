import * as z from 'zod';
import { Grant, OpeningInForce } from '../../shared/access/actor.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { UserId } from '../../shared/kernel/id.ts';

export const OwnRights = z
  .strictObject({
    userId: UserId,
    name: z.string(),
    postTitle: z.string(),
    grants: z.array(Grant),
    openings: z.array(OpeningInForce),
  })
  .meta({ id: 'OwnRights' });

/** What the worker who asks may do today: the grants in force and the files opened without a tie. */
export function readOwnRights({ actor }: ActContext): Promise<Reading<z.infer<typeof OwnRights>>> {
  const { userId, name, postTitle, grants, openings } = actor;
  return Promise.resolve({
    line: {
      clients: openings.map(({ clientId }) => clientId),
      resources: [
        { kind: 'user', id: userId },
        ...openings.map(({ openingId, clientId }) => ({
          kind: 'opening' as const,
          id: openingId,
          client: clientId,
        })),
      ],
      dataGroups: ['accessRights'],
    },
    body: () => ({ userId, name, postTitle, grants: [...grants], openings: [...openings] }),
  });
}
