import { visibleContent, withoutDwellings } from '../../access/visible-content.ts';
import type { ConcernedId } from '../../kernel/id.ts';
import { Json } from '../../kernel/json.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import type { ClientContext } from '../clients/file.ts';
import { hasSafetyBan } from '../clients/rules.ts';
import { ringOf } from '../clients/store.ts';
import { loadBody, openFinal } from '../documents/body.ts';
import { definitionOfDocument } from '../documents/definitions.ts';
import { DocumentContent, type DocumentHead } from '../documents/model.ts';
import { loadDocument } from '../documents/store.ts';
import { expectNotLimited } from '../limited.ts';
import { bannedOf, contactWords } from './banned-persons.ts';
import type { Concerned } from './concerned-model.ts';
import { type KnownPersons, knownPersons } from './known-persons.ts';
import type { DecisionHead } from './model.ts';
import { DECISION_REFUSALS } from './refusals.ts';
import { redacted, revealing } from './rules/copies.ts';
import { openDecision } from './store.ts';

/** One recipient's copy of a decision. */
export type Copy = {
  document: DocumentHead;
  /** What goes to the recipient. */
  content: DocumentContent;
  /** The whole, for the official who chooses what to hide. */
  whole: DocumentContent;
  hidden: string[];
  /** Hidden by itself, because somebody else in the matter is under a safety ban. */
  hiddenByBan: string[];
  /** Where a protected address still stands in words: such a copy is not sent. */
  revealing: string[];
};

/**
 * The decision as this recipient's copy has it: without what the official has hidden from this recipient and, where
 * somebody else in the matter is under a safety ban, without every private person's dwelling and contacts.
 * @throws Refusal `decision.notConcerned`; `request.notFound` before the decision has a document; `processing.limited`.
 */
export async function redactedFor(
  context: ClientContext,
  head: DecisionHead,
  concernedId: ConcernedId,
): Promise<Copy> {
  const one = head.concerned.find((each) => each.concernedId === concernedId);
  if (one === undefined) throw new Refusal(DECISION_REFUSALS.notConcerned);
  if (head.documentId === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const document = await loadDocument(context, head.clientId, head.documentId);
  if (document?.bodyId === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectNotLimited(document);
  const ring = ringOf(context);
  const [{ definition }, body, decision, known] = await Promise.all([
    definitionOfDocument(context.services, document.definitionOid),
    loadBody(context, document.bodyId),
    openDecision(ring, head),
    knownPersons(context),
  ]);
  const { content: whole } = await openFinal(ring, body);
  const words = await wordsOfBanned(context, known, one);
  const hiddenByBan = words === undefined ? [] : withoutDwellings(definition, whole).hidden;
  const chosen = decision.copies.find((copy) => copy.concernedId === concernedId)?.hidden ?? [];
  const hidden = [...new Set([...chosen, ...hiddenByBan])];
  const { content } = visibleContent(
    context.actor,
    definition,
    DocumentContent.parse(redacted(Json.parse(whole), hidden)),
    hasSafetyBan(context.file.head, context.today),
  );
  return {
    document,
    content,
    whole,
    hidden,
    hiddenByBan,
    revealing: revealing(Json.parse(whole), hidden, words ?? []),
  };
}

/**
 * Streets, numbers and mail of those in the matter, other than the recipient, who are under a safety ban today;
 * undefined where there are none. Of one who is a client of the own, what this file knows: another's stays sealed.
 */
async function wordsOfBanned(
  context: ClientContext,
  known: KnownPersons,
  recipient: Concerned,
): Promise<string[] | undefined> {
  const near = await bannedOf(
    context,
    known.relations.filter(({ relationId }) => relationId !== recipient.relationId),
  );
  const isClientHidden = hasSafetyBan(context.file.head, context.today) && recipient.relationId !== undefined;
  const banned = [...(isClientHidden ? [known.client] : []), ...near.map(({ content }) => content.contacts)];
  return banned.length === 0 ? undefined : banned.flatMap(contactWords);
}
