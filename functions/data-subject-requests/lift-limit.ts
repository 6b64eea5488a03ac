import * as z from 'zod';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import {
  type FoundTarget,
  headsOfOthers,
  limitedTarget,
} from '../../shared/domain/data-subject-requests/targets.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';
import { lineOfTargets, targetsOf } from './known-targets.ts';

export const LiftLimit = z
  .strictObject({
    /** The day on which the client was told that the restriction is lifted: before it is (art. 18(3)). */
    toldOn: LocalDate,
  })
  .meta({ id: 'LiftProcessingLimit' });

/** The restriction is over, and the client was told of it before. */
export async function liftLimit(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof LiftLimit>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['done'], version);
  const { clientId } = request;
  const concerns = [clientId];
  const marked = request.carriedOut.filter(({ what }) => what === 'restricted');
  // Marked in two files of one person, it is looked for once.
  const limited = [...new Map(marked.map(({ target }) => [target.id, target])).values()];
  if (limited.length === 0 || request.lifted !== undefined) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  }
  const findings = judgeTold(request, body.toldOn, today);
  if (findings.length > 0) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  const by = { now, userId: actor.userId };
  // A merge that was undone since has taken files away from the person; what was marked in them is marked still.
  const markedIn = marked.flatMap(({ clientId: file }) => file ?? []);
  const found = await targetsOf(context, clientId, limited, markedIn);
  const lifted = { on: today, toldOn: body.toldOn, by: actor.userId };
  const next = stepped(request, 'lifted', { lifted }, by);
  const changes = await withoutLimit(context, request, found, by);
  const line = { ...lineOfTargets(next, found), changedFields: ['limited'] };
  return commitStep(context, request, next, line, changes);
}

/** Told while it was restricted: the day of the restriction is the first, the day of the lifting the last (art. 18(3)). */
function judgeTold({ carriedOut }: SubjectRequest, toldOn: LocalDate, today: LocalDate): Finding[] {
  const since = carriedOut.find(({ what }) => what === 'restricted');
  if (since === undefined || (toldOn >= helsinkiDateOf(since.at) && toldOn <= today)) return [];
  return [
    wrong('toldBeforeLifted', '/toldOn', '(EU) 2016/679 18 art. 3 kohta', {
      fi: 'Asiakkaalle kerrotaan rajoituksen poistamisesta ennen poistamista: aikaisintaan rajoituspäivänä ja viimeistään tänään.',
      sv: 'Klienten underrättas innan begränsningen upphör: tidigast den dag då behandlingen begränsades och senast i dag.',
      en: 'The client is told before the restriction is lifted: on the day of the restriction at the earliest, today at the latest.',
    }),
  ];
}

/**
 * The marks of one restriction taken away. A document that another of its clients has had restricted too stays kept only
 * in all files, until that restriction is lifted as well.
 */
async function withoutLimit(
  context: ActContext,
  { requestId }: SubjectRequest,
  found: readonly FoundTarget[],
  by: { now: Instant; userId: string },
): Promise<Change[]> {
  const own = found.filter(({ head }) => head.limited?.requestId === requestId);
  const others = await headsOfOthers(context, own);
  const stands = (head: DocumentHead): boolean => head.limited?.requestId !== undefined;
  const standing = (id: string): DocumentHead | undefined =>
    others.find((head) => head.documentId === id && stands(head));
  return [
    ...own.map((one) => {
      const since = standing(one.target.id)?.limited?.since;
      return limitedTarget(one, since === undefined ? undefined : { since }, by);
    }),
    ...others.flatMap((head): Change[] => {
      if (standing(head.documentId) === undefined) return [limitedTarget({ head }, undefined, by)];
      // What the marks that are left rest on is not lifted at the same moment.
      return stands(head) ? [{ check: head, when: { version: head.version } }] : [];
    }),
  ];
}
