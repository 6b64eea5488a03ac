import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { extendedTo, mostMonths } from '../../shared/domain/data-subject-requests/clock.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { sealExtension } from '../../shared/domain/data-subject-requests/store.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { ReasonWords } from '../../shared/domain/log-requests/model.ts';
import { ringOfAsker } from '../../shared/domain/log-requests/store.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

export const ExtendTime = z
  .strictObject({
    months: z.int().min(1).max(2),
    /** The day on which the asker was told, with these reasons. */
    toldOn: LocalDate,
    /** How complex the request is, and how many there are (art. 12(3)); or the work of 621/1999 § 14. */
    reasons: ReasonWords,
  })
  .meta({ id: 'ExtendTime' });

/** The time goes on once, told with its reasons within the first time (K-14.5, K-14.6). */
export async function extendTime(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof ExtendTime>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { services, actor, now, today } = context;
  const [request, { dataSubjectRequests }] = await Promise.all([
    knownRequest(context, params),
    settingsOf(services, actor.controller),
  ]);
  expectState(request, ['open'], version);
  const concerns = [request.clientId];
  const { months, toldOn, reasons } = body;
  const most = mostMonths(request.kind, dataSubjectRequests.deadline.extensionMonths);
  const dueOn = extendedTo(request.kind, request.receivedOn, months);
  if (request.extension !== undefined || today > request.firstDueOn) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.timeOver, { concerns });
  }
  if (dueOn === undefined || months > most || toldOn > today || toldOn < request.receivedOn) {
    const findings = [
      wrong('extensionAllowed', '/months', '(EU) 2016/679 12 art. 3 kohta; 621/1999 14 §', {
        fi: `Määräaikaa jatketaan enintään ${most} kuukaudella, ja jatkosta on kerrottu pyytäjälle.`,
        sv: `Tidsfristen förlängs med högst ${most} månader, och den begärande har underrättats om det.`,
        en: `The time is extended by ${most} months at most, and the asker has been told of it.`,
      }),
    ];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  }
  const words = await sealExtension(await ringOfAsker(context, request.clientId), request, reasons);
  const next = stepped(
    request,
    'extended',
    { dueOn, extension: { toldOn, by: actor.userId, months, words } },
    { now, userId: actor.userId },
  );
  return commitStep(context, request, next, { changedFields: ['dueOn'] });
}
