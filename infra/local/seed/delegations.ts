import { ControllerId } from '../../../shared/kernel/id.ts';
import { namesOf } from '../../load/names.ts';
import type { DevUser } from '../users.ts';
import type { Caller } from './caller.ts';
import type { SeededOrganisation } from './organisation.ts';

/** The main user writes the delegation table of an invented controller: without a row nobody decides anything. */
export async function addDelegations(
  call: Caller,
  { controller, delegations, mainUser }: SeededOrganisation,
  userOf: (key: string) => DevUser,
): Promise<void> {
  const names = namesOf(ControllerId.parse(controller));
  for (const { kinds, power, holders } of delegations) {
    for (const kind of kinds) {
      await call(userOf(mainUser), 'POST', '/v1/decisions/delegations', {
        body: {
          kind,
          power,
          postIds: holders.map(names.postId),
          roles: [],
          unitIds: [],
          socialServices: [],
          results: ['granting', 'rejecting', 'measure'],
          from: '2026-01-01',
          source: { body: 'Hallitus (keksitty)', decidedOn: '2025-12-15', section: '312 §' },
        },
      });
    }
  }
}
