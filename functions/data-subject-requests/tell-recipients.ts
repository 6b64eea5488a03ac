import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import type { SubjectRequest } from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { expectState, stepped } from '../../shared/domain/data-subject-requests/transitions.ts';
import { DisclosureItem } from '../../shared/domain/disclosures/disclosure.ts';
import { loadDisclosures } from '../../shared/domain/disclosures/store.ts';
import { DisclosureId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { LastKey } from '../../shared/table/read.ts';
import { commitStep } from './commit-step.ts';
import { knownRequest, lineOfRequest, type OneRequest, type SubjectRequestChanged } from './known-request.ts';

const ofTargets =
  ({ targets }: SubjectRequest) =>
  ({ state, prepared }: DisclosureItem): boolean =>
    state === 'sent' && (prepared?.pieces ?? []).some(({ id }) => targets.some((target) => target.id === id));

/** Whatever was disclosed of what a request is about. */
async function disclosedOf(context: ActContext, request: SubjectRequest): Promise<DisclosureItem[]> {
  const found: DisclosureItem[] = [];
  let after: LastKey | undefined;
  do {
    const page = await loadDisclosures(context, request.clientId, { limit: 50, after });
    found.push(...page.items.filter(ofTargets(request)));
    after = page.lastKey;
  } while (after !== undefined);
  return found;
}

export const Recipients = z
  .strictObject({
    recipients: z.array(
      z.strictObject({
        disclosureId: DisclosureId,
        requester: DisclosureItem.shape.requester,
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
  const disclosed = await disclosedOf(context, request);
  return {
    version: request.version,
    line: {
      ...lineOfRequest(request),
      resources: [
        ...lineOfRequest(request).resources,
        ...disclosed.map(({ disclosureId, clientId }) => ({
          kind: 'disclosure' as const,
          id: disclosureId,
          client: clientId,
        })),
      ],
    },
    body: () => ({
      recipients: disclosed.map(({ disclosureId, requester, sent }) => {
        const told = request.recipientsTold?.find((one) => one.disclosureId === disclosureId);
        return {
          disclosureId,
          requester,
          ...(sent === undefined ? {} : { sentOn: sent.on }),
          ...(told === undefined ? {} : { toldOn: told.toldOn }),
        };
      }),
    }),
  };
}

export const TellRecipients = z
  .strictObject({ disclosureIds: z.array(DisclosureId).min(1).max(50), toldOn: LocalDate })
  .meta({ id: 'TellRecipients' });

/** Recipients of what was wrong have been told. */
export async function tellRecipients(
  context: ActContext,
  { params, body, version }: { params: OneRequest; body: z.infer<typeof TellRecipients>; version: number },
): Promise<Answer<SubjectRequestChanged>> {
  const { actor, now, today } = context;
  const request = await knownRequest(context, params);
  expectState(request, ['decided', 'done'], version);
  const disclosed = await disclosedOf(context, request);
  const isKnown = body.disclosureIds.every((id) => disclosed.some((one) => one.disclosureId === id));
  if (!isKnown || body.toldOn > today) {
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notNow, { concerns: [request.clientId] });
  }
  const recipientsTold = [
    ...(request.recipientsTold ?? []).filter(
      ({ disclosureId }) => !body.disclosureIds.includes(disclosureId),
    ),
    ...body.disclosureIds.map((disclosureId) => ({ disclosureId, toldOn: body.toldOn, by: actor.userId })),
  ];
  const next = stepped(request, 'recipientsTold', { recipientsTold }, { now, userId: actor.userId });
  return commitStep(context, request, next, { changedFields: ['recipientsTold'] });
}
