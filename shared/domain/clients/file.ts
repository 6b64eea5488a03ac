import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { CaseKeyItem, ClientKeyItem, type ClientKeyItems } from '../../crypto/key-ring.ts';
import type { ClientId, ControllerId } from '../../kernel/id.ts';
import type { Services, Tables } from '../../services.ts';
import { clientKeys, keyKeys } from '../../table/keys.ts';
import { type LastKey, query, queryAll } from '../../table/read.ts';
import { NoteHead } from '../case-notes/model.ts';
import { CaseHead } from '../cases/model.ts';
import type { ClientService } from '../services/model.ts';
import { ClientHead } from './model.ts';
import { ClientTie } from './tie.ts';

/**
 * What one round of reads brings of a client: head, active cases and, when asked, the latest notes, in one
 * descending query; beside it the keys. Still sealed: nothing is opened before authorisation.
 */
export type ClientFile = {
  head: ClientHead;
  /** Active cases: a closed one lies apart and gives nobody a tie. */
  cases: CaseHead[];
  /** What ties workers to the client for a time, such as an appointment. */
  ties: ClientTie[];
  notes: NoteHead[];
  /** Where older notes go on. */
  moreNotes?: LastKey;
  keys: ClientKeyItems;
  /** Services granted or given, where they decide on a grant of who asks. */
  given?: ClientService[];
};

const FileItem = z.discriminatedUnion('entity', [ClientHead, CaseHead, ClientTie, NoteHead]);
const KeyItem = z.discriminatedUnion('entity', [ClientKeyItem, CaseKeyItem]);

/** Head and cases are a handful; more active cases than this are read on in a further page. */
const HEADS = 4;

export async function loadClientFile(
  services: Services,
  controller: ControllerId,
  clientId: ClientId,
  notes = 0,
): Promise<ClientFile | undefined> {
  const [items, keys] = await Promise.all([
    loadItems(services.tables, controller, clientId, notes),
    loadClientKeys(services.tables, controller, clientId),
  ]);
  const head = items.found.find((item) => item.entity === 'client');
  if (head === undefined || keys === undefined) return undefined;
  const shown = items.found.filter((item) => item.entity === 'caseNote');
  return {
    head,
    cases: items.found.filter((item) => item.entity === 'case'),
    ties: items.found.filter((item) => item.entity === 'clientTie'),
    notes: shown,
    ...(items.more === undefined ? {} : { moreNotes: items.more }),
    keys,
  };
}

async function loadItems(
  tables: Tables,
  controller: ControllerId,
  clientId: ClientId,
  notes: number,
): Promise<{ found: z.infer<typeof FileItem>[]; more?: LastKey }> {
  const pk = clientKeys.partition(controller, clientId);
  if (notes === 0) {
    const span = clientKeys.spans.heads;
    return { found: await queryAll(tables, controller, { table: 'records', pk, span }, FileItem) };
  }
  const span = clientKeys.spans.file;
  const page = await query(
    tables,
    controller,
    { table: 'records', pk, span, descending: true, limit: HEADS + notes },
    FileItem,
  );
  // Authorisation needs every active case, so a client with very many is read on until the notes begin.
  if (page.lastKey === undefined || page.items.some((item) => item.entity === 'caseNote')) {
    return page.lastKey === undefined ? { found: page.items } : { found: page.items, more: page.lastKey };
  }
  const heads = await queryAll(
    tables,
    controller,
    { table: 'records', pk, span: clientKeys.spans.heads },
    FileItem,
  );
  return { found: heads, more: page.lastKey };
}

/** A client's own key and those of its cases: one query. */
export async function loadClientKeys(
  tables: Tables,
  controller: ControllerId,
  clientId: ClientId,
): Promise<ClientKeyItems | undefined> {
  const pk = keyKeys.client(controller, clientId);
  const items = await queryAll(tables, controller, { table: 'keys', pk }, KeyItem);
  const client = items.find((item) => item.entity === 'clientKey');
  if (client === undefined) return undefined;
  return { client, cases: items.filter((item) => item.entity === 'caseKey') };
}

/**
 * A context whose client was loaded and whose tie was verified. `remains`: the file into which this one was merged,
 * where the tie was verified to that one and this one is read through it (docs/decisions/0012).
 */
export type ClientContext = ActContext & { file: ClientFile; remains?: ClientFile };
