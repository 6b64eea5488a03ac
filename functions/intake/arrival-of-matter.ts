import type { ActContext, Change } from '../../shared/act.ts';
import { factsThatFollow, followArrival } from '../../shared/domain/intake/arrival-times.ts';
import { arrivedAnew, factOfHandled, factOfReceipt } from '../../shared/domain/intake/counted.ts';
import { deadlinesOfMatter, endedDeadlinesOfMatter } from '../../shared/domain/intake/deadlines.ts';
import type { IntakeMatter } from '../../shared/domain/intake/model.ts';
import type { IntakeRecord } from '../../shared/domain/intake/record.ts';
import { helsinkiDateOf } from '../../shared/kernel/local-date.ts';
import type { Fact } from '../../shared/statistics-fact.ts';

/** What of a correction is put into the commit: the head is put with it. */
export type ArrivalPart = { matter: IntakeMatter; changes: Change[]; facts: Fact[] };

/** Once a matter, whoever it concerns: its own times, its receipt in the figures, and whoever is in no file. */
export async function arrivalOfMatter(
  context: ActContext,
  { before, after, record }: { before: IntakeMatter; after: IntakeMatter; record: IntakeRecord },
): Promise<ArrivalPart> {
  const { matterId, receivedAt: was } = before;
  const { receivedAt: is } = after;
  if (was === is) return { matter: after, changes: [], facts: [] };
  const [running, ended] = await Promise.all([
    deadlinesOfMatter(context, matterId),
    endedDeadlinesOfMatter(context, matterId),
  ]);
  const followed = followArrival(context, [...running, ...ended], { matterId, was, is });
  const times = { changes: followed.flatMap(({ changes }) => changes), facts: factsThatFollow(followed) };
  if (helsinkiDateOf(was) === helsinkiDateOf(is)) return { matter: after, ...times };
  const applied = arrivedAnew({ matter: before, record }, after);
  const { counted } = before;
  if (counted === undefined)
    return { matter: applied.matter, changes: times.changes, facts: [...times.facts, ...applied.facts] };
  const matter = { ...applied.matter, counted: { ...counted, times: counted.times + 1 } };
  return {
    matter,
    changes: times.changes,
    facts: [
      { ...factOfReceipt(before), undoes: true },
      factOfReceipt(matter),
      ...applied.facts,
      ...ofNobody(before).map((fact): Fact => ({ ...fact, undoes: true })),
      ...ofNobody(matter),
      ...times.facts,
    ],
  };
}

/** What was handled for whoever could not be found out: there is no file in which it would be put right. */
const ofNobody = (matter: IntakeMatter): Fact[] =>
  matter.subjects.flatMap(({ subjectId, clientId, handled }) =>
    clientId !== undefined || handled === undefined
      ? []
      : [factOfHandled(matter, { subjectId, on: helsinkiDateOf(handled.at), outcome: handled.outcome })],
  );
