import type { Grant } from '../../shared/access/actor.ts';
import { judgeGrant } from '../../shared/access/granting/rules.ts';
import type { UnitId } from '../../shared/kernel/id.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { type Named, namesIn } from './names.ts';
import type { FileUser, OrganisationFile } from './organisation-file.ts';

/** Everything in the file that speaks of what is not in it, stands twice, or cannot be granted: a sentence each. */
export function judgeFile(file: OrganisationFile, today: LocalDate): string[] {
  const names = namesIn(file);
  return [
    ...twice('units', file.units),
    ...twice('posts', file.posts),
    ...twice('users', file.users),
    ...file.posts.flatMap(({ unit }, index) =>
      known(file.units, unit) ? [] : [`/posts/${index}/unit: there is no unit ${unit} in the file`],
    ),
    ...file.users.flatMap((user, index) => judgeUser(file, names, user, index, today)),
    ...judgeAdministrator(file),
  ];
}

const known = (things: readonly { key: string }[], key: string): boolean =>
  things.some((thing) => thing.key === key);

function twice(list: string, things: readonly { key: string }[]): string[] {
  const keys = things.map(({ key }) => key);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) === index ? [] : [`/${list}/${index}/key: ${key} stands in the file already`],
  );
}

function judgeUser(
  file: OrganisationFile,
  names: Named,
  user: FileUser,
  index: number,
  today: LocalDate,
): string[] {
  const at = `/users/${index}`;
  const post = file.posts.find(({ key }) => key === user.post);
  const wrong = known(file.posts, user.post) ? [] : [`${at}/post: there is no post ${user.post} in the file`];
  const units = new Map<UnitId, { to?: LocalDate | undefined }>(
    file.units.map(({ key, to }) => [names.unitId(key), { to }]),
  );
  const grantsOf = (one: FileUser): Grant[] => one.grants.map((grant, nth) => names.grantOf(one, grant, nth));
  for (const [nth, grant] of user.grants.entries()) {
    const { grantId: _grantId, ...content } = names.grantOf(user, grant, nth);
    const principal = file.users.find(({ key }) => key === grant.deputyFor);
    const findings = judgeGrant({
      content,
      user: { userId: names.userId(user.key), postTo: post?.to },
      units,
      principal: principal === undefined ? undefined : grantsOf(principal),
      // Students and producers' workers are given their grants in the system, where guide and producer are known.
      isGuideKnown: false,
      isProviderKnown: false,
      others: user.grants.toSpliced(nth, 1),
      rights: file.settings.rights,
      today,
    });
    for (const { path = '', message } of findings) {
      wrong.push(`${at}/grants/${nth}${path.slice('/body/grant'.length)}: ${message.en}`);
    }
  }
  return wrong;
}

function judgeAdministrator({ users, firstAdministrator }: OrganisationFile): string[] {
  const user = users.find(({ key }) => key === firstAdministrator);
  if (user === undefined) return [`/firstAdministrator: there is no user ${firstAdministrator} in the file`];
  return user.grants.some(({ role }) => role === 'mainUser')
    ? []
    : ['/firstAdministrator: the first administrator has no grant of the role mainUser'];
}
