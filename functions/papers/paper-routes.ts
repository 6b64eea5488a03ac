import * as z from 'zod';
import { PAPER_ACTIONS } from '../../shared/access/actions/papers.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { NewPaper } from '../../shared/domain/papers/model.ts';
import { PAPER_REFUSALS } from '../../shared/domain/papers/refusals.ts';
import { PaperView } from '../../shared/domain/papers/view.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId, PaperId } from '../../shared/kernel/id.ts';
import { EndPaper, endPaper } from './end-paper.ts';
import { filePaper, PaperChanged } from './file-paper.ts';
import { LendPaper, lendPaper, returnPaper } from './lend-paper.ts';
import { listPapers, PaperPage } from './list-papers.ts';
import { MovePaper, movePaper } from './move-paper.ts';
import { readPaper } from './read-paper.ts';

const OfClient = z.strictObject({ clientId: ClientId });
const OnePaper = OfClient.extend({ paperId: PaperId });
const ofPath = ({ params }: { params: { clientId: ClientId } }): { clientId: ClientId } => ({
  clientId: params.clientId,
});

const FOLDER_REFUSALS = [PAPER_REFUSALS.noFolder, PAPER_REFUSALS.othersFolder];
const AN_ID = '01KBN4PZ00000000000000000A';
const paper: z.input<typeof NewPaper> = {
  what: 'other',
  title: 'Allekirjoitettu suostumus',
  paperDate: '2026-11-20',
  sheets: 2,
  unitId: AN_ID,
  folderId: AN_ID,
  serviceTasks: ['families'],
};

export const paperRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/papers/clients/{clientId}/items',
    action: PAPER_ACTIONS.file,
    event: 'PaperFiled',
    summary: 'Registers a paper in a folder: a print, the original of a scan, or another paper.',
    writes: 'creates',
    params: OfClient,
    body: NewPaper,
    returns: PaperChanged,
    refusals: [
      ...FOLDER_REFUSALS,
      PAPER_REFUSALS.noPaper,
      PAPER_REFUSALS.noOwner,
      PAPER_REFUSALS.noCase,
      PAPER_REFUSALS.notValid,
      PAPER_REFUSALS.classNotYours,
    ],
    example: paper,
    client: ofPath,
    handle: filePaper,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/papers/clients/{clientId}',
    action: PAPER_ACTIONS.list,
    event: 'PapersListed',
    summary: 'A page of a client’s papers, wherever they stand.',
    params: OfClient,
    query: PageQuery,
    returns: PaperPage,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: listPapers,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/papers/clients/{clientId}/items/{paperId}',
    action: PAPER_ACTIONS.read,
    event: 'PaperRead',
    summary: 'What a paper is, where it stands or who has it, and what has been done with it.',
    params: OnePaper,
    returns: PaperView,
    refusals: [CLIENT_REFUSALS.merged],
    client: ofPath,
    handle: readPaper,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/papers/clients/{clientId}/items/{paperId}/move',
    action: PAPER_ACTIONS.move,
    event: 'PaperMoved',
    summary: 'Moves a paper into another folder.',
    writes: 'changes',
    params: OnePaper,
    body: MovePaper,
    returns: PaperChanged,
    refusals: [...FOLDER_REFUSALS, PAPER_REFUSALS.wrongState],
    example: { unitId: AN_ID, folderId: AN_ID },
    client: ofPath,
    handle: movePaper,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/papers/clients/{clientId}/items/{paperId}/lend',
    action: PAPER_ACTIONS.lend,
    event: 'PaperLent',
    summary: 'Lends a paper to somebody until a day.',
    writes: 'changes',
    params: OnePaper,
    body: LendPaper,
    returns: PaperChanged,
    refusals: [
      ...FOLDER_REFUSALS,
      PAPER_REFUSALS.wrongState,
      PAPER_REFUSALS.notATaker,
      PAPER_REFUSALS.notValid,
    ],
    example: { lentTo: AN_ID, dueOn: '2026-12-31' },
    client: ofPath,
    handle: lendPaper,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/papers/clients/{clientId}/items/{paperId}/return',
    action: PAPER_ACTIONS.return,
    event: 'PaperReturned',
    summary: 'Says that a lent paper is back in its folder.',
    writes: 'changes',
    params: OnePaper,
    returns: PaperChanged,
    refusals: [PAPER_REFUSALS.wrongState],
    client: ofPath,
    handle: returnPaper,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/papers/clients/{clientId}/items/{paperId}/end',
    action: PAPER_ACTIONS.end,
    event: 'PaperEnded',
    summary: 'Says that a paper went to the archive or was destroyed, and when.',
    writes: 'changes',
    params: OnePaper,
    body: EndPaper,
    returns: PaperChanged,
    refusals: [PAPER_REFUSALS.wrongState, PAPER_REFUSALS.notValid],
    example: { how: 'archived', on: '2026-11-23' },
    client: ofPath,
    handle: endPaper,
  }),
];
