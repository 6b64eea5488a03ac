import * as z from 'zod';
import { PAPER_ACTIONS } from '../../shared/access/actions/papers.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { FolderPlace } from '../../shared/domain/papers/model.ts';
import { PAPER_REFUSALS } from '../../shared/domain/papers/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { FolderId, UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { changeFolder } from './change-folder.ts';
import { FolderPapers, listFolder } from './list-folder.ts';
import { FolderPage, listFolders } from './list-folders.ts';
import { FolderChanged, OpenFolder, openFolder } from './open-folder.ts';

const OfUnit = z.strictObject({ unitId: UnitId });
const OneFolder = OfUnit.extend({ folderId: FolderId });

const PLACE_REFUSALS = [PAPER_REFUSALS.noPaper, PAPER_REFUSALS.noSuchPlace];
const place = { place: 'Toimintayksikön lukitut tilat', locked: true };

export const folderRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/papers/units/{unitId}/folders',
    action: PAPER_ACTIONS.openFolder,
    event: 'PaperFolderOpened',
    summary: 'Sets up a folder in the premises of a unit; one of a single client takes no other’s papers.',
    writes: 'creates',
    params: OfUnit,
    body: OpenFolder,
    returns: FolderChanged,
    refusals: [
      ...PLACE_REFUSALS,
      CLIENT_REFUSALS.merged,
      COMMON_REFUSALS.noTie,
      COMMON_REFUSALS.disqualified,
      COMMON_REFUSALS.notFound,
    ],
    example: { ...place, label: 'Perheet 2026, A–K' },
    handle: openFolder,
  }),
  read({
    method: 'GET',
    path: '/v1/papers/units/{unitId}/folders',
    action: PAPER_ACTIONS.listFolders,
    event: 'PaperFoldersListed',
    summary: 'The folders of a unit, where they stand and who borrows from them.',
    params: OfUnit,
    query: PageQuery,
    returns: FolderPage,
    handle: listFolders,
  }),
  write({
    method: 'PUT',
    path: '/v1/papers/units/{unitId}/folders/{folderId}',
    action: PAPER_ACTIONS.changeFolder,
    event: 'PaperFolderChanged',
    summary: 'Says anew where a folder stands, whether it is locked, and who borrows from it.',
    writes: 'changes',
    params: OneFolder,
    body: FolderPlace,
    returns: FolderChanged,
    refusals: [...PLACE_REFUSALS, COMMON_REFUSALS.notFound],
    example: place,
    handle: changeFolder,
  }),
  read({
    method: 'GET',
    path: '/v1/papers/units/{unitId}/folders/{folderId}/items',
    action: PAPER_ACTIONS.listFolder,
    event: 'PaperFolderRead',
    summary: 'What stands in a folder, what of it is lent, to whom and until when.',
    params: OneFolder,
    query: PageQuery,
    returns: FolderPapers,
    refusals: [COMMON_REFUSALS.notFound],
    handle: listFolder,
  }),
];
