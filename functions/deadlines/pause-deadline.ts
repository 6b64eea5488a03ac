import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { factsOfCompletion } from '../../shared/domain/deadlines/counted.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { meetDeadline, pauseDeadline as paused } from '../../shared/domain/deadlines/move-deadline.ts';
import { loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { mustFollow, mustHaveHappened } from './happened.ts';
import { type DeadlineChanged, findDeadline, type OfDeadline } from './one-deadline.ts';
import { resourceOf } from './worklist.ts';

/** `on`: when the ground that the rule names arose. `until`: by when what was asked for is expected, and looked at. */
export const PauseDeadline = z
  .strictObject({ on: LocalDate, until: LocalDate })
  .meta({ id: 'PauseDeadline' });
type PauseDeadline = z.infer<typeof PauseDeadline>;

/**
 * The time stands still on the ground that its rule names: of a decision on social assistance, an itemised request to
 * complete the application was given (1412/1997 § 14 a). That request was due in a time of its own, which it meets.
 */
export async function pauseDeadline(
  context: ClientContext,
  { params, version, body }: OfDeadline & { body: PauseDeadline },
): Promise<Answer<DeadlineChanged>> {
  const found = await findDeadline(context, params.deadlineId);
  expectVersion(found, version);
  mustHaveHappened(context, body);
  mustFollow(found, body);
  const { deadline, changes } = paused(context, found, body);
  const asked = found.rule === 'assistanceDecision' ? await completionAsked(context, found, body) : undefined;
  return commit(context, {
    changes: [...changes, ...(asked?.changes ?? [])],
    line: {
      clients: [params.clientId],
      resources: [deadline, ...(asked === undefined ? [] : [asked.deadline])].map(resourceOf),
      dataGroups: ['deadlines'],
      changedFields: ['state', 'pauses'],
    },
    facts: factsOfCompletion(deadline).slice(-1),
    answer: {
      body: { deadlineId: deadline.deadlineId, version: deadline.version },
      version: deadline.version,
    },
  });
}

/** The earliest of the case that had begun by then: a later application has its own. */
async function completionAsked(
  context: ClientContext,
  { clientId, caseId }: Deadline,
  { on }: PauseDeadline,
): Promise<{ deadline: Deadline; changes: Change[] } | undefined> {
  if (clientId === undefined) return undefined;
  const [waiting] = (await loadOpenDeadlines(context, clientId))
    .filter((one) => one.rule === 'assistanceCompletionAsked' && one.caseId === caseId && one.startedOn <= on)
    .toSorted((a, b) => (a.startedOn < b.startedOn ? -1 : 1));
  return waiting === undefined ? undefined : meetDeadline(context, waiting, { on });
}
