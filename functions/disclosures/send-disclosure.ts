import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { revealing } from '../../shared/domain/decisions/rules/copies.ts';
import { DisclosedCopy } from '../../shared/domain/disclosures/copy.ts';
import { type DisclosureItem, GivenPiece, Sending } from '../../shared/domain/disclosures/disclosure.ts';
import { disclosureFinding } from '../../shared/domain/disclosures/disclosure-finding.ts';
import { mayDisclose } from '../../shared/domain/disclosures/may-disclose.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { recipientKindOf } from '../../shared/domain/disclosures/requesters.ts';
import { openReasons } from '../../shared/domain/disclosures/texts.ts';
import { loadBody, openPieces } from '../../shared/domain/documents/body.ts';
import { loadPlan, placedPlan } from '../../shared/domain/plans/store.ts';
import { deliverPlan } from '../../shared/domain/plans/transitions.ts';
import { Json } from '../../shared/kernel/json.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { changed } from '../../shared/table/item.ts';
import type { Disclosure } from '../../shared/trail/disclosure.ts';
import { Purpose } from '../../shared/trail/disclosure.ts';
import { type Found, foundPieces, gateOf, hidesDwellings } from './gate-of.ts';
import {
  answerOf,
  type DisclosureChanged,
  expectState,
  knownDisclosure,
  lineOfDisclosure,
  type OneDisclosure,
  shownIn,
} from './one-disclosure.ts';
import { protectedWords } from './protected-words.ts';

export const SendDisclosure = z.strictObject({ way: Sending }).meta({ id: 'SendDisclosure' });

/**
 * The copy goes out. Everything is looked at once more, as it stands now: a consent that was withdrawn, a ban or a safety
 * ban that was set or a document that was corrected after the copy was made stops it. The line is of the disclosure log,
 * and the copy is kept as it was sent.
 */
export async function sendDisclosure(
  context: ClientContext,
  { params, body, version }: { params: OneDisclosure; body: z.infer<typeof SendDisclosure>; version: number },
): Promise<Answer<z.infer<typeof DisclosureChanged>>> {
  const { actor, now, today } = context;
  const item = await knownDisclosure(context, params);
  expectState(item, ['prepared'], version);
  const { prepared } = item;
  const said = await openReasons(ringOf(context), item);
  if (prepared === undefined || said === undefined) throw new Refusal(DISCLOSURE_REFUSALS.wrongState);
  const { pieces, ...facts } = prepared;
  const found = await foundPieces(
    context,
    pieces.map(({ kind, id }) => GivenPiece.parse({ kind, id })),
  );
  const isChanged = pieces.some(
    (piece) => !found.pieces.some(({ id, version: now_ }) => id === piece.id && now_ === piece.version),
  );
  // Made before a ban was set, the copy still says where somebody lives, in its places or in its words.
  const isBare =
    hidesDwellings(found, facts) &&
    (!prepared.withoutDwellings || (await tellsInWords(context, { item, found })));
  const gate = await gateOf(context, item, { facts, found, said });
  const isToRegister = body.way === 'employmentRegister';
  const delivered = isToRegister ? await planDelivered(context, item) : undefined;
  refuseErrors(DISCLOSURE_REFUSALS.notAllowed, [
    ...mayDisclose(gate),
    ...(isToRegister && delivered === undefined ? [disclosureFinding('planToRegister', '/body/way')] : []),
    ...(isChanged || isBare ? [disclosureFinding('changedSince', '/params/disclosureId')] : []),
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
      // Withdrawn, or put under a safety ban, between the look and the sending: looked at again.
      ...[context.file.head, ...(gate.rests === undefined ? [] : [gate.rests.item])].map(
        (check): Change => ({
          check,
          when: { version: check.version },
          otherwise: COMMON_REFUSALS.conflict,
        }),
      ),
    ],
    line: { ...line, ...shownIn(line, pieces, facts.baseData), disclosure: disclosed(next) },
    answer: answerOf(next),
  });
}

/** Whether the copy that is kept has words that would betray somebody today: another was put under a ban, or moved. */
async function tellsInWords(
  context: ClientContext,
  { item: { bodyId }, found }: { item: DisclosureItem; found: Found },
): Promise<boolean> {
  if (bodyId === undefined) return false;
  const [words, body] = await Promise.all([protectedWords(context, found), loadBody(context, bodyId)]);
  // Nothing that is kept no more is sent.
  if (body.pieces.length === 0) return true;
  const { luovutus } = await openPieces(ringOf(context), body);
  const { documents, notes } = DisclosedCopy.parse(luovutus);
  return [...documents, ...notes].some(({ content }) => revealing(Json.parse(content), [], words).length > 0);
}

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
