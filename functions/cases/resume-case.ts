import type { Answer } from '../../shared/act.ts';
import { resumeCase as resumed } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { commitCase } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import type { CaseChanged, OfCase } from './one-case.ts';

/** Goes on with a suspended case. */
export async function resumeCase(context: ClientContext, of: OfCase): Promise<Answer<CaseChanged>> {
  const heads = await findHeads(context, of);
  const by = { now: context.now, by: context.actor.userId };
  return commitCase(context, heads, {
    after: heads.map((head) => resumed(head, by)),
    fields: ['state', 'suspendedOn'],
  });
}
