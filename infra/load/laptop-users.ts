import { JOB_ROLES } from '../../shared/access/job-roles.ts';
import { type DevUser, readUsers, writeUsers } from '../local/users.ts';
import { namesIn } from './names.ts';
import type { OrganisationFile } from './organisation-file.ts';

/** Those who may be chosen at the sign-in of the laptop, the loaded users among them. */
export function signInOnLaptop(folder: string, file: OrganisationFile): void {
  const loaded = devUsersOf(file);
  const ids = new Set(loaded.map(({ userId }) => userId));
  const others = (readUsers(folder) ?? []).filter(({ userId }) => !ids.has(userId));
  writeUsers(folder, [...others, ...loaded]);
}

function devUsersOf(file: OrganisationFile): DevUser[] {
  const names = namesIn(file);
  return file.users.map(({ key, name, post: postKey, grants }) => {
    const post = file.posts.find((one) => one.key === postKey);
    return {
      userId: names.userId(key),
      controller: file.controller.controllerId,
      name,
      post: post?.title.fi ?? '',
      unit: file.units.find((unit) => unit.key === post?.unit)?.name.fi ?? '',
      roles: grants.map(({ role, deputyFor }) =>
        deputyFor === undefined ? JOB_ROLES[role].fi : `${JOB_ROLES[role].fi} (sijainen)`,
      ),
    };
  });
}
