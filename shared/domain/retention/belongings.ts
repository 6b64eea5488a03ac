import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { CaseId, ClientId, DocumentId, type MatterId } from '../../kernel/id.ts';
import { clientKeys, lookupKeys } from '../../table/keys.ts';
import { batchGet, query, queryAll } from '../../table/read.ts';
import { ClientHead } from '../clients/model.ts';
import { loadMatter } from '../intake/store.ts';
import { storeOf } from '../stores/register.ts';
import {
  besidesFileOfClient,
  caseOfItem,
  type FoundItem,
  fileOfClient,
  keysOfClient,
  keysOfMatter,
  matterOfRow,
  namesOfClient,
  RawOfClient,
  wholeMatter,
} from '../stores/walk.ts';
import type { Unit } from './model.ts';

/** What goes with a disposal unit, in an order in which it may be taken away and cut short: what names another goes last. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** Heads by which the rest is found again after a cut: they go when all else is gone. */
const LAST = new Set(['decision', 'attachment', 'matterOfClient', 'case', 'client']);

export async function* belongingsOf(where: Where, unit: Unit): AsyncGenerator<FoundItem> {
  if (unit.kind === 'case') {
    yield* ofCase(where, unit.clientId, unit.caseId);
  } else if (unit.kind === 'client') {
    for (const clientId of await everyFileOf(where, unit.clientId)) yield* belongingsOfFile(where, clientId);
  } else if (unit.kind === 'matter') {
    yield* ofMatter(where, unit.matterId);
  }
}

/** The client's file and those merged into it, whose last it is: the one that names the others comes at the end. */
export async function everyFileOf(where: Where, clientId: ClientId): Promise<ClientId[]> {
  const [head] = await batchGet(
    where.services.tables,
    where.actor.controller,
    'records',
    [clientKeys.head(where.actor.controller, clientId)],
    ClientHead,
  );
  const merged: ClientId[][] = await Promise.all(
    (head?.mergedFrom ?? []).map((one) => everyFileOf(where, one)),
  );
  return [...merged.flat(), clientId];
}

async function* ofCase(where: Where, clientId: ClientId, caseId: CaseId): AsyncGenerator<FoundItem> {
  const decisions = new Set<unknown>();
  const attachments = new Set<unknown>();
  const last: FoundItem[] = [];
  for await (const found of fileOfClient(where, clientId)) {
    const head = found.of ?? found.item;
    const { goesWith } = found.store;
    const isOfCase =
      (goesWith === 'case' && caseOfItem(head) === caseId) ||
      (goesWith === 'decision' && decisions.has(head['decisionId'])) ||
      (goesWith === 'attachment' && attachments.has(head['attachmentId']));
    // A copy that was disclosed ends with the first case that it tells of; that it was disclosed is kept as the log is.
    if (found.of !== undefined && isCopyOf(found.of, caseId)) yield found;
    if (!isOfCase) continue;
    if (head.entity === 'decision') decisions.add(head['decisionId']);
    if (head.entity === 'attachment') attachments.add(head['attachmentId']);
    if (found.of !== undefined && (await isShared(where, clientId, found.of))) continue;
    if (LAST.has(found.item.entity)) last.push(found);
    else yield found;
  }
  for (const found of inOrder(last)) {
    const matterId = matterOfRow(found);
    if (matterId !== undefined && !(await opensForAnother(where, matterId, clientId))) {
      yield* withoutRows(where, matterId);
    }
    yield found;
  }
}

const Prepared = z.looseObject({
  prepared: z.looseObject({ pieces: z.array(z.looseObject({ caseId: CaseId.optional() })) }),
});

const isCopyOf = (head: RawOfClient, caseId: CaseId): boolean =>
  head.entity === 'disclosure' &&
  Prepared.safeParse(head).data?.prepared.pieces.some((piece) => piece.caseId === caseId) === true;

/** Whether something of the unit was sealed under a key that stays: copies of tables and objects hold it while they last. */
export async function hasDisclosedCopy({ services, actor }: Where, unit: Unit): Promise<boolean> {
  if (unit.kind !== 'case') return false;
  const pk = clientKeys.partition(actor.controller, unit.clientId);
  const disclosed = await queryAll(
    services.tables,
    actor.controller,
    { table: 'records', pk, span: clientKeys.spans.disclosures },
    RawOfClient,
  );
  return disclosed.some((head) => isCopyOf(head, unit.caseId));
}

/** What goes with one file, without those merged into it. */
export async function* belongingsOfFile(where: Where, clientId: ClientId): AsyncGenerator<FoundItem> {
  const gate: FoundItem[] = [];
  for await (const found of besidesFileOfClient(where, clientId)) {
    if (found.item.entity === 'disposalGate') gate.push(found);
    else yield found;
  }
  yield* namesOfClient(where, clientId);
  const last: FoundItem[] = [];
  for await (const found of fileOfClient(where, clientId)) {
    if (found.of !== undefined && (await isShared(where, clientId, found.of))) continue;
    if (LAST.has(found.item.entity)) last.push(found);
    else yield found;
  }
  for (const found of inOrder(last)) {
    const matterId = matterOfRow(found);
    if (matterId !== undefined && !(await opensForAnother(where, matterId, clientId))) {
      yield* withoutRows(where, matterId);
    }
    yield found;
  }
  // While the head is there a hold may come, and has to find that it is too late.
  yield* gate;
}

const ORDER = [...LAST];
const inOrder = (found: readonly FoundItem[]): FoundItem[] =>
  found.toSorted((a, b) => ORDER.indexOf(a.item.entity) - ORDER.indexOf(b.item.entity));

/** The matter itself, the ways to it by code, and its rows in the files of its clients. */
async function* ofMatter(where: Where, matterId: MatterId): AsyncGenerator<FoundItem> {
  const head = await loadMatter(where, matterId);
  for (const { clientId } of head?.subjects ?? []) {
    if (clientId === undefined) continue;
    for await (const found of fileOfClient(where, clientId)) {
      if (matterOfRow(found) === matterId) yield found;
    }
  }
  yield* withoutRows(where, matterId);
}

async function* withoutRows(where: Where, matterId: MatterId): AsyncGenerator<FoundItem> {
  const { controller } = where.actor;
  const head = await loadMatter(where, matterId);
  for (const code of head?.codes ?? []) {
    const { pk, sk } = lookupKeys.matter(controller, code, matterId);
    const page = await query(
      where.services.tables,
      controller,
      { table: 'records', pk, span: { from: sk, to: sk } },
      RawOfClient,
    );
    for (const item of page.items) yield { store: storeOf(item.entity), table: 'records', item };
  }
  let itself: FoundItem | undefined;
  for await (const found of wholeMatter(where, matterId)) {
    if (found.item.entity === 'intakeMatter') itself = found;
    else yield found;
  }
  if (itself !== undefined) yield itself;
}

const OfSeveral = z.looseObject({ documentId: DocumentId, clients: z.array(ClientId).min(2) });

/** A content, of a superseded version too, that another client's file names stays until the last of them goes. */
async function isShared({ services, actor }: Where, clientId: ClientId, head: RawOfClient): Promise<boolean> {
  const document = OfSeveral.safeParse(head);
  if (!document.success) return false;
  const others = document.data.clients.filter((other) => other !== clientId);
  const found = await batchGet(
    services.tables,
    actor.controller,
    'records',
    others.map((other) => clientKeys.document(actor.controller, other, document.data.documentId)),
    RawOfClient,
  );
  return found.length > 0;
}

/** Whether the matter opens with the key of another client. */
async function opensForAnother(where: Where, matterId: MatterId, clientId: ClientId): Promise<boolean> {
  for await (const { item } of keysOfMatter(where, matterId)) {
    if (item.entity === 'matterKeyOfClient' && item['clientId'] !== clientId) return true;
  }
  return false;
}

/**
 * The keys that go with the unit. Of a case the client's wrapping of its key: a shared case opens for the others as long as
 * one of theirs is there. Of a client all keys of its cases, and its own last, so that a cut leaves nothing that has lost
 * what opens it and is not known to be.
 */
export async function* keysOfUnit(where: Where, unit: Unit): AsyncGenerator<RawOfClient> {
  if (unit.kind === 'matter') {
    for await (const { item } of keysOfMatter(where, unit.matterId)) yield item;
    return;
  }
  // What tells of no client is sealed under no key of its own.
  if (unit.kind === 'record') return;
  const files = unit.kind === 'client' ? await everyFileOf(where, unit.clientId) : [unit.clientId];
  for (const clientId of files) {
    for await (const found of fileOfClient(where, clientId)) {
      const matterId = matterOfRow(found);
      if (matterId === undefined) continue;
      if (unit.kind === 'case' && caseOfItem(found.item) !== unit.caseId) continue;
      yield* matterKeysFor(where, matterId, clientId);
    }
    let own: RawOfClient | undefined;
    for await (const { item } of keysOfClient(where, clientId)) {
      if (item.entity === 'clientKey') own = item;
      else if (unit.kind === 'client' || item['caseId'] === unit.caseId) yield item;
    }
    if (unit.kind === 'client' && own !== undefined) yield own;
  }
}

/** The client's way to a matter, and the matter's own key when it is the last. */
async function* matterKeysFor(
  where: Where,
  matterId: MatterId,
  clientId: ClientId,
): AsyncGenerator<RawOfClient> {
  const isLast = !(await opensForAnother(where, matterId, clientId));
  for await (const { item } of keysOfMatter(where, matterId)) {
    if (isLast || item['clientId'] === clientId) yield item;
  }
}
