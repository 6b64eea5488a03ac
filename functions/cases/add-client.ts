import * as z from 'zod';
import { otherFile } from '../../shared/access/other-file.ts';
import type { Answer } from '../../shared/act.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { MOST_CLIENTS } from '../../shared/domain/cases/model.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { mayHaveCase } from '../../shared/domain/cases/rules.ts';
import { indexedCase, sealCase } from '../../shared/domain/cases/store.ts';
import { joinCase } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { commitCase, contentOf } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import type { CaseChanged, OfCase } from './one-case.ts';

export const AddClient = z.strictObject({ addedClientId: ClientId }).meta({ id: 'AddClient' });

/**
 * Takes a further client into a case, which is shared from then on (yhteinen asia). The worker has a tie to both;
 * the case's own key is wrapped for the newcomer too, so that nothing of it is sealed anew.
 */
export async function addClient(
  context: ClientContext,
  { body, ...of }: OfCase & { body: z.infer<typeof AddClient> },
): Promise<Answer<CaseChanged>> {
  const { services, actor, now } = context;
  const heads = await findHeads(context, of);
  const [own] = heads;
  const { addedClientId } = body;
  if (own.clients.includes(addedClientId)) throw new Refusal(CASE_REFUSALS.clientInCase);
  if (own.clients.length >= MOST_CLIENTS) throw new Refusal(CASE_REFUSALS.tooManyClients);
  const added = await otherFile(context, addedClientId);
  if (!mayHaveCase(added.head)) throw new Refusal(CASE_REFUSALS.noRelationship);

  const { caseId } = own;
  const after = heads.map((head) => joinCase(head, addedClientId, { now, by: actor.userId }));
  const [first] = after;
  if (first === undefined) throw new Error('A case has a client.');
  // What the case was counted as stays with the head that has it.
  const { countedAs: _, ...shared } = first;
  const ring = keyRing(services, actor.controller, added.keys);
  const caseKey = await ring.addCase(
    caseId,
    { now, userId: actor.userId },
    await ringOf(context).caseKey(caseId),
  );
  const key = clientKeys.activeCase(actor.controller, addedClientId, caseId);
  const joined: CaseHead = indexedCase(
    {
      ...shared,
      ...key,
      clientId: addedClientId,
      joinedAt: now,
      content: await sealCase(ring, caseId, { key, version: first.version }, await contentOf(context, heads)),
    },
    actor.controller,
  );
  return commitCase(context, heads, {
    after,
    joined: [joined],
    changes: [{ table: 'keys', put: caseKey, when: 'absent' }],
    fields: ['clients'],
  });
}
