import type { Answer } from '../../shared/act.ts';
import { loadOpenings, openingsChange } from '../../shared/domain/cases/openings.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { mayHaveCase } from '../../shared/domain/cases/rules.ts';
import { reopenCase as reopened } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitCase, contentOf, resealed } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import type { CaseChanged, OfCase } from './one-case.ts';

/**
 * Opens a closed case again, for all its clients: each has a relationship or an intake matter. It is back in the
 * active set, and its due month is gone.
 */
export async function reopenCase(context: ClientContext, of: OfCase): Promise<Answer<CaseChanged>> {
  const { services, actor, now, today, file } = context;
  const heads = await findHeads(context, of);
  const [{ caseId, unitId, serviceTasks }, ...others] = heads;
  const after = heads.map((head) => reopened(head, { now, by: actor.userId }));
  const [openings, clients] = await Promise.all([
    loadOpenings(context, caseId),
    loadHeads(
      services,
      actor.controller,
      others.map(({ clientId }) => clientId),
    ),
  ]);
  if (![file.head, ...clients].every(mayHaveCase)) throw new Refusal(CASE_REFUSALS.noRelationship);
  return commitCase(context, heads, {
    after: await resealed(context, after, await contentOf(context, heads)),
    changes: [openingsChange(context, caseId, openings, 'open')],
    fields: ['state', 'closedOn', 'closingGround'],
    facts: [{ kind: 'caseReopened', on: today, unitId, serviceTasks }],
  });
}
