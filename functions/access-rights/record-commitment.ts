import * as z from 'zod';
import { mustSupervise } from '../../shared/access/supervision.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { CommitmentItem } from '../../shared/domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { judgeSigning } from '../../shared/domain/access-rights/rules.ts';
import { loadUser } from '../../shared/domain/access-rights/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { CommitmentId, UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';

export const RecordCommitment = z.strictObject({ signedOn: LocalDate }).meta({ id: 'RecordCommitment' });

export const CommitmentRecorded = z
  .strictObject({ userId: UserId, commitmentId: CommitmentId })
  .meta({ id: 'CommitmentRecorded' });

/**
 * Puts on record that a user has signed the commitment, in the words the controller has today (C-45). Nobody
 * records one's own; where the controller asks for it (C-16), no right is given before.
 */
export async function recordCommitment(
  context: ActContext,
  {
    params: { userId },
    body: { signedOn },
  }: { params: { userId: UserId }; body: z.infer<typeof RecordCommitment> },
): Promise<Answer<z.infer<typeof CommitmentRecorded>>> {
  const { services, actor, today } = context;
  const [{ user }, { commitment }] = await Promise.all([
    loadUser(context, userId),
    settingsOf(services, actor.controller),
  ]);
  if (!actor.grants.some(({ role }) => role === 'mainUser')) mustSupervise(actor, user.unitId);
  if (userId === actor.userId) throw new Refusal(RIGHTS_REFUSALS.own);
  if (user.status === 'passive') throw new Refusal(RIGHTS_REFUSALS.passive);
  const findings = judgeSigning(signedOn, today);
  if (findings.length > 0) throw new Refusal(RIGHTS_REFUSALS.commitmentNotValid, { findings });
  const commitmentId = CommitmentId.parse(newId(services));
  const put = newCommitment(context, userId, { commitmentId, signedOn, ...commitment });
  return commit(context, {
    changes: [{ put, when: 'absent' }],
    line: {
      clients: [],
      resources: [
        { kind: 'user', id: userId },
        { kind: 'commitment', id: commitmentId, version: 1 },
      ],
      dataGroups: ['accessRights'],
      changedFields: ['commitment'],
    },
    answer: { body: { userId, commitmentId } },
  });
}

export const newCommitment = (
  { actor, now }: ActContext,
  userId: UserId,
  commitment: CommitmentItem['commitment'],
): CommitmentItem => ({
  ...userKeys.commitment(actor.controller, userId, commitment.commitmentId),
  entity: 'commitment',
  ...created(now, actor.userId),
  userId,
  commitment,
});
