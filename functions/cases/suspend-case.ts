import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { judgeDay } from '../../shared/domain/cases/rules.ts';
import { suspendCase as suspended } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { commitCase } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import type { CaseChanged, OfCase } from './one-case.ts';

export const SuspendCase = z.strictObject({ suspendedOn: LocalDate }).meta({ id: 'SuspendCase' });

/** Suspends the handling of a case. It stays active: in the work at hand, and a tie to its workers. */
export async function suspendCase(
  context: ClientContext,
  { body, ...of }: OfCase & { body: z.infer<typeof SuspendCase> },
): Promise<Answer<CaseChanged>> {
  const heads = await findHeads(context, of);
  const by = { now: context.now, by: context.actor.userId };
  const after = heads.map((head) => suspended(head, body.suspendedOn, by));
  refuseErrors(
    CASE_REFUSALS.notValid,
    judgeDay(heads[0].openedAt, body.suspendedOn, context.today, 'suspendedOn'),
  );
  return commitCase(context, heads, { after, fields: ['state', 'suspendedOn'] });
}
