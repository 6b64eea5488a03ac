import type { Assessment } from '../../shared/domain/assessments/model.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { loadClosedCase } from '../../shared/domain/cases/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { helsinkiDateOf, type LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/**
 * The case in which an assessment was made, or was not, active or closed.
 * @throws Refusal `request.notFound`.
 */
export async function caseOf(
  context: ClientContext,
  { clientId, caseId }: Pick<Assessment, 'clientId' | 'caseId'>,
): Promise<CaseHead> {
  const active = context.file.cases.find((item) => item.caseId === caseId);
  const found = active ?? (await loadClosedCase(context, clientId, caseId));
  if (found === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** Not before the matter whose time it met had arrived, nor after its case was closed. */
export function boundsOf(
  { today }: ClientContext,
  { openedAt, closedOn }: CaseHead,
  met: readonly Deadline[],
): { from: LocalDate; until: LocalDate } {
  const opened = helsinkiDateOf(openedAt);
  const from = met.reduce((day, { startedOn }) => (startedOn > day ? startedOn : day), opened);
  return { from, until: closedOn !== undefined && closedOn < today ? closedOn : today };
}
