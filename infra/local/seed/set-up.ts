import { JOB_ROLES } from '../../../shared/access/job-roles.ts';
import { ControllerId, GrantId, PostId, UnitId, UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';
import { addMonths, LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Services } from '../../../shared/services.ts';
import { setUpControllerKeys, setUpPowers } from '../../../shared/setup.ts';
import type { DevUser } from '../users.ts';
import type { Hands } from './household.ts';
import type { SeededOrganisation, SeededUser } from './organisation.ts';
import { seededId } from './seeded-id.ts';

const FIRST_DAY = LocalDate.parse('2026-01-01');
const BEFORE_ALL = Instant.parse('2026-01-01T00:00:00.000Z');
const DEPUTY_MONTHS = 6;

const unitIdOf = (controller: string, key: string): UnitId => UnitId.parse(seededId(controller, 'unit', key));
const userIdOf = (controller: string, key: string): UserId => UserId.parse(seededId(controller, 'user', key));

/** Makes a controller with its keys, units, posts and workers, whose rights hold from the first day of the year. */
export async function setUpOrganisation(
  services: Services,
  organisation: SeededOrganisation,
  today: LocalDate,
): Promise<DevUser[]> {
  const controller = ControllerId.parse(organisation.controller);
  await setUpControllerKeys(services, controller, 'seed');
  for (const user of organisation.users) {
    await setUpPowers(
      services,
      {
        userId: userIdOf(controller, user.key),
        controller,
        name: user.name,
        postId: PostId.parse(seededId(controller, 'post', user.key)),
        postTitle: user.post,
        status: 'active',
        sessionsValidFrom: BEFORE_ALL,
        grants: user.grants.map((grant, nth) => ({
          grantId: GrantId.parse(seededId(controller, 'grant', user.key, String(nth))),
          role: grant.role,
          unitIds: grant.units.map((key) => unitIdOf(controller, key)),
          serviceTasks: [...grant.serviceTasks],
          services: [...(grant.services ?? [])],
          relatedServices: [],
          duties: [...(grant.duties ?? [])],
          specialRights: [...(grant.specialRights ?? [])],
          range: {
            from: FIRST_DAY,
            ...(grant.deputyFor === undefined ? {} : { to: addMonths(today, DEPUTY_MONTHS) }),
          },
          ...(grant.deputyFor === undefined ? {} : { deputyFor: userIdOf(controller, grant.deputyFor) }),
        })),
        openings: [],
      },
      'seed',
    );
  }
  return organisation.users.map((user) => devUserOf(organisation, controller, user));
}

const devUserOf = (
  organisation: SeededOrganisation,
  controller: ControllerId,
  user: SeededUser,
): DevUser => ({
  userId: userIdOf(controller, user.key),
  controller,
  name: user.name,
  post: user.post,
  unit: organisation.units.find(({ key }) => key === user.unit)?.fi ?? '',
  roles: user.grants.map(({ role, deputyFor }) =>
    deputyFor === undefined ? JOB_ROLES[role].fi : `${JOB_ROLES[role].fi} (sijainen)`,
  ),
});

/** Who takes whom in. */
export function handsOf(organisation: SeededOrganisation, users: readonly DevUser[]): Hands {
  const { controller, hands } = organisation;
  const hand = (key: string, task: Hands['adults']['task']): Hands['adults'] => {
    const seeded = organisation.users.find((user) => user.key === key);
    const user = users.find(({ userId }) => userId === userIdOf(controller, key));
    if (seeded === undefined || user === undefined) throw new Error(`Nobody is called ${key}.`);
    return { user, unitId: unitIdOf(controller, seeded.unit), task };
  };
  return {
    adults: hand(hands.adults, 'workingAge'),
    families: hand(hands.families, 'families'),
    childWelfare: hand(hands.childWelfare, 'childWelfare'),
  };
}
