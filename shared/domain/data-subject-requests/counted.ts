import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Fact } from '../../statistics-fact.ts';
import type { SubjectRequest } from './model.ts';

/** What requests of data subjects add to the figures: how many came, how they were decided, and whether in time. */
export const factOfReceived = ({ kind, receivedOn }: Pick<SubjectRequest, 'kind' | 'receivedOn'>): Fact => ({
  kind: 'subjectRequestReceived',
  on: receivedOn,
  code: kind,
});

const timesDecided = ({ steps }: SubjectRequest): number =>
  steps.filter(({ step }) => step === 'decided').length;

/** The decision of a request as it stands, if it has one. */
function factOfDecided(request: SubjectRequest): (Fact & { about: string }) | undefined {
  const { requestId, decision } = request;
  if (decision === undefined) return undefined;
  const about = `${requestId}.${timesDecided(request)}`;
  return { kind: 'subjectRequestDecided', on: decision.on, about, code: decision.outcome };
}

/** A decision that is made anew is counted in place of the one before. */
function decided(before: SubjectRequest, next: SubjectRequest): Fact[] {
  const fact = factOfDecided(next);
  if (fact === undefined || timesDecided(before) === timesDecided(next)) return [];
  const earlier = factOfDecided(before);
  return earlier === undefined ? [fact] : [{ ...earlier, undoes: true }, fact];
}

/** What a step of a request tells. It is answered when nothing of it is to be done any more. */
export function factsOfStep(before: SubjectRequest, next: SubjectRequest, today: LocalDate): Fact[] {
  const { kind: code, receivedOn, dueOn } = next;
  const ends = before.state !== next.state;
  return [
    ...(before.extension === undefined && next.extension !== undefined
      ? [{ kind: 'subjectRequestExtended', on: today, code } as const]
      : []),
    ...decided(before, next),
    ...(ends && next.state === 'done'
      ? [
          {
            kind: 'subjectRequestAnswered',
            on: today,
            code,
            days: Math.max(0, daysBetween(receivedOn, today)),
            inTime: today <= dueOn,
          } as const,
        ]
      : []),
    ...(ends && next.state === 'withdrawn'
      ? [{ kind: 'subjectRequestWithdrawn', on: today, code } as const]
      : []),
  ];
}
