import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { CancelComing, cancelComing } from '../../shared/commit-cancelled.ts';
import type { AppointmentHead } from '../../shared/domain/appointments/model.ts';
import { endedPlans } from '../../shared/domain/cases/ended-plans.ts';
import { endedWith } from '../../shared/domain/cases/followers.ts';
import { goesOn, judgeKept } from '../../shared/domain/cases/goes-on.ts';
import { type CaseHead, ClosingGround, tasksEver } from '../../shared/domain/cases/model.ts';
import { loadOpenings, openingsChange } from '../../shared/domain/cases/openings.ts';
import { CASE_REFUSALS } from '../../shared/domain/cases/refusals.ts';
import { dueMonthOfCase, judgeDay } from '../../shared/domain/cases/rules.ts';
import { allTogether } from '../../shared/domain/cases/together.ts';
import { closeCase as closed } from '../../shared/domain/cases/transitions.ts';
import { type ClientContext, type ClientFile, loadClientFile } from '../../shared/domain/clients/file.ts';
import { DocumentId } from '../../shared/kernel/id.ts';
import { daysBetween, helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { commitCase, contentOf, resealed } from './commit-case.ts';
import { findHeads } from './find-case.ts';
import { CaseChanged, type OfCase } from './one-case.ts';
import { SummaryOfCase, summaryOfCase } from './summary-of-case.ts';

export const CloseCase = z
  .strictObject({
    closedOn: LocalDate,
    ground: ClosingGround,
    summary: SummaryOfCase.optional(),
    /** What is coming of the case is cancelled with it; left out, it keeps the case open. */
    appointments: CancelComing.optional(),
  })
  .meta({ id: 'CloseCase' });
type CloseCase = z.infer<typeof CloseCase>;

export const CaseClosed = CaseChanged.extend({
  /** The summary that was made final. */
  documentId: DocumentId.optional(),
}).meta({ id: 'CaseClosed' });
type CaseClosed = z.infer<typeof CaseClosed>;

/**
 * Closes a case with its ground (1301/2014 § 34), and with a summary where one was drafted. It leaves the active set in
 * the file of every client and ties nobody any more; the retention of its documents runs from here (703/2023 annex).
 * Its plans, its tasks and the times that bind somebody end with it, and its appointments where that is chosen; all
 * else is ended by who answers for it, before it (docs/decisions/0056, 0065).
 */
export async function closeCase(
  context: ClientContext,
  { body, ...of }: OfCase & { body: CloseCase },
): Promise<Answer<CaseClosed>> {
  const { today } = context;
  const heads = await findHeads(context, of);
  const [head] = heads;
  const { openedAt, unitId, serviceTasks } = head;
  const tasks = tasksEver(head);
  const after = await Promise.all(heads.map((one) => closedHead(context, one, body)));
  refuseErrors(CASE_REFUSALS.notValid, judgeDay(openedAt, body.closedOn, today, 'closedOn'));
  // Read before what is opened: whatever is opened after it moves it, and the case is not closed over it.
  const openings = await loadOpenings(context, head.caseId);
  const [{ kept, appointments, plans }, followers, content] = await Promise.all([
    goesOn(context, head),
    endedWith(context, head),
    contentOf(context, heads),
  ]);
  const findings = judgeKept(body.appointments === undefined ? kept : { ...kept, appointments: 0 });
  if (findings.length > 0) throw new Refusal(CASE_REFUSALS.goesOn, { findings, details: kept });
  const summary = body.summary && (await summaryOfCase(context, head, body.summary));
  const answer = await commitCase(context, heads, {
    after: await resealed(context, after, content),
    fields: ['state', 'closedOn', 'closingGround', ...(summary === undefined ? [] : ['document'])],
    followers,
    changes: [openingsChange(context, head.caseId, openings, 'closed')],
    // Earlier cases of disability services run from the closing of the last; of family law the sealed birth is asked.
    ...(tasks.some((task) => task === 'disability' || task === 'familyLaw')
      ? { events: [{ type: 'RetentionEventKnown', clientIds: heads.map(({ clientId }) => clientId) }] }
      : {}),
    ...(body.appointments === undefined
      ? {}
      : { ahead: cancelling(context, appointments, body.appointments) }),
    together: allTogether([
      endedPlans(context, plans, body.closedOn),
      ...(summary === undefined ? [] : [{ ...summary, dataGroups: ['documents' as const] }]),
    ]),
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
  if (summary === undefined) return answer;
  const { documentId } = summary.document;
  return { ...answer, body: { ...answer.body, findings: summary.findings, documentId } };
}

const cancelling =
  (context: ClientContext, appointments: readonly AppointmentHead[], said: z.infer<typeof CancelComing>) =>
  (check: Change): Promise<void> =>
    cancelComing(context, appointments, said, check);

/** The due month is each client's own: it may hang on the client's death or on the client's other cases. */
async function closedHead(context: ClientContext, head: CaseHead, body: CloseCase): Promise<CaseHead> {
  const { now, today, actor } = context;
  const file = await fileOf(context, head);
  const dueMonth = dueMonthOfCase(
    { ...head, closedOn: body.closedOn },
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
