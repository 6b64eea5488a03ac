import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { MinorsBan } from '../../shared/domain/disclosures/minors-ban.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { loadMinorsBan } from '../../shared/domain/disclosures/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId, MinorsBanId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { changed } from '../../shared/table/item.ts';
import type { MinorsBanChanged } from './record-minors-ban.ts';

export const LiftMinorsBan = z
  .strictObject({ because: z.enum(['minorAsked', 'judgedAnew']) })
  .meta({ id: 'LiftMinorsBan' });

/** The minor takes the ban back, or it is judged anew. From this moment it holds nothing. */
export async function liftMinorsBan(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: {
    params: { clientId: ClientId; banId: MinorsBanId };
    body: z.infer<typeof LiftMinorsBan>;
    version: number;
  },
): Promise<Answer<z.infer<typeof MinorsBanChanged>>> {
  const { actor, now, file } = context;
  const { clientId } = file.head;
  const ban = await loadMinorsBan(context, clientId, params.banId);
  if (ban === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (ban.state !== 'inForce') throw new Refusal(DISCLOSURE_REFUSALS.notInForce);
  expectVersion(ban, version);
  const { banId } = ban;
  const next: MinorsBan = {
    ...ban,
    ...changed(ban, now, actor.userId),
    state: 'lifted',
    lifted: { at: now, by: actor.userId, because: body.because },
  };
  return commit(context, {
    changes: [{ put: next, when: { version } }],
    line: {
      clients: [clientId],
      resources: [{ kind: 'minorsBan', id: banId, client: clientId, version: next.version }],
      dataGroups: ['disclosures'],
      changedFields: ['state'],
      reasonCode: body.because,
    },
    answer: { body: { banId, version: next.version, state: 'lifted' }, version: next.version },
  });
}
