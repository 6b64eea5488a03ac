import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { wrong } from '../../shared/domain/data-subject-requests/findings.ts';
import { MOST_TOLD, type SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { DisclosureItem } from '../../shared/domain/disclosures/disclosure.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import { DisclosureId, EventId } from '../../shared/kernel/id.ts';
import { helsinkiDateOf, LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { Disclosure } from '../../shared/trail/disclosure.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, lineOfRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';
import { disclosedOf } from './recipients-of.ts';

export const Recipients = z
  .strictObject({
    recipients: z.array(
      z.strictObject({
        /** A disclosure of its own; or the line of the disclosure log, of a print, a bundle, a copy or a package. */
        disclosureId: DisclosureId.optional(),
        eventId: EventId.optional(),
        requester: DisclosureItem.shape.requester.optional(),
        recipient: Disclosure.shape.recipient.optional(),
        sentOn: LocalDate.optional(),
        toldOn: LocalDate.optional(),
      }),
    ),
  })
  .meta({ id: 'RecipientsOfWrongData' });

/** To whom what a request is about was disclosed: each is told of a rectification, an erasure, a restriction (art. 19). */
export async function listRecipients(
  context: ActContext,
  { params }: { params: OneRequest },
): Promise<Reading<z.infer<typeof Recipients>>> {
  await knownClient(context, params.clientId);
  const request = await knownRequest(context, params);
  const { items, lines } = await disclosedOf(context, request);
  const told = request.recipientsTold ?? [];
  return {
    version: request.version,
    line: {
      ...lineOfRequest(request),
      clients: [request.clientId, ...items.map(({ clientId }) => clientId)],
      resources: [
        ...lineOfRequest(request).resources,
        ...items.map(({ disclosureId, clientId }) => ({
          kind: 'disclosure' as const,
          id: disclosureId,
          client: clientId,
        })),
      ],
    },
    body: () => ({
      recipients: [
        ...items.map(({ disclosureId, requester, sent }) => ({
          disclosureId,
          requester,
          ...(sent === undefined ? {} : { sentOn: sent.on }),
          ...toldOn(told.find((one) => one.disclosureId === disclosureId)),
        })),
        ...lines.map(({ eventId, disclosure }) => ({
          eventId,
          ...(disclosure === undefined ? {} : { recipient: disclosure.recipient, sentOn: disclosure.on }),
          ...toldOn(told.find((one) => one.eventId === eventId)),
        })),
      ],
    }),
  };
}

const toldOn = (told: { toldOn: LocalDate } | undefined): { toldOn?: LocalDate } =>
  told === undefined ? {} : { toldOn: told.toldOn };

export const TellRecipients = z
  .strictObject({
    disclosureIds: z.array(DisclosureId).max(50).default([]),
    eventIds: z.array(EventId).max(50).default([]),
    toldOn: LocalDate,
  })
  .refine(({ disclosureIds, eventIds }) => disclosureIds.length + eventIds.length > 0, {
    message: 'somebody who was told',
    path: ['disclosureIds'],
  })
  .meta({ id: 'TellRecipients' });

/** Recipients of what was wrong have been told. */
export async function tellRecipients(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof TellRecipients>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['decided', 'done'], version);
  const { items, lines } = await disclosedOf(context, request);
  const disclosureIds = new Set(body.disclosureIds);
  const eventIds = new Set(body.eventIds);
  const isKnown =
    items.filter(({ disclosureId }) => disclosureIds.has(disclosureId)).length === disclosureIds.size &&
    lines.filter(({ eventId }) => eventIds.has(eventId)).length === eventIds.size;
  const by = { toldOn: body.toldOn, by: actor.userId };
  const recipientsTold = [
    ...(request.recipientsTold ?? []).filter(
      ({ disclosureId, eventId }) =>
        !(disclosureId !== undefined && disclosureIds.has(disclosureId)) &&
        !(eventId !== undefined && eventIds.has(eventId)),
    ),
    ...[...disclosureIds].map((disclosureId) => ({ disclosureId, ...by })),
    ...[...eventIds].map((eventId) => ({ eventId, ...by })),
  ];
  const findings = judgeTold(request, body.toldOn, today);
  if (findings.length > 0) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns: [request.clientId] });
  }
  if (!isKnown || recipientsTold.length > MOST_TOLD) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns: [request.clientId] });
  }
  const next = stepped(request, 'recipientsTold', { recipientsTold }, { now, userId: actor.userId });
  return commitStep(context, request, next, { changedFields: ['recipientsTold'] });
}

/** Of what was done, and since it was: the day of the first correction, removal or restriction is the earliest (art. 19). */
function judgeTold({ carriedOut }: SubjectRequest, day: LocalDate, today: LocalDate): Finding[] {
  const first = carriedOut.find(({ what }) => what !== 'statement');
  if (first !== undefined && day >= helsinkiDateOf(first.at) && day <= today) return [];
  return [
    wrong('recipientsToldSince', '/toldOn', '(EU) 2016/679 19 art.', {
      fi: 'Vastaanottajille kerrotaan siitä, mikä on oikaistu, poistettu tai rajoitettu: aikaisintaan sinä päivänä, viimeistään tänään.',
      sv: 'Mottagarna underrättas om vad som har rättats, raderats eller begränsats: tidigast samma dag, senast i dag.',
      en: 'Recipients are told of what was rectified, erased or restricted: on that day at the earliest, today at the latest.',
    }),
  ];
}
