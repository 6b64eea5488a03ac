import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { CaseContent, CaseHead } from '../../shared/domain/cases/model.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { judgeChildren, judgeTasks } from '../../shared/domain/cases/rules.ts';
import { changeCase as changed } from '../../shared/domain/cases/transitions.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { commitCase, contentOf, resealed } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import type { CaseChanged, OfCase } from './one-case.ts';

export const ChangeCase = z
  .strictObject({
    name: CaseContent.shape.name.optional(),
    description: CaseContent.shape.description,
    childrenBorn: CaseContent.shape.childrenBorn,
    serviceTasks: CaseHead.shape.serviceTasks.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'something to change')
  .meta({ id: 'ChangeCase' });
type ChangeCase = z.infer<typeof ChangeCase>;

/** Changes what a case is called, its need and grounds, which children it is about, or its service tasks (703/2023 §§ 37, 41). */
export async function changeCase(
  context: ClientContext,
  { body, ...of }: OfCase & { body: ChangeCase },
): Promise<Answer<CaseChanged>> {
  const { serviceTasks, ...sealed } = body;
  const heads = await findHeads(context, of);
  refuseErrors(CASE_REFUSALS.notValid, [
    ...judgeTasks(serviceTasks ?? []),
    ...judgeChildren(sealed.childrenBorn, context.today),
  ]);
  const by = { now: context.now, by: context.actor.userId };
  const after = heads.map((head) => changed(head, serviceTasks === undefined ? {} : { serviceTasks }, by));
  const fields = Object.keys(body).toSorted();
  if (Object.keys(sealed).length === 0) return commitCase(context, heads, { after, fields });
  const content = CaseContent.parse({ ...(await contentOf(context, heads)), ...sealed });
  return commitCase(context, heads, { after: await resealed(context, after, content), fields });
}
