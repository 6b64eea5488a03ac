import type * as z from 'zod';
import { hasSpecialRight } from '../../shared/access/actor.ts';
import { findDocument } from '../../shared/access/find-document.ts';
import { findNote } from '../../shared/access/find-note.ts';
import type { NoteHead } from '../../shared/domain/case-notes/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import {
  type DisclosureItem,
  type GivenPiece,
  type Ground,
  type Piece,
  type PreparedContent,
  type preparedFacts,
} from '../../shared/domain/disclosures/disclosure.ts';
import { isRepresentative } from '../../shared/domain/disclosures/judge-declaration.ts';
import type { Gate } from '../../shared/domain/disclosures/may-disclose.ts';
import type { Datum } from '../../shared/domain/disclosures/scope.ts';
import { loadDeclarations, loadMinorsBans, openDeclaration } from '../../shared/domain/disclosures/store.ts';
import { openAsked } from '../../shared/domain/disclosures/texts.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { expectNotLimited } from '../../shared/domain/limited.ts';
import { knownGiver } from './known-giver.ts';

export type PreparedFacts = z.infer<z.ZodObject<typeof preparedFacts>>;

/** What was asked to be given, found and not yet opened. */
export type Found = {
  documents: { document: DocumentHead; isBanned: boolean }[];
  notes: NoteHead[];
  /** A client of what is given is under a safety ban. */
  isBanned: boolean;
  pieces: Piece[];
};

/** @throws Refusal not found for what the worker's task does not cover: nobody gives on what is not theirs to read. */
export async function foundPieces(
  context: ClientContext,
  wanted: readonly z.infer<typeof GivenPiece>[],
): Promise<Found> {
  const [documents, notes] = await Promise.all([
    Promise.all(wanted.flatMap((one) => (one.kind === 'document' ? [findDocument(context, one.id)] : []))),
    Promise.all(wanted.flatMap((one) => (one.kind === 'note' ? [findNote(context, one.id)] : []))),
  ]);
  for (const head of [...documents.map(({ document }) => document), ...notes]) expectNotLimited(head);
  return {
    documents,
    notes,
    isBanned: hasSafetyBan(context.file.head, context.today) || documents.some(({ isBanned }) => isBanned),
    pieces: [
      ...documents.map(({ document: { documentId, version, serviceTasks } }) => ({
        kind: 'document' as const,
        id: documentId,
        version,
        serviceTasks,
      })),
      ...notes.map(({ noteId, version, serviceTasks }) => ({
        kind: 'note' as const,
        id: noteId,
        version,
        serviceTasks,
      })),
    ],
  };
}

/** Nobody's dwelling goes into a copy under a safety ban, unless it is said that the task needs an address. */
export const hidesDwellings = (
  { isBanned }: Pick<Found, 'isBanned'>,
  { addresses }: Pick<PreparedFacts, 'addresses'>,
): boolean => isBanned && !addresses;

/** All that the gate looks at, read anew: what the client has withdrawn since is seen. */
export async function gateOf(
  context: ClientContext,
  item: DisclosureItem,
  { facts, found, said }: { facts: PreparedFacts; found: Found; said: PreparedContent },
): Promise<Gate> {
  const { file, services, actor, today } = context;
  const { clientId } = file.head;
  const ring = ringOf(context);
  const { relationId } = item;
  const [asked, giver, declarations, minorsBans, settings] = await Promise.all([
    openAsked(ring, item),
    relationId === undefined
      ? undefined
      : knownGiver(context, { by: 'representative', relationId, because: 'cannotAssess' }),
    loadDeclarations(context, clientId),
    loadMinorsBans(context, clientId),
    settingsOf(services, actor.controller),
  ]);
  const resting = restingOn(facts.ground, declarations);
  const data: Datum[] = [
    ...found.pieces,
    ...(facts.baseData.length === 0 ? [] : [{ kind: 'baseData' as const }]),
  ];
  return {
    request: { ...item, requesterName: asked.name },
    ground: facts.ground,
    rests:
      resting === undefined ? undefined : { item: resting, content: await openDeclaration(ring, resting) },
    data,
    isDead: file.head.diedOn !== undefined,
    represents: giver !== undefined && isRepresentative(giver, today),
    isShared: found.documents.some(({ document }) => document.clients.length > 1),
    declarations,
    minorsBans,
    said,
    thirdPersons: facts.thirdPersons,
    addresses: facts.addresses,
    maySeeAddresses: hasSpecialRight(actor, 'seeProtectedAddresses'),
    article: facts.article,
    settings,
    today,
  };
}

const restingOn = <T extends { declarationId: string }>(
  ground: Ground,
  declarations: readonly T[],
): T | undefined =>
  ground.kind === 'provision'
    ? undefined
    : declarations.find(({ declarationId }) => declarationId === ground.declarationId);
