import * as z from 'zod';
import { SEARCH_ACTIONS } from '../../shared/access/actions/search.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { DOCUMENT_REFUSALS } from '../../shared/domain/documents/refusals.ts';
import { type Route, readOfClient } from '../../shared/http/route.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { FileHits } from './hits.ts';
import { SearchFile, searchFile } from './search-file.ts';

export const routes: readonly Route[] = [
  readOfClient({
    method: 'POST',
    path: '/v1/search/clients/{clientId}',
    action: SEARCH_ACTIONS.searchFile,
    event: 'FileSearched',
    summary: "Finds entries and documents of one client's file by the beginnings of words.",
    params: z.strictObject({ clientId: ClientId }),
    body: SearchFile,
    returns: FileHits,
    refusals: [CLIENT_REFUSALS.merged, DOCUMENT_REFUSALS.noDefinition],
    example: { words: 'koulu poissaolo' },
    client: ({ params }) => ({ clientId: params.clientId }),
    handle: searchFile,
  }),
];
