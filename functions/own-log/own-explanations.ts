import * as z from 'zod';
import type { Answer, Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { type MisuseCase, MisuseView, SealedLines } from '../../shared/domain/log-requests/misuse.ts';
import { loadMisuse, openExplanation, openSuspicion } from '../../shared/domain/log-requests/misuse-store.ts';
import { asksForOneself, ReasonWords } from '../../shared/domain/log-requests/model.ts';
import { openMisuse } from '../../shared/domain/log-requests/open-misuse.ts';
import { EventId, MisuseId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const AskExplanation = z
  .strictObject({
    /** Lines of the client's own log. */
    eventIds: z.array(EventId).max(50).default([]),
    /** Older ones, by the place that the extract says each has in the sealed log. */
    sealed: SealedLines.default([]),
    words: ReasonWords,
  })
  .refine(({ eventIds, sealed }) => eventIds.length + sealed.length > 0, {
    message: 'a line is named',
    path: ['eventIds'],
  })
  .meta({ id: 'AskExplanation' });
export const ExplanationAsked = z
  .strictObject({ misuseId: MisuseId, dueOn: LocalDate })
  .meta({ id: 'ExplanationAsked' });

/** The client asks why these lines were written, and whether that was lawful. */
export function askExplanation(
  context: ClientContext,
  { body: { eventIds, sealed, words } }: { body: z.infer<typeof AskExplanation> },
): Promise<Answer<z.infer<typeof ExplanationAsked>>> {
  return openMisuse(context, context.file.head, {
    origin: 'client',
    channel: 'citizen',
    asker: 'client',
    receivedOn: context.today,
    suspected: { userIds: [], eventIds, sealed },
    words,
  });
}

export const OwnExplanation = z
  .strictObject({
    misuseId: MisuseId,
    state: z.enum(['open', 'answered']),
    receivedOn: LocalDate,
    dueOn: LocalDate,
    eventIds: z.array(EventId),
    sealed: SealedLines,
    words: ReasonWords,
    answeredOn: LocalDate.optional(),
    view: MisuseView.optional(),
    /** The grounds of the use, and the controller's reasoned view. */
    grounds: ReasonWords.optional(),
    reasons: ReasonWords.optional(),
  })
  .meta({ id: 'OwnExplanation' });

/** What I asked to be explained, and the controller's answer. What the worker said in the hearing is not told here. */
export async function readOwnExplanation(
  context: ClientContext,
  { params: { misuseId } }: { params: { misuseId: MisuseId } },
): Promise<Reading<z.infer<typeof OwnExplanation>>> {
  const { clientId } = context.file.head;
  const misuse = await loadMisuse(context, clientId, misuseId);
  // What the controller's own supervision began is told to the client by the controller, and what a guardian asked to be
  // explained is told to the guardian.
  if (misuse?.origin !== 'client' || !asksForOneself(misuse.asker))
    throw new Refusal(COMMON_REFUSALS.notFound);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'misuseCase', id: misuseId, client: clientId, version: misuse.version }],
      dataGroups: ['accessLog'],
    },
    body: () => ownView(context, misuse),
  };
}

async function ownView(context: ClientContext, misuse: MisuseCase): Promise<z.infer<typeof OwnExplanation>> {
  const ring = ringOf(context);
  const [said, answer] = await Promise.all([openSuspicion(ring, misuse), openExplanation(ring, misuse)]);
  const { misuseId, state, receivedOn, dueOn, suspected, answeredOn, view } = misuse;
  return {
    misuseId,
    state,
    receivedOn,
    dueOn,
    eventIds: suspected.eventIds,
    sealed: suspected.sealed ?? [],
    words: said.words,
    ...(answeredOn === undefined ? {} : { answeredOn }),
    ...(view === undefined ? {} : { view }),
    ...(answer === undefined ? {} : { grounds: answer.grounds, reasons: answer.view }),
  };
}
