import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { endedWith } from '../../shared/domain/cases/followers.ts';
import { type CaseHead, ClosingGround } from '../../shared/domain/cases/model.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { dueMonthOfCase, judgeDay } from '../../shared/domain/cases/rules.ts';
import { closeCase as closed } from '../../shared/domain/cases/transitions.ts';
import { type ClientContext, type ClientFile, loadClientFile } from '../../shared/domain/clients/file.ts';
import { daysBetween, helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { commitCase, contentOf, resealed } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import type { CaseChanged, OfCase } from './one-case.ts';

export const CloseCase = z
  .strictObject({ closedOn: LocalDate, ground: ClosingGround })
  .meta({ id: 'CloseCase' });
type CloseCase = z.infer<typeof CloseCase>;

/**
 * Closes a case with its ground (1301/2014 § 34). It leaves the active set in the file of every client and ties
 * nobody any more; the retention of its documents runs from here (703/2023 annex). What was to be done of it is not to be done any more.
 */
export async function closeCase(
  context: ClientContext,
  { body, ...of }: OfCase & { body: CloseCase },
): Promise<Answer<CaseChanged>> {
  const { today } = context;
  const heads = await findHeads(context, of);
  const [{ openedAt, unitId, serviceTasks }] = heads;
  const after = await Promise.all(heads.map((head) => closedHead(context, head, body)));
  refuseErrors(CASE_REFUSALS.notValid, judgeDay(openedAt, body.closedOn, today, 'closedOn'));
  return commitCase(context, heads, {
    after: await resealed(context, after, await contentOf(context, heads)),
    fields: ['state', 'closedOn', 'closingGround'],
    followers: await endedWith(context, heads[0]),
    facts: [
      {
        kind: 'caseClosed',
        on: body.closedOn,
        unitId,
        serviceTasks,
        code: body.ground,
        days: daysBetween(helsinkiDateOf(openedAt), body.closedOn),
      },
    ],
  });
}

/** The due month is each client's own: it may hang on the client's death or on the client's other cases. */
async function closedHead(context: ClientContext, head: CaseHead, body: CloseCase): Promise<CaseHead> {
  const { now, today, actor } = context;
  const file = await fileOf(context, head);
  const dueMonth = dueMonthOfCase(
    { serviceTasks: head.serviceTasks, closedOn: body.closedOn },
    {
      diedOn: file?.head.diedOn,
      activeCases: (file?.cases ?? []).filter(({ caseId }) => caseId !== head.caseId),
    },
    today,
  );
  return closed(head, { ...body, dueMonth }, { now, by: actor.userId });
}

/** Heads and keys of the other clients, sealed as they are: of these only days and service tasks are used. */
const fileOf = (
  { file, services, actor }: ClientContext,
  { clientId }: CaseHead,
): Promise<ClientFile | undefined> =>
  clientId === file.head.clientId
    ? Promise.resolve(file)
    : loadClientFile(services, actor.controller, clientId);
