import type { Grant } from '../../../shared/access/actor.ts';
import { JOB_ROLES } from '../../../shared/access/job-roles.ts';
import type { Post, Unit } from '../../../shared/domain/controllers/model.ts';
import { ControllerId } from '../../../shared/kernel/id.ts';
import { addDays, LocalDate } from '../../../shared/kernel/local-date.ts';
import type { Services } from '../../../shared/services.ts';
import { setUpController } from '../../../shared/setup.ts';
import { setUpUser } from '../../../shared/setup-users.ts';
import { type Named, namesOf } from '../../load/names.ts';
import type { DevUser } from '../users.ts';
import type { Hands } from './household.ts';
import type { SeededGrant, SeededOrganisation, SeededUser } from './organisation.ts';

const FIRST_DAY = LocalDate.parse('2026-01-01');

/** Makes a controller with its settings, units, posts and workers, whose rights hold from the first day of the year. */
export async function setUpOrganisation(
  services: Services,
  organisation: SeededOrganisation,
  today: LocalDate,
): Promise<DevUser[]> {
  const controller = ControllerId.parse(organisation.controller);
  const names = namesOf(controller);
  const { fi, address, settings } = organisation;
  await setUpController(
    services,
    {
      controller: { controllerId: controller, name: { fi }, address, phones: [] },
      settings,
      units: organisation.units.map(
        (unit): Unit => ({
          unitId: names.unitId(unit.key),
          name: { fi: unit.fi, ...(unit.sv === undefined ? {} : { sv: unit.sv }) },
          serviceTasks: [...unit.serviceTasks],
          from: FIRST_DAY,
        }),
      ),
      posts: organisation.users.map((user) => postOf(names, user)),
    },
    'seed',
  );
  const lastDay = addDays(today, settings.rights.deputyMaxDays - 1);
  for (const user of organisation.users) {
    await setUpUser(
      services,
      controller,
      {
        user: {
          userId: names.userId(user.key),
          name: user.name,
          postId: names.postId(user.key),
          postTitle: user.post,
          unitId: names.unitId(user.unit),
          from: FIRST_DAY,
        },
        given: user.grants.map((grant, nth) => grantOf(names, user, grant, nth, { today, lastDay })),
        proposed: [],
      },
      'seed',
    );
  }
  return organisation.users.map((user) => devUserOf(organisation, controller, user));
}

/** Every seeded worker has a post of the worker's own. */
const postOf = (names: Named, { key, post, unit, kind, professionalRole }: SeededUser): Post => ({
  postId: names.postId(key),
  title: { fi: post },
  unitId: names.unitId(unit),
  kind,
  professionalRole,
  from: FIRST_DAY,
});

/** A deputy stands in from the first run as long as the controller lets one. */
const grantOf = (
  names: Named,
  user: SeededUser,
  { units, deputyFor, services = [], duties = [], specialRights = [], ...content }: SeededGrant,
  nth: number,
  { today, lastDay }: { today: LocalDate; lastDay: LocalDate },
): Grant =>
  names.grantOf(
    user,
    {
      ...content,
      serviceTasks: [...content.serviceTasks],
      units: [...units],
      services: [...services],
      relatedServices: [],
      duties: [...duties],
      specialRights: [...specialRights],
      range: deputyFor === undefined ? { from: FIRST_DAY } : { from: today, to: lastDay },
      ...(deputyFor === undefined ? {} : { deputyFor }),
    },
    nth,
  );

const devUserOf = (
  organisation: SeededOrganisation,
  controller: ControllerId,
  user: SeededUser,
): DevUser => ({
  userId: namesOf(controller).userId(user.key),
  controller,
  name: user.name,
  post: user.post,
  unit: organisation.units.find(({ key }) => key === user.unit)?.fi ?? '',
  roles: user.grants.map(({ role, deputyFor }) =>
    deputyFor === undefined ? JOB_ROLES[role].fi : `${JOB_ROLES[role].fi} (sijainen)`,
  ),
});

/** The worker who is called by a key. */
export const userNamed =
  ({ controller }: SeededOrganisation, users: readonly DevUser[]) =>
  (key: string): DevUser => {
    const { userId: id } = namesOf(ControllerId.parse(controller));
    const user = users.find(({ userId }) => userId === id(key));
    if (user === undefined) throw new Error(`Nobody is called ${key}.`);
    return user;
  };

/** Who takes whom in. */
export function handsOf(organisation: SeededOrganisation, users: readonly DevUser[]): Hands {
  const names = namesOf(ControllerId.parse(organisation.controller));
  const userOf = userNamed(organisation, users);
  const { hands, settings } = organisation;
  const hand = (key: string, task: Hands['adults']['task']): Hands['adults'] => {
    const seeded = organisation.users.find((user) => user.key === key);
    if (seeded === undefined) throw new Error(`Nobody is called ${key}.`);
    return { user: userOf(key), unitId: names.unitId(seeded.unit), task, recorded: settings.client.fields };
  };
  return {
    adults: hand(hands.adults, 'workingAge'),
    families: hand(hands.families, 'families'),
    childWelfare: hand(hands.childWelfare, 'childWelfare'),
  };
}
