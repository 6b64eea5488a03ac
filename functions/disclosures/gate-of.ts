import type * as z from 'zod';
import { hasSpecialRight } from '../../shared/access/actor.ts';
import { findDocument } from '../../shared/access/find-document.ts';
import { findNote } from '../../shared/access/find-note.ts';
import type { NoteHead } from '../../shared/domain/case-notes/model.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { BaseData } from '../../shared/domain/clients/model.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { reportNamed } from '../../shared/domain/custody-reports/store.ts';
import { bannedOf } from '../../shared/domain/decisions/banned-persons.ts';
import { knownPersons } from '../../shared/domain/decisions/known-persons.ts';
import {
  type DisclosureItem,
  type GivenPiece,
  type Ground,
  type Piece,
  type PreparedContent,
  type preparedFacts,
} from '../../shared/domain/disclosures/disclosure.ts';
import { isRepresentative } from '../../shared/domain/disclosures/judge-declaration.ts';
import { dataOf, type Gate } from '../../shared/domain/disclosures/may-disclose.ts';
import { loadDeclarations, loadMinorsBans, openDeclaration } from '../../shared/domain/disclosures/store.ts';
import { openAsked } from '../../shared/domain/disclosures/texts.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { expectNotLimited } from '../../shared/domain/limited.ts';
import { isActivationPlan } from '../../shared/domain/plans/kinds.ts';
import { loadPlan } from '../../shared/domain/plans/store.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { knownGiver } from './known-giver.ts';

export type PreparedFacts = z.infer<z.ZodObject<typeof preparedFacts>>;

/** What was asked to be given, found and not yet opened. */
export type Found = {
  documents: { document: DocumentHead; isBanned: boolean }[];
  notes: NoteHead[];
  /** A client of what is given, or somebody of the network, is under a safety ban. */
  isBanned: boolean;
  /** How those of the network who are can be reached, as this file knows it. */
  near: Pick<BaseData, 'addresses' | 'phones' | 'emails'>[];
  /** The own files of those of them who are clients. */
  nearClients: ClientId[];
  pieces: Piece[];
};

/** @throws Refusal not found for what the worker's task does not cover: nobody gives on what is not theirs to read. */
export async function foundPieces(
  context: ClientContext,
  wanted: readonly z.infer<typeof GivenPiece>[],
): Promise<Found> {
  const [documents, notes, near] = await Promise.all([
    Promise.all(wanted.flatMap((one) => (one.kind === 'document' ? [findDocument(context, one.id)] : []))),
    Promise.all(wanted.flatMap((one) => (one.kind === 'note' ? [findNote(context, one.id)] : []))),
    knownPersons(context).then(({ relations }) => bannedOf(context, relations)),
  ]);
  for (const head of [...documents.map(({ document }) => document), ...notes]) expectNotLimited(head);
  return {
    documents,
    notes,
    isBanned:
      near.length > 0 ||
      hasSafetyBan(context.file.head, context.today) ||
      documents.some(({ isBanned }) => isBanned),
    near: near.map(({ content }) => content.contacts),
    nearClients: near.flatMap(({ ownClientId }) => ownClientId ?? []),
    pieces: [
      ...documents.map(({ document: { documentId, version, serviceTasks, clients, caseId } }) => ({
        kind: 'document' as const,
        id: documentId,
        version,
        serviceTasks,
        ...(clients.length > 1 ? { clients } : {}),
        ...(caseId === undefined ? {} : { caseId }),
      })),
      ...notes.map(({ noteId, version, serviceTasks, caseId }) => ({
        kind: 'note' as const,
        id: noteId,
        version,
        serviceTasks,
        ...(caseId === undefined ? {} : { caseId }),
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
  const [asked, giver, declarations, minorsBans, settings, plan, report] = await Promise.all([
    openAsked(ring, item),
    relationId === undefined
      ? undefined
      : knownGiver(context, { by: 'representative', relationId, because: 'cannotAssess' }),
    loadDeclarations(context, clientId),
    loadMinorsBans(context, clientId),
    settingsOf(services, actor.controller),
    planOf(context, facts.ground, found),
    reportNamed(context, clientId, facts.ground),
  ]);
  const resting = restingOn(facts.ground, declarations);
  return {
    request: { ...item, requesterName: asked.name },
    ground: facts.ground,
    rests:
      resting === undefined ? undefined : { item: resting, content: await openDeclaration(ring, resting) },
    data: dataOf({ pieces: found.pieces, baseData: facts.baseData }),
    isDead: file.head.diedOn !== undefined,
    represents: giver !== undefined && isRepresentative(giver, today),
    plan,
    report:
      report === undefined
        ? undefined
        : {
            isReady: report.state === 'ready',
            isGiven: found.pieces.some(({ id }) => id === report.documentId),
          },
    sharedWith: new Set(found.pieces.flatMap(({ clients = [] }) => clients.filter((id) => id !== clientId)))
      .size,
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

/** The plan that an exchange names, and whether what is given is that plan and data of its case alone. */
async function planOf(
  context: ClientContext,
  ground: Ground,
  { documents, notes }: Pick<Found, 'documents' | 'notes'>,
): Promise<Gate['plan']> {
  if (ground.kind !== 'provision' || ground.planId === undefined) return undefined;
  const plan = await loadPlan(context, context.file.head.clientId, ground.planId);
  if (plan === undefined) return undefined;
  const { caseId, documentId } = plan;
  return {
    isActivationPlan: isActivationPlan(plan),
    isAllOfIt:
      notes.every((note) => note.caseId === caseId) &&
      documents.every(({ document }) => document.documentId === documentId || document.caseId === caseId),
  };
}
