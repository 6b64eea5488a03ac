import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { ClientHead } from '../../shared/domain/clients/model.ts';
import { ownFileOf } from '../../shared/domain/clients/network/own-ban.ts';
import { loadAnswering } from '../../shared/domain/clients/network/store.ts';
import { knownPersons } from '../../shared/domain/decisions/known-persons.ts';
import type { DisclosureItem } from '../../shared/domain/disclosures/disclosure.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { loadPlan } from '../../shared/domain/plans/store.ts';
import { loadFileMark } from '../../shared/file-mark.ts';
import { type ClientId, DocumentId } from '../../shared/kernel/id.ts';
import { clientKeys, type Key } from '../../shared/table/keys.ts';

/** A commit holds 25 items: beside these go the disclosure, a plan that is delivered, the line and the mark of a repeat. */
const MOST_CHECKS = 20;

/** A commit names an item once. Copies that were prepared before each piece was named once may name one twice. */
const once = <T extends { id: string }>(pieces: readonly T[]): T[] => [
  ...new Map(pieces.map((piece) => [piece.id, piece])).values(),
];

export type Standing = Extract<Change, { check: Key }>;
type Noted = { check: Key; when: { version: number } | 'absent' };

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
  // First of all: a relation that is added after this moves it.
  const mark = await loadFileMark(context, clientId);
  const [{ relations }, plan] = await Promise.all([
    knownPersons(context),
    ground.kind === 'provision' && ground.planId !== undefined
      ? loadPlan(context, clientId, ground.planId)
      : undefined,
  ]);
  const others = [...new Set(pieces.flatMap(({ clients = [] }) => clients))].filter((id) => id !== clientId);
  const [answering, ...ofNetwork] = await Promise.all([
    loadAnswering(context, others),
    ...relations.map((relation) => ownFileOf(context, relation)),
  ]);
  const heads = new Map(
    [...answering.values(), ...ofNetwork].flatMap((head): [ClientId, ClientHead][] =>
      head === undefined || head.clientId === clientId ? [] : [[head.clientId, head]],
    ),
  );
  const documents = once(pieces).flatMap(({ kind, id, version }): Noted[] =>
    kind === 'document'
      ? [{ check: clientKeys.document(actor.controller, clientId, DocumentId.parse(id)), when: { version } }]
      : [],
  );
  return [
    mark,
    ...[file.head, ...(plan === undefined ? [] : [plan])].map(noted),
    ...documents,
    ...[...heads.values()].map(noted),
  ]
    .slice(0, MOST_CHECKS)
    .map((one) => ({ ...one, otherwise: DISCLOSURE_REFUSALS.changedMeanwhile }));
}

const noted = ({ pk, sk, version }: Key & { version: number }): Noted => ({
  check: { pk, sk },
  when: { version },
});
