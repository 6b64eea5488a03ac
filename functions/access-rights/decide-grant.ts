import * as z from 'zod';
import { attestingUnit, listed, nextAttestation } from '../../shared/access/granting/attestation.ts';
import { withAttested, withGrant, withoutGrant } from '../../shared/access/granting/compile.ts';
import { EndReason, type GrantItem } from '../../shared/access/granting/model.ts';
import { basisOf } from '../../shared/access/granting/rests-on.ts';
import {
  attestGrant,
  endGrant,
  grantProposal,
  refuseProposal,
} from '../../shared/access/granting/transitions.ts';
import { powersOf, putPowers } from '../../shared/access/powers.ts';
import { mustSupervise, supervises } from '../../shared/access/supervision.ts';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { loadGrant, loadUser } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { GrantId, UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { controllerKeys } from '../../shared/table/keys.ts';
import { judged } from './judged-grant.ts';
import { mustHaveCommitted } from './must-have-committed.ts';
import type { GrantChanged } from './propose-grant.ts';

type Changed = Promise<Answer<z.infer<typeof GrantChanged>>>;
type OneGrant = { params: { userId: UserId; grantId: GrantId }; version: number };

/** The main user gives what was proposed: from its first day the user may act on it. */
export async function giveGrant(context: ActContext, { params, version }: OneGrant): Changed {
  const { services, actor, now } = context;
  const { userId, grantId } = params;
  const { controller } = actor;
  const [item, { user, endings }, powers, { rights }] = await Promise.all([
    loadGrant(context, userId, grantId),
    loadUser(context, userId),
    powersOf(services, controller, userId),
    settingsOf(services, controller),
    mustHaveCommitted(context, userId),
  ]);
  expectVersion(item, version);
  const mover = { now, by: actor.userId };
  const attestBy = nextAttestation(item.grant, context.today, rights);
  const next = listed(grantProposal(item, endings, attestBy, mover), user.unitId, controller);
  const [findings, { restsOn, checks }] = await Promise.all([
    judged(context, item.grant, powers.powers),
    basisOf(context, item.grant),
  ]);
  if (findings.length > 0) throw new Refusal(RIGHTS_REFUSALS.notValid, { findings });
  const put = withGrant(powers, next.grant, mover);
  return written(context, { ...next, ...(restsOn === undefined ? {} : { restsOn }) }, [
    ...checks,
    { remove: controllerKeys.proposal(controller, grantId), when: { version: 1 } },
    putPowers(put),
  ]);
}

/** The main user refuses what was proposed. */
export async function refuseGrant(context: ActContext, { params, version }: OneGrant): Changed {
  const { actor, now } = context;
  const [item, { user }] = await Promise.all([
    loadGrant(context, params.userId, params.grantId),
    loadUser(context, params.userId),
  ]);
  expectVersion(item, version);
  const refused = refuseProposal(item, { now, by: actor.userId });
  return written(context, listed(refused, user.unitId, actor.controller), [
    { remove: controllerKeys.proposal(actor.controller, params.grantId), when: { version: 1 } },
  ]);
}

export const EndGrant = z.strictObject({ reason: EndReason }).meta({ id: 'EndGrant' });

/** Ends a grant at once: by the main user, or by the supervisor of a unit for which it was given. */
export async function endOneGrant(
  context: ActContext,
  { params: { userId, grantId }, body, version }: OneGrant & { body: z.infer<typeof EndGrant> },
): Changed {
  const { services, actor, now } = context;
  const [item, { user, endings }, powers] = await Promise.all([
    loadGrant(context, userId, grantId),
    loadUser(context, userId),
    powersOf(services, actor.controller, userId),
  ]);
  const { unitIds } = item.grant;
  const isMainUser = actor.grants.some(({ role }) => role === 'mainUser');
  const isUnits = unitIds.some((unitId) => supervises(actor, unitId));
  if (!isMainUser && !isUnits) mustSupervise(actor, user.unitId);
  expectVersion(item, version);
  const mover = { now, by: actor.userId };
  const put = withoutGrant(powers, item.grant, mover);
  const ended = listed(endGrant(item, endings, body.reason, mover), user.unitId, actor.controller);
  return written(context, ended, [putPowers(put)]);
}

/**
 * The supervisor attests that a grant is still needed: it holds until the next attestation (setting
 * `rights.attestationMonths`). Management may too, for a supervisor's own rights are nobody's else in the unit.
 */
export async function attestOneGrant(
  context: ActContext,
  { params: { userId, grantId }, version }: OneGrant,
): Changed {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const [item, { user, endings }, powers, { rights }] = await Promise.all([
    loadGrant(context, userId, grantId),
    loadUser(context, userId),
    powersOf(services, controller, userId),
    settingsOf(services, controller),
  ]);
  const manages = actor.grants.some(({ role }) => role === 'management');
  if (!manages) mustSupervise(actor, attestingUnit(item.grant, user.unitId));
  expectVersion(item, version);
  const mover = { now, by: actor.userId };
  const attested = attestGrant(item, endings, nextAttestation(item.grant, today, rights), mover);
  const { restsOn, checks } = await basisOf(context, item.grant);
  const put = withAttested(powers, attested.grant, mover);
  return written(
    context,
    listed({ ...attested, ...(restsOn === undefined ? {} : { restsOn }) }, user.unitId, controller),
    [...checks, putPowers(put)],
    'attested',
  );
}

function written(
  context: ActContext,
  item: GrantItem,
  others: Change[],
  what: string = item.course.state,
): Changed {
  const { userId, grant, version } = item;
  return commit(context, {
    changes: [{ put: item, when: { version: version - 1 } }, ...others],
    line: {
      clients: [],
      resources: [
        { kind: 'user', id: userId },
        { kind: 'grant', id: grant.grantId, version },
      ],
      dataGroups: ['accessRights'],
      changedFields: [what],
    },
    answer: { body: { userId, grantId: grant.grantId, version }, version },
  });
}
