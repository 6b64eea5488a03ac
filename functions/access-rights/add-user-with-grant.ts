import * as z from 'zod';
import { Grant } from '../../shared/access/actor.ts';
import { listed, nextAttestation } from '../../shared/access/granting/attestation.ts';
import { GrantContent, type GrantItem } from '../../shared/access/granting/model.ts';
import { basisOf } from '../../shared/access/granting/rests-on.ts';
import { judgeFirstDay } from '../../shared/access/granting/rules.ts';
import { putPowers } from '../../shared/access/powers.ts';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { UserContent } from '../../shared/domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { judgeSigning } from '../../shared/domain/access-rights/rules.ts';
import { userChanges } from '../../shared/domain/access-rights/user-rows.ts';
import type { ControllerSettings } from '../../shared/domain/controllers/settings/settings.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { CommitmentId, GrantId, type UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { judged } from './judged-grant.ts';
import { newUser } from './new-user.ts';
import { asItStands, postOf } from './post-of.ts';
import type { GrantChanged } from './propose-grant.ts';
import { newCommitment } from './record-commitment.ts';

export const AddUserWithGrant = z
  .strictObject({
    user: UserContent,
    grant: GrantContent,
    /** The day on which the person signed the commitment, where the controller asks for one. */
    signedOn: LocalDate.optional(),
  })
  .meta({ id: 'AddUserWithGrant' });
type AddUserWithGrant = z.infer<typeof AddUserWithGrant>;

/**
 * Gives a person a user id together with the first right, on the policy and the instruction (C-16; L-9.8, L-9.10): no
 * id stands without a right. Where supervisors propose there is no such act.
 */
export async function addUserWithGrant(
  context: ActContext,
  { body: { user: content, grant: asked, signedOn } }: { body: AddUserWithGrant },
): Promise<Answer<z.infer<typeof GrantChanged>>> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const [post, settings] = await Promise.all([
    postOf(context, content.postId),
    settingsOf(services, controller),
  ]);
  if (settings.rights.approval === 'supervisorProposal') throw new Refusal(RIGHTS_REFUSALS.onlyByProposal);
  const { userId, user, powers } = newUser(context, post, content);
  const [findings, { restsOn, checks }] = await Promise.all([
    judged(context, asked, powers.powers),
    basisOf(context, asked),
  ]);
  const wrong = [...findings, ...judgeFirstDay(asked.range.from, today)];
  if (wrong.length > 0) throw new Refusal(RIGHTS_REFUSALS.notValid, { findings: wrong });
  const signed = commitmentOf(context, settings, userId, signedOn);

  const grantId = GrantId.parse(newId(services));
  const attestBy = nextAttestation(asked, today, settings.rights);
  const grant = Grant.parse({ grantId, ...asked, attestBy });
  const item: GrantItem = {
    ...userKeys.grant(controller, userId, grantId),
    entity: 'grant',
    ...created(now, actor.userId),
    userId,
    grant,
    course: { state: 'granted', decidedAt: now, decidedBy: actor.userId },
    ...(restsOn === undefined ? {} : { restsOn }),
  };
  return commit(context, {
    changes: [
      ...userChanges(controller, user),
      putPowers({ ...powers, powers: { ...powers.powers, grants: [grant] } }),
      { put: listed(item, post.post.unitId, controller), when: 'absent' },
      ...signed,
      asItStands(post),
      ...checks,
    ],
    line: {
      clients: [],
      resources: [
        { kind: 'user', id: userId, version: 1 },
        { kind: 'grant', id: grantId, version: 1 },
      ],
      dataGroups: ['accessRights'],
      changedFields: ['user', 'granted', ...(signed.length === 0 ? [] : ['commitment'])],
    },
    answer: { body: { userId, grantId, version: 1 }, version: 1 },
  });
}

function commitmentOf(
  context: ActContext,
  { rights, commitment }: Pick<ControllerSettings, 'rights' | 'commitment'>,
  userId: UserId,
  signedOn: LocalDate | undefined,
): Change[] {
  if (signedOn === undefined) {
    if (rights.requireCommitment) throw new Refusal(RIGHTS_REFUSALS.noCommitment);
    return [];
  }
  const findings = judgeSigning(signedOn, context.today);
  if (findings.length > 0) throw new Refusal(RIGHTS_REFUSALS.commitmentNotValid, { findings });
  const commitmentId = CommitmentId.parse(newId(context.services));
  return [{ put: newCommitment(context, userId, { commitmentId, signedOn, ...commitment }), when: 'absent' }];
}
