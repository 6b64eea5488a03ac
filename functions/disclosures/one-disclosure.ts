import * as z from 'zod';
import type { Answer, LinePart } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { DisclosureItem, type Piece } from '../../shared/domain/disclosures/disclosure.ts';
import { DISCLOSURE_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { loadDisclosure } from '../../shared/domain/disclosures/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { DisclosureId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { OneClient } from './one-client.ts';

/** One request of one client: how it is named, found, answered for and logged. */

export const OneDisclosure = OneClient.extend({ disclosureId: DisclosureId });
export type OneDisclosure = z.infer<typeof OneDisclosure>;

export const DisclosureChanged = z
  .strictObject({ disclosureId: DisclosureId, version: z.int(), state: DisclosureItem.shape.state })
  .meta({ id: 'DisclosureChanged' });

/** @throws Refusal not found. */
export async function knownDisclosure(
  context: ClientContext,
  { disclosureId }: Pick<OneDisclosure, 'disclosureId'>,
): Promise<DisclosureItem> {
  const found = await loadDisclosure(context, context.file.head.clientId, disclosureId);
  if (found === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return found;
}

/** @throws Refusal where it is in another state, or has changed since it was read. */
export function expectState(
  item: DisclosureItem,
  states: readonly DisclosureItem['state'][],
  version: number,
): void {
  if (!states.includes(item.state)) throw new Refusal(DISCLOSURE_REFUSALS.wrongState);
  expectVersion(item, version);
}

export const lineOfDisclosure = (
  { clientId, disclosureId, version }: Pick<DisclosureItem, 'clientId' | 'disclosureId' | 'version'>,
  changedFields: readonly string[] = [],
): LinePart => ({
  clients: [clientId],
  resources: [{ kind: 'disclosure', id: disclosureId, client: clientId, version }],
  dataGroups: ['disclosures'],
  ...(changedFields.length === 0 ? {} : { changedFields }),
  reasonId: disclosureId,
});

/**
 * What of the file is in the copy: for the line of who made it, sent it or read it. A document that is about others too
 * is a thing of the file of each, so that each sees it in the own log.
 */
export function shownIn(
  { clients, resources, dataGroups }: LinePart,
  pieces: readonly Piece[],
  baseData: readonly unknown[],
): LinePart {
  const [client] = clients;
  const has = (kind: Piece['kind']): boolean => pieces.some((piece) => piece.kind === kind);
  return {
    clients: [...new Set([...clients, ...pieces.flatMap((piece) => piece.clients ?? [])])],
    resources: [
      ...resources,
      ...pieces.flatMap(({ kind, id, version, serviceTasks, clients: all = [client] }) =>
        all.map((one) => ({
          kind: kind === 'note' ? ('caseNote' as const) : ('document' as const),
          id,
          ...(one === undefined ? {} : { client: one }),
          version,
          serviceTasks,
        })),
      ),
    ],
    dataGroups: [
      ...dataGroups,
      'identity',
      ...(has('document') ? ['documents' as const] : []),
      ...(has('note') ? ['caseNotes' as const] : []),
      ...(baseData.length === 0 ? [] : ['baseData' as const]),
    ],
  };
}

export const answerOf = ({
  disclosureId,
  version,
  state,
}: DisclosureItem): Answer<z.infer<typeof DisclosureChanged>> => ({
  body: { disclosureId, version, state },
  version,
});
