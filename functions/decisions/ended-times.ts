import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { cancelDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import type { ServiceRow } from '../../shared/domain/decisions/service-model.ts';

/** The times of a decision that has ended run no longer: those of its measure, and of its copies. */
export function endedTimes(
  context: ClientContext,
  { decisionId }: Pick<DecisionHead, 'decisionId'>,
  rows: readonly Pick<ServiceRow, 'serviceId'>[],
  open: readonly Deadline[],
): Change[] {
  const ids: readonly string[] = [decisionId, ...rows.map(({ serviceId }) => serviceId)];
  return open
    .filter(
      ({ subject }) =>
        (subject.kind === 'decision' || subject.kind === 'serviceOfNotice') && ids.includes(subject.id),
    )
    .flatMap((deadline) => cancelDeadline(context, deadline, 'replaced').changes);
}
