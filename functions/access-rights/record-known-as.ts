import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { blindIndex } from '../../shared/crypto/blind-index.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { loadUser } from '../../shared/domain/access-rights/store.ts';
import { comparedAddress } from '../../shared/domain/clients/compared-address.ts';
import { Address } from '../../shared/domain/clients/model.ts';
import { type KnownAs, loadKnownAs } from '../../shared/domain/signs/known-as.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { PersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { changed, created } from '../../shared/table/item.ts';
import { userKeys } from '../../shared/table/keys.ts';

export const RecordKnownAs = z
  .strictObject({
    personalIdentityCode: PersonalIdentityCode.optional(),
    address: Address.pick({ street: true, postalCode: true }).required().optional(),
  })
  .meta({ id: 'RecordKnownAs' });

export const KnownAsRecorded = z
  .strictObject({ userId: UserId, version: z.int() })
  .meta({ id: 'KnownAsRecorded' });

/**
 * Records what the employer knows of a user, so that the run over the access log sees a file of the user's own, or one
 * of the same address. Only keyed hashes are stored, and nothing is read back; what is not given is no longer on record.
 */
export async function recordKnownAs(
  context: ActContext,
  {
    params: { userId },
    body: { personalIdentityCode, address },
  }: { params: { userId: UserId }; body: z.infer<typeof RecordKnownAs> },
): Promise<Answer<z.infer<typeof KnownAsRecorded>>> {
  const { services, actor, now } = context;
  const { controller } = actor;
  if (userId === actor.userId) throw new Refusal(RIGHTS_REFUSALS.own);
  const [index, before] = await Promise.all([
    blindIndex(services, controller),
    loadKnownAs(context, userId),
    loadUser(context, userId),
  ]);
  const [addressText] = address === undefined ? [] : comparedAddress(address);
  const put: KnownAs = {
    ...userKeys.knownAs(controller, userId),
    entity: 'knownAs',
    ...(before === undefined ? created(now, actor.userId) : changed(before, now, actor.userId)),
    userId,
    ...(personalIdentityCode === undefined ? {} : { identityMac: index.identityCode(personalIdentityCode) }),
    ...(addressText === undefined ? {} : { addressHash: index.address(addressText) }),
  };
  return commit(context, {
    changes: [{ put, when: before === undefined ? 'absent' : { version: before.version } }],
    line: {
      clients: [],
      resources: [{ kind: 'user', id: userId }],
      dataGroups: ['accessRights'],
      changedFields: ['knownAs'],
    },
    answer: { body: { userId, version: put.version } },
  });
}
