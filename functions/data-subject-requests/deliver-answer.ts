import * as z from 'zod';
import { hasSpecialRight } from '../../shared/access/actor.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { isDelivered } from '../../shared/domain/data-subject-requests/judge-decision.ts';
import { DeliveryMode, type SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import type { InspectionPackage } from '../../shared/domain/data-subject-requests/package/model.ts';
import { loadPackage } from '../../shared/domain/data-subject-requests/package/store.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import { helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { Disclosure } from '../../shared/trail/disclosure.ts';
import { commitStep } from './commit-step.ts';
import { expectGivable } from './expect-givable.ts';
import { knownRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

export const DeliverAnswer = z
  .strictObject({
    on: LocalDate,
    mode: DeliveryMode,
    /** Where an occasion on site was kept: a room, an office. */
    place: z.string().trim().min(1).max(200).optional(),
  })
  .meta({ id: 'DeliverAnswer' });

/**
 * The data are given: read on site, or as a copy. Not before the identity is known (L-10.8), and by whom the decision
 * names (L-10.10). What goes to anybody but the client is a line of the disclosure log.
 */
export async function deliverAnswer(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof DeliverAnswer>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['decided'], version);
  const concerns = [request.clientId];
  if (!isDelivered(request)) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns });
  const deliverer = request.decision?.delivery?.deliverer;
  const isNamed = deliverer === actor.userId;
  if (!isNamed && (deliverer !== undefined || !hasSpecialRight(actor, 'handleDataRequests'))) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.otherDelivers, { concerns });
  }
  const head = await loadPackage(context, request.clientId, request.requestId);
  await expectGivable(context, request, head);
  const findings = judgeDelivered(request, head, body, today);
  if (findings.length > 0) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });
  const by = { userId: actor.userId, name: actor.name, post: actor.postTitle };
  const next = stepped(
    request,
    'delivered',
    { state: 'done', delivered: { ...body, by } },
    { now, userId: actor.userId },
  );
  const disclosure = disclosureOf(request, body.on);
  return commitStep(context, request, next, {
    changedFields: ['delivered'],
    ...(disclosure === undefined ? {} : { disclosure }),
  });
}

/** Given since the package was released, and in the way that was decided (L-10.9, C-25). */
function judgeDelivered(
  { decision }: SubjectRequest,
  head: InspectionPackage | undefined,
  { on, mode }: z.infer<typeof DeliverAnswer>,
  today: LocalDate,
): Finding[] {
  const findings: Finding[] = [];
  if (on > today || (head?.releasedAt !== undefined && on < helsinkiDateOf(head.releasedAt))) {
    findings.push(
      wrong('deliveredSince', '/on', '(EU) 2016/679 12 art.', {
        fi: 'Tiedot on annettu vapauttamispäivänä tai sen jälkeen, viimeistään tänään.',
        sv: 'Uppgifterna har lämnats ut den dag då de frigavs eller senare, senast i dag.',
        en: 'The data were given on the day of the release or after it, today at the latest.',
      }),
    );
  }
  if (mode !== decision?.delivery?.mode) {
    findings.push(
      wrong('deliveredAsDecided', '/mode', 'C-25', {
        fi: 'Tiedot annetaan sillä tavalla, joka on ratkaistu: muusta tavasta ratkaistaan ensin uudelleen.',
        sv: 'Uppgifterna lämnas ut på det sätt som har avgjorts: ett annat sätt avgörs först på nytt.',
        en: 'The data are given in the way that was decided: another way is decided first.',
      }),
    );
  }
  return findings;
}

/** Nothing is disclosed to the client oneself: the own data are the client's. */
function disclosureOf(
  { asker, kind, clientId, requestId }: SubjectRequest,
  on: LocalDate,
): Disclosure | undefined {
  if (asker === 'client' || asker === 'minor') return undefined;
  const provision =
    kind === 'deceasedData' ? '703/2023 52 §' : kind === 'partyDocuments' ? '621/1999 11 §' : undefined;
  return {
    on,
    client: clientId,
    recipient: {
      kind: asker === 'party' ? 'party' : asker === 'applicant' ? 'other' : 'representative',
      reference: requestId,
    },
    purpose: asker === 'party' ? 'partyAccess' : 'asRecorded',
    ground:
      provision === undefined ? { kind: 'recorded', reference: requestId } : { kind: 'provision', provision },
  };
}
