import type { ActContext, Change } from '../../act.ts';
import type { CaseId, MatterId } from '../../kernel/id.ts';
import { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf, LocalDate } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import { factsOfAnswered, factsOfCompletion, factsOfTalk } from '../deadlines/counted.ts';
import type { Deadline } from '../deadlines/model.ts';
import { beginAnew } from '../deadlines/move-deadline.ts';
import type { RuleKey } from '../deadlines/norms/norms.ts';

/** The times of the law that run from the arrival of a matter, or from the opening of its case, when it is put right. */

/** By when what a decision granted is carried out: three months, or one, from the matter's becoming pending (1301/2014 45 §). */
const CARRIED_OUT: readonly RuleKey[] = ['decisionCarriedOut', 'mentalHealthCarriedOut'];

type Arrived = { matterId: MatterId; was: Instant; is: Instant };

export type Followed = { before: Deadline; after: Deadline; changes: Change[] };

/** Those that began at the moment that stood there: a time that was begun later, or needs not be met, stays. */
export const followArrival = (
  context: Pick<ActContext, 'actor' | 'now'>,
  deadlines: readonly Deadline[],
  { matterId, was, is }: Arrived,
): Followed[] =>
  deadlines
    .filter(
      ({ subject, startedAt, state }) =>
        subject.kind === 'intake' && subject.id === matterId && startedAt === was && state !== 'cancelled',
    )
    .map((before) => moved(context, before, is));

/** Those of what was decided in the case that was opened at that moment. */
export function followOpening(
  context: Pick<ActContext, 'actor' | 'now'>,
  deadlines: readonly Deadline[],
  { caseId, was, is }: { caseId: CaseId; was: Instant; is: Instant },
): Followed[] {
  if (helsinkiDateOf(was) === helsinkiDateOf(is)) return [];
  return deadlines
    .filter(
      (one) =>
        one.caseId === caseId &&
        one.subject.kind === 'decision' &&
        CARRIED_OUT.includes(one.rule) &&
        one.startedOn === helsinkiDateOf(was) &&
        one.state !== 'cancelled',
    )
    .map((before) => moved(context, before, helsinkiDateOf(is)));
}

function moved(
  context: Pick<ActContext, 'actor' | 'now'>,
  before: Deadline,
  start: Instant | LocalDate,
): Followed {
  const { deadline, changes } = beginAnew(
    context,
    before,
    before.startedAt === undefined ? { on: LocalDate.parse(start) } : { at: Instant.parse(start) },
  );
  return { before, after: deadline, changes };
}

/**
 * What was counted of an answer, a talk or a request to complete: in time or late, and how many days after the application
 * arrived. Of whoever's file the time is in, whoever else the line of the correction names.
 */
export function factsThatFollow(followed: readonly Followed[]): Fact[] {
  const named = followed.filter(({ after }) => after.timesBegun !== undefined);
  const [before, after] = [named.map((one) => one.before), named.map((one) => one.after)];
  const counted = (of: readonly Deadline[]): Fact[] =>
    of.flatMap((one) => {
      const { endedOn: on, clientId } = one;
      const answered = on === undefined ? [] : of.filter(({ endedOn }) => endedOn !== undefined);
      return [
        ...(on === undefined ? [] : factsOfAnswered(answered, on)).filter(
          ({ about }) => about === nameOf(one),
        ),
        ...(on === undefined ? [] : factsOfTalk([one], on)),
        ...factsOfCompletion(one),
      ].map((fact) => (clientId === undefined ? fact : { ...fact, clientId }));
    });
  const again = counted(after);
  return counted(before).flatMap((fact, nth): Fact[] => {
    const other = again[nth];
    if (other === undefined) return [];
    return [{ ...fact, undoes: true }, other];
  });
}

const nameOf = ({ deadlineId, timesBegun }: Deadline): string => `${deadlineId}.${timesBegun ?? ''}`;
