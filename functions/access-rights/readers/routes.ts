import * as z from 'zod';
import { RIGHTS_ACTIONS } from '../../../shared/access/actions/access-rights.ts';
import { RIGHTS_REFUSALS } from '../../../shared/domain/access-rights/refusals.ts';
import { type Route, read } from '../../../shared/http/route.ts';
import { ClientId } from '../../../shared/kernel/id.ts';
import { listReaders, ReadersOfClient, ReadersQuery } from './list-readers.ts';

/** Not who did open a file, which the access log tells, but who could have. */
export const readerRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/access-rights/clients/{clientId}/readers',
    action: RIGHTS_ACTIONS.listReaders,
    event: 'ReadersOfClientListed',
    summary:
      "Who could open this client's file on a day, and on what ground: twenty-five users judged a page.",
    params: z.strictObject({ clientId: ClientId }),
    query: ReadersQuery,
    returns: ReadersOfClient,
    refusals: [RIGHTS_REFUSALS.dayToCome],
    handle: listReaders,
  }),
];
