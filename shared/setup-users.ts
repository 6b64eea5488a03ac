import type { Action } from './access/action.ts';
import type { Grant } from './access/actor.ts';
import { listed, nextAttestation } from './access/granting/attestation.ts';
import { endingsWithPost } from './access/granting/endings-with-post.ts';
import type { GrantItem } from './access/granting/model.ts';
import { type PowersItem, putPowers } from './access/powers.ts';
import type { Change } from './act.ts';
import { commit } from './commit.ts';
import type { User, UserItem, Waiting } from './domain/access-rights/model.ts';
import { userChanges } from './domain/access-rights/user-rows.ts';
import { settingsOf } from './domain/controllers/settings-cache.ts';
import type { ControllerId } from './kernel/id.ts';
import type { LocalDate } from './kernel/local-date.ts';
import type { Services } from './services.ts';
import { SYSTEM_USER, systemContext } from './system-context.ts';
import { created } from './table/item.ts';
import { controllerKeys, userKeys } from './table/keys.ts';

const SET_UP: Action = {
  name: 'setup.users',
  title: { fi: 'Perusta käyttäjät', sv: 'Inrätta användarna', en: 'Set up the users' },
  roles: [],
  tie: 'none',
  legalGround: '703/2023 § 9',
};

/** Leaves room in a commit for the user's own items and the line: a proposal is two items. */
export const MOST_GRANTS_SET_UP = 10;

export type NewUser = {
  user: Omit<User, 'status' | 'to'>;
  /** The last day of the user's post, where it has one. */
  postTo?: LocalDate | undefined;
  /** In force without a proposal: of the first administrator, and of seeds. */
  given: readonly Grant[];
  /** For the main user to decide on. */
  proposed: readonly Grant[];
};

/**
 * Makes a user with what is given and proposed, as an operator: nobody works in the system yet who could. Done once
 * for each user; a second time is refused.
 */
export async function setUpUser(
  services: Services,
  controller: ControllerId,
  { user, postTo, given, proposed }: NewUser,
  ranBy: string,
): Promise<void> {
  const context = systemContext(services, controller, { action: SET_UP, event: 'UserSetUp', ranBy });
  const { now } = context;
  const head = created(now, SYSTEM_USER);
  const { userId, name, postId, postTitle, professionalNumber } = user;
  const { rights } = await settingsOf(services, controller);
  const inForce = given.map((grant) => ({
    ...grant,
    attestBy: nextAttestation(grant, context.today, rights),
  }));
  const record: UserItem = {
    ...userKeys.user(controller, userId),
    entity: 'user',
    ...head,
    user: { ...user, status: 'active' },
    endings: endingsWithPost([], { to: postTo }, { now, by: SYSTEM_USER }),
  };
  const powers: PowersItem = {
    ...userKeys.powers(controller, userId),
    entity: 'powers',
    ...head,
    powers: {
      userId,
      controller,
      name,
      postId,
      postTitle,
      ...(postTo === undefined ? {} : { postTo }),
      ...(professionalNumber === undefined ? {} : { professionalNumber }),
      status: 'active',
      sessionsValidFrom: now,
      grants: inForce,
      openings: [],
    },
  };
  const itemOf = (grant: Grant, course: GrantItem['course']): GrantItem => ({
    ...userKeys.grant(controller, userId, grant.grantId),
    entity: 'grant',
    ...head,
    userId,
    grant,
    course,
  });
  const waitingFor = ({ grantId }: Grant): Waiting => ({
    ...controllerKeys.proposal(controller, grantId),
    entity: 'proposal',
    ...head,
    userId,
    grantId,
  });
  const changes: Change[] = [
    ...inForce
      .map((grant) => itemOf(grant, { state: 'granted', decidedAt: now, decidedBy: SYSTEM_USER }))
      .map((item) => listed(item, user.unitId, controller)),
    ...proposed.flatMap((grant) => [itemOf(grant, { state: 'proposed' }), waitingFor(grant)]),
  ].map((put) => ({ put, when: 'absent' }));
  await commit(context, {
    changes: [...userChanges(controller, record), putPowers(powers), ...changes],
    line: {
      clients: [],
      resources: [
        { kind: 'user', id: userId, version: 1 },
        ...[...given, ...proposed].map(({ grantId }) => ({ kind: 'grant' as const, id: grantId })),
      ],
      dataGroups: ['accessRights'],
      changedFields: ['user', 'grants'],
    },
    answer: { body: {} },
  });
}
