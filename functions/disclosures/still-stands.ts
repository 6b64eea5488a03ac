import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { loadAnswering } from '../../shared/domain/clients/network/store.ts';
import { reportNamed } from '../../shared/domain/custody-reports/store.ts';
import { networkNow, noted, type Standing } from '../../shared/domain/decisions/standing-network.ts';
import type { DisclosureItem } from '../../shared/domain/disclosures/disclosure.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { loadPlan } from '../../shared/domain/plans/store.ts';
import { DocumentId } from '../../shared/kernel/id.ts';
import { clientKeys } from '../../shared/table/keys.ts';

/** A commit holds 25 items: beside these go the disclosure, a plan that is delivered, the line and the mark of a repeat. */
const MOST_CHECKS = 20;

/** A commit names an item once. Copies that were prepared before each piece was named once may name one twice. */
const once = <T extends { id: string }>(pieces: readonly T[]): T[] => [
  ...new Map(pieces.map((piece) => [piece.id, piece])).values(),
];

/**
 * What a sending rests on, noted before it is looked at and named in its commit: whatever of it moves meanwhile stops
 * the commit. Documents stand by their own versions. Entries, permits, bans, consents and relations move the mark of
 * the file, so that a copy may hold any number of entries. Of everybody else whose safety ban would count the head is
 * named: of the clients of shared documents all, for the gate lets no more be given at once than there is room for,
 * and of the network as many as there is room for beside them.
 */
export async function standingNow(
  context: ClientContext,
  prepared: NonNullable<DisclosureItem['prepared']>,
): Promise<Standing[]> {
  const { file, actor } = context;
  const { clientId } = file.head;
  const { pieces, ground } = prepared;
  const { mark, heads: ofNetwork } = await networkNow(context);
  const report = await reportNamed(context, clientId, ground);
  const plan =
    ground.kind === 'provision' && ground.planId !== undefined
      ? await loadPlan(context, clientId, ground.planId)
      : undefined;
  const others = [...new Set(pieces.flatMap(({ clients = [] }) => clients))].filter((id) => id !== clientId);
  const answering = await loadAnswering(context, others);
  const heads = new Map(
    [...answering.values(), ...ofNetwork]
      .filter((head) => head.clientId !== clientId)
      .map((head) => [head.clientId, head] as const),
  );
  const documents = once(pieces).flatMap(({ kind, id, version }): Standing[] =>
    kind === 'document'
      ? [{ check: clientKeys.document(actor.controller, clientId, DocumentId.parse(id)), when: { version } }]
      : [],
  );
  return [
    mark,
    ...[file.head, plan, report].filter((one) => one !== undefined).map(noted),
    ...documents,
    ...[...heads.values()].map(noted),
  ]
    .slice(0, MOST_CHECKS)
    .map((one) => ({ ...one, otherwise: DISCLOSURE_REFUSALS.changedMeanwhile }));
}
