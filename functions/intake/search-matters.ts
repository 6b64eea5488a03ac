import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import { IntakeMatter } from '../../shared/domain/intake/model.ts';
import { mattersByCode } from '../../shared/domain/intake/store.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { PersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { clientsOf } from './one-matter.ts';

export const SearchMatters = z
  .strictObject({ personalIdentityCode: PersonalIdentityCode })
  .meta({ id: 'SearchMatters' });

export const MattersFound = z
  .strictObject({
    matters: z
      .array(
        IntakeMatter.pick({
          matterId: true,
          kind: true,
          state: true,
          receivedAt: true,
          unitId: true,
          serviceTasks: true,
        }),
      )
      .max(PAGE_OF_CLIENTS),
  })
  .meta({ id: 'MattersFound' });

/**
 * Which matters name the person with this code, client or not: that there were earlier notifications is part of
 * judging a new one. What they say is read in the unit that has them, or in the client's file.
 */
export async function searchMatters(
  context: ActContext,
  { body }: { body: z.infer<typeof SearchMatters> },
): Promise<Reading<z.infer<typeof MattersFound>>> {
  const { services, actor } = context;
  const found = await mattersByCode(context, body.personalIdentityCode);
  const heads = await loadHeads(services, actor.controller, found.flatMap(clientsOf));
  const hidden = heads.filter((head) => isShutTo(head, actor.userId)).map(({ clientId }) => clientId);
  const matters = found
    .filter((matter) => !clientsOf(matter).some((clientId) => hidden.includes(clientId)))
    .slice(0, PAGE_OF_CLIENTS);
  return {
    line: {
      clients: [...new Set(matters.flatMap(clientsOf))].slice(0, 100),
      resources: matters.map(({ matterId, serviceTasks }) => ({
        kind: 'intakeMatter',
        id: matterId,
        serviceTasks,
      })),
      dataGroups: ['intake'],
    },
    body: () => ({
      matters: matters.map(({ matterId, kind, state, receivedAt, unitId, serviceTasks }) => ({
        matterId,
        kind,
        state,
        receivedAt,
        unitId,
        serviceTasks,
      })),
    }),
  };
}
