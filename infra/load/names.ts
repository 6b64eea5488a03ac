import { Grant } from '../../shared/access/actor.ts';
import { type ControllerId, GrantId, PostId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { namedId } from '../named-id.ts';
import type { FileGrant, FileUser, OrganisationFile } from './organisation-file.ts';

/** The ids of what a file calls by keys: the same whenever it is loaded. */
export type Named = {
  unitId: (key: string) => UnitId;
  postId: (key: string) => PostId;
  userId: (key: string) => UserId;
  /** A grant of the file with ids in the place of keys; the `nth` of its user. */
  grantOf: (user: Pick<FileUser, 'key'>, grant: FileGrant, nth: number) => Grant;
};

export const namesIn = ({ controller: { controllerId } }: OrganisationFile): Named => namesOf(controllerId);

export function namesOf(controller: ControllerId): Named {
  const unitId = (key: string): UnitId => UnitId.parse(namedId(controller, 'unit', key));
  const userId = (key: string): UserId => UserId.parse(namedId(controller, 'user', key));
  return {
    unitId,
    userId,
    postId: (key) => PostId.parse(namedId(controller, 'post', key)),
    grantOf({ key }, { units, deputyFor, ...content }, nth) {
      return Grant.parse({
        ...content,
        grantId: GrantId.parse(namedId(controller, 'grant', key, String(nth))),
        unitIds: units.map(unitId),
        ...(deputyFor === undefined ? {} : { deputyFor: userId(deputyFor) }),
      });
    },
  };
}
