import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type DisclosureItem, Sending } from '../../shared/domain/disclosures/disclosure.ts';
import { disclosureFinding } from '../../shared/domain/disclosures/disclosure-finding.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { recipientKindOf } from '../../shared/domain/disclosures/requesters.ts';
import { loadPlan, placedPlan } from '../../shared/domain/plans/store.ts';
import { deliverPlan } from '../../shared/domain/plans/transitions.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { changed } from '../../shared/table/item.ts';
import type { Key } from '../../shared/table/keys.ts';
import type { Disclosure } from '../../shared/trail/disclosure.ts';
import { Purpose } from '../../shared/trail/disclosure.ts';
import { againstItNow } from './look-again.ts';
import {
  answerOf,
  type DisclosureChanged,
  expectState,
  knownDisclosure,
  lineOfDisclosure,
  type OneDisclosure,
  shownIn,
} from './one-disclosure.ts';
import { standingNow } from './still-stands.ts';

export const SendDisclosure = z.strictObject({ way: Sending }).meta({ id: 'SendDisclosure' });

/**
 * The copy goes out. Everything is looked at once more, as it stands now: a consent that was withdrawn, a ban or a safety
 * ban that was set or a document that was corrected after the copy was made stops it, up to the commit itself, which
 * names what was looked at. The line is of the disclosure log, and the copy is kept as it was sent.
 */
export async function sendDisclosure(
  context: ClientContext,
  { params, body, version }: { params: OneDisclosure; body: z.infer<typeof SendDisclosure>; version: number },
): Promise<Answer<z.infer<typeof DisclosureChanged>>> {
  const { actor, now, today } = context;
  const item = await knownDisclosure(context, params);
  expectState(item, ['prepared'], version);
  const { prepared } = item;
  if (prepared === undefined) throw new Refusal(DISCLOSURE_REFUSALS.wrongState);
  const { pieces, baseData } = prepared;
  const standing = await standingNow(context, prepared);
  const against = await againstItNow(context, item);
  const isToRegister = body.way === 'employmentRegister';
  const delivered = isToRegister ? await planDelivered(context, item) : undefined;
  refuseErrors(DISCLOSURE_REFUSALS.notAllowed, [
    ...against,
    ...(isToRegister && delivered === undefined ? [disclosureFinding('planToRegister', '/body/way')] : []),
  ]);
  const next: DisclosureItem = {
    ...item,
    ...changed(item, now, actor.userId),
    state: 'sent',
    sent: { at: now, by: actor.userId, on: today, way: body.way },
  };
  const line = lineOfDisclosure(next, ['sent']);
  return commit(context, {
    changes: [
      { put: next, when: { version } },
      ...(delivered ?? []),
      ...standing.filter(({ check }) => !delivered?.some((one) => isOf(one, check))),
    ],
    line: { ...line, ...shownIn(line, pieces, baseData), disclosure: disclosed(next) },
    answer: answerOf(next),
  });
}

/** Whether a change writes the item itself: a commit touches an item once. */
const isOf = (change: Change, { pk, sk }: Key): boolean =>
  'put' in change && change.put.pk === pk && change.put.sk === sk;

/**
 * The activation plan that goes to the register of employment services, marked as delivered; undefined where what goes
 * is not the plan itself, or not to that authority.
 */
async function planDelivered(
  { actor, now, today, ...context }: ClientContext,
  { clientId, disclosureId, requester, prepared }: DisclosureItem,
): Promise<Change[] | undefined> {
  const ground = prepared?.ground;
  if (requester !== 'employmentAuthority' || ground?.kind !== 'provision' || ground.planId === undefined) {
    return undefined;
  }
  const plan = await loadPlan({ ...context, actor }, clientId, ground.planId);
  if (plan === undefined || !prepared?.pieces.some(({ id }) => id === plan.documentId)) return undefined;
  const delivered = { to: 'employmentRegister' as const, on: today, disclosureId };
  return placedPlan(actor.controller, plan, deliverPlan(plan, delivered, { now, by: actor.userId }));
}

function disclosed({
  clientId,
  disclosureId,
  requester,
  relationId,
  purpose,
  prepared,
  sent,
}: DisclosureItem): Disclosure {
  if (prepared === undefined || sent === undefined) throw new Error('What was not prepared is not sent.');
  const { ground, provision } = prepared;
  return {
    on: sent.on,
    client: clientId,
    recipient: { kind: recipientKindOf(requester), reference: relationId ?? disclosureId },
    purpose: Purpose.parse(purpose),
    ground:
      ground.kind === 'provision' && provision !== undefined
        ? { kind: 'provision', provision }
        : ground.kind === 'provision'
          ? { kind: 'recorded', reference: disclosureId }
          : { kind: ground.kind, reference: ground.declarationId },
  };
}
