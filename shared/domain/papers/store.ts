import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import { controllerRing } from '../../crypto/controller-ring.ts';
import type { KeyRing } from '../../crypto/key-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { CaseId, ClientId, FolderId, PaperId, UnitId } from '../../kernel/id.ts';
import { outOfIndexes } from '../../table/item.ts';
import { clientKeys, folderKeys, indexKeys, type Key } from '../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query } from '../../table/read.ts';
import { type AskedOfClasses, readByClasses } from '../class-pages.ts';
import type { DocumentClass } from '../documents/document-class.ts';
import { classAttributes, placesOfKept } from '../kept-class.ts';
import { SECRECY_MARK } from '../secrecy.ts';
import type { MarkSpecial } from '../special-categories.ts';
import { Paper, PaperContent, PaperFolder } from './model.ts';
import { FolderView, PaperView } from './view.ts';

/** What is stored of paper and how it is found. No rule lives here. */

type Where = Pick<ActContext, 'services' | 'actor'>;
type Asked = { limit: number; after?: LastKey | undefined };
const paged = ({ limit, after }: Asked) => ({ limit, ...(after === undefined ? {} : { after }) });

export const sealPaper = (
  ring: KeyRing,
  caseId: CaseId | undefined,
  key: Key,
  title: string,
): Promise<Sealed> => ring.seal(caseId, recordPlace(key, 'content'), 1, { title });

export const sealLabel = ({ services, actor }: Where, key: Key, label: string): Promise<Sealed> =>
  controllerRing(services, actor.controller).seal(recordPlace(key, 'label'), 1, label);

export async function viewOfFolder({ services, actor }: Where, folder: PaperFolder): Promise<FolderView> {
  const ring = controllerRing(services, actor.controller);
  const { folderId, unitId, clientId, place, locked, takers, version } = folder;
  return {
    folderId,
    unitId,
    ...(clientId === undefined ? {} : { clientId }),
    place,
    locked,
    takers,
    version,
    label: await ring.open(folder.label, recordPlace(folder, 'label'), z.string()),
  };
}

const SHOWN = PaperView.omit({ title: true, secrecy: true, specialCategories: true }).keyof().options;

export async function viewOfPaper(ring: KeyRing, paper: Paper, special: MarkSpecial): Promise<PaperView> {
  const { title } = await ring.open(paper.content, recordPlace(paper, 'content'), PaperContent);
  const shown = Object.fromEntries(
    SHOWN.map((field) => [field, paper[field]]).filter(([, value]) => value !== undefined),
  );
  return PaperView.parse({ ...shown, title, secrecy: SECRECY_MARK, ...special(paper) });
}

/** In the classes of its file; of what still stands in a folder a row of that folder too. What is gone stands in none. */
export async function indexedPaper(where: Where, paper: Paper): Promise<Paper> {
  const rest = outOfIndexes(paper);
  const isGone = paper.state === 'archived' || paper.state === 'destroyed';
  return {
    ...rest,
    ...(await classAttributes(where, 'paper', paper, indexKeys.keptInClass(paper.paperId))),
    ...(isGone
      ? {}
      : {
          g2pk: indexKeys.papersOfFolder(where.actor.controller, paper.folderId),
          g2sk: indexKeys.paperInFolder(paper.paperId, paper.clientId),
        }),
  };
}

export const loadFolder = (
  { services, actor }: Where,
  unitId: UnitId,
  folderId: FolderId,
): Promise<PaperFolder | undefined> =>
  getItem(
    services.tables,
    actor.controller,
    'records',
    folderKeys.folder(actor.controller, unitId, folderId),
    PaperFolder,
  );

/** The folders of a unit, the latest first. */
export const foldersOf = (
  { services, actor }: Where,
  unitId: UnitId,
  asked: Asked,
): Promise<Page<PaperFolder>> =>
  query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: folderKeys.partition(actor.controller, unitId),
      span: folderKeys.spans.folders,
      descending: true,
      ...paged(asked),
    },
    PaperFolder,
  );

export const loadPaper = (
  { services, actor }: Where,
  clientId: ClientId,
  paperId: PaperId,
): Promise<Paper | undefined> =>
  getItem(
    services.tables,
    actor.controller,
    'records',
    clientKeys.paper(actor.controller, clientId, paperId),
    Paper,
  );

type PageOfPapers = Omit<AskedOfClasses<Paper, PaperId>, 'places'> & {
  clientId: ClientId;
  all: boolean;
  classes: readonly DocumentClass[];
};

/** A page of a client's papers, the latest filed first, and where the next one begins. */
export async function papersOfClient(
  where: Where,
  asked: PageOfPapers,
): Promise<{ items: Paper[]; next?: PaperId }> {
  const { controller } = where.actor;
  return readByClasses(
    where,
    {
      schema: Paper,
      idOf: ({ paperId }) => paperId,
      keyOf: (paperId) => clientKeys.paper(controller, asked.clientId, paperId),
      span: clientKeys.spans.papers,
      inIndex: indexKeys.keptInClass,
    },
    { ...asked, places: await placesOfKept(where, 'paper', asked) },
  );
}

/** What stands in a folder: rows of the index, then the papers themselves, for an index gives no permission. */
export async function papersOfFolder(
  { services, actor }: Where,
  folderId: FolderId,
  asked: Asked,
): Promise<Page<Paper>> {
  const { controller } = actor;
  const rows = await query(
    services.tables,
    controller,
    { table: 'records', index: 'gsi2', pk: indexKeys.papersOfFolder(controller, folderId), ...paged(asked) },
    Paper,
  );
  const keys = rows.items.map(({ clientId, paperId }) => clientKeys.paper(controller, clientId, paperId));
  const found = keys.length === 0 ? [] : await batchGet(services.tables, controller, 'records', keys, Paper);
  const items = found
    .filter((paper) => paper.folderId === folderId)
    .toSorted((a, b) => (a.paperId < b.paperId ? -1 : 1));
  return rows.lastKey === undefined ? { items } : { items, lastKey: rows.lastKey };
}
