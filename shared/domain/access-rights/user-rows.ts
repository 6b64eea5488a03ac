import type { Change } from '../../act.ts';
import type { ControllerId } from '../../kernel/id.ts';
import { controllerKeys, indexKeys } from '../../table/keys.ts';
import type { Member, UserItem } from './model.ts';

/** A user's record with its row in the list of users: they are written together, under one version. */
export function userChanges(controller: ControllerId, put: UserItem): Change[] {
  const { userId, name, postTitle, unitId, status, to } = put.user;
  const { schemaVersion, version, createdAt, createdBy, updatedAt, updatedBy } = put;
  const row: Member = {
    ...controllerKeys.member(controller, userId),
    entity: 'member',
    schemaVersion,
    version,
    createdAt,
    createdBy,
    updatedAt,
    updatedBy,
    member: { userId, name, postTitle, unitId, status },
    ...(status === 'passive'
      ? {}
      : { g2pk: indexKeys.unit(controller, unitId), g2sk: indexKeys.unitUser(userId) }),
    ...(status === 'passive' && to !== undefined
      ? { g4pk: indexKeys.ended(controller, 'user'), g4sk: indexKeys.endedOn(to, userId) }
      : {}),
  };
  const when = version === 1 ? ('absent' as const) : { version: version - 1 };
  return [
    { put, when },
    { put: row, when },
  ];
}
