import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { revealing } from '../../shared/domain/decisions/rules/copies.ts';
import { DisclosedCopy } from '../../shared/domain/disclosures/copy.ts';
import { type DisclosureItem, GivenPiece } from '../../shared/domain/disclosures/disclosure.ts';
import { disclosureFinding } from '../../shared/domain/disclosures/disclosure-finding.ts';
import { mayDisclose } from '../../shared/domain/disclosures/may-disclose.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { openReasons } from '../../shared/domain/disclosures/texts.ts';
import { loadBody, openPieces } from '../../shared/domain/documents/body.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import type { Finding } from '../../shared/kernel/finding.ts';
import { Json } from '../../shared/kernel/json.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { baseOf } from './copy-of.ts';
import { type Found, foundPieces, gateOf, hidesDwellings } from './gate-of.ts';
import { protectedWords } from './protected-words.ts';

/**
 * A prepared copy is looked at once more, as everything stands now: a consent that was withdrawn, a ban or a safety ban
 * that was set, a document or the client's own data that were corrected after the copy was made. Asked when it is read,
 * printed and sent.
 * @throws Refusal not found for what the worker's task does not cover; `client.merged`.
 */
export async function againstItNow(context: ClientContext, item: DisclosureItem): Promise<Finding[]> {
  const { prepared } = item;
  refuseMerged(context.file.head);
  const said = await openReasons(ringOf(context), item);
  if (prepared === undefined || said === undefined) throw new Refusal(DISCLOSURE_REFUSALS.wrongState);
  const { pieces, ...facts } = prepared;
  const [copy, found] = await Promise.all([
    keptCopy(context, item),
    foundPieces(
      context,
      pieces.map(({ kind, id }) => GivenPiece.parse({ kind, id })),
    ),
  ]);
  const hides = hidesDwellings(found, facts);
  const isChanged =
    pieces.some(
      (piece) => !found.pieces.some(({ id, version }) => id === piece.id && version === piece.version),
    ) ||
    (copy !== undefined && (await isOutdated(context, copy, prepared)));
  // Made before a ban was set, the copy still says where somebody lives, in its places or in its words. And nothing that
  // is kept no more is sent.
  const isBare = hides && (!prepared.withoutDwellings || (await tellsInWords(context, copy, found)));
  const gate = await gateOf(context, item, { facts, found, said });
  return [
    ...mayDisclose(gate),
    ...(isChanged || isBare ? [disclosureFinding('changedSince', '/params/disclosureId')] : []),
  ];
}

async function keptCopy(
  context: ClientContext,
  { bodyId }: DisclosureItem,
): Promise<DisclosedCopy | undefined> {
  const body = bodyId === undefined ? undefined : await loadBody(context, bodyId);
  if (body === undefined || body.pieces.length === 0) return undefined;
  const { luovutus } = await openPieces(ringOf(context), body);
  return DisclosedCopy.parse(luovutus);
}

/** Whether the name or the base data that the copy has are not what the file says today. */
async function isOutdated(
  context: ClientContext,
  { client, baseData }: DisclosedCopy,
  { baseData: chosen, withoutDwellings: hides }: NonNullable<DisclosureItem['prepared']>,
): Promise<boolean> {
  const { data } = await openBase(ringOf(context), context.file.head);
  const today = baseOf(context, data, { baseData: chosen, hides });
  return canonicalJson(Json.parse({ client, baseData })) !== canonicalJson(Json.parse(today));
}

/** Whether the copy that is kept has words that would betray somebody today: another was put under a ban, or moved. */
async function tellsInWords(
  context: ClientContext,
  copy: DisclosedCopy | undefined,
  found: Found,
): Promise<boolean> {
  if (copy === undefined) return true;
  const words = await protectedWords(context, found);
  const { documents, notes } = copy;
  return [...documents, ...notes].some(({ content }) => revealing(Json.parse(content), [], words).length > 0);
}
