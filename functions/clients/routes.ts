import { CLIENT_ACTIONS } from '../../shared/access/actions/clients.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, readOfClient, write, writeOfClient } from '../../shared/http/route.ts';
import { ChangeBaseData, ClientChanged, changeBaseData } from './change-base-data.ts';
import { ClientCreated, CreateClient, createClient } from './create-client.ts';
import { mergeRoutes } from './merge-routes.ts';
import { networkRoutes } from './network-routes.ts';
import { OneClient, ofPath } from './one-client.ts';
import { NOTES_SHOWN, OpenedFile, openFile } from './open-file.ts';
import { personRoutes } from './person-routes.ts';
import { BaseDataHistory, readHistory } from './read-history.ts';
import { relationshipRoutes } from './relationship-routes.ts';
import { restrictionRoutes } from './restriction-routes.ts';
import { ClientHits, findCandidates, SearchClients, searchClients } from './search-clients.ts';

/** What a worker may ask of clients, by theme: who they are here, the rest in the tables that follow. */
export const routes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/clients',
    action: CLIENT_ACTIONS.create,
    event: 'ClientCreated',
    summary: 'Records a new client in the intake of a unit.',
    writes: 'creates',
    body: CreateClient,
    returns: ClientCreated,
    refusals: [
      CLIENT_REFUSALS.duplicate,
      CLIENT_REFUSALS.possibleDuplicate,
      CLIENT_REFUSALS.baseDataNotValid,
    ],
    example: {
      baseData: {
        name: { family: 'Esimerkki', given: 'Aino Maria' },
        personalIdentityCode: '010190-900P',
        homeMunicipality: '430',
        phones: ['+358 40 000 0000'],
      },
      source: { kind: 'client', channel: 'visit' },
      unitId: '01KBN4PZ00000000000000000A',
    },
    handle: createClient,
  }),
  read({
    method: 'POST',
    path: '/v1/clients/search',
    action: CLIENT_ACTIONS.search,
    event: 'ClientsListed',
    summary: 'Finds persons by identity code, temporary id or name: identity only.',
    body: SearchClients,
    returns: ClientHits,
    refusals: [CLIENT_REFUSALS.narrow],
    example: { name: 'esim aino' },
    early: findCandidates,
    handle: searchClients,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}',
    action: CLIENT_ACTIONS.openFile,
    event: 'ClientFileOpened',
    summary: "Opens a client's file: base data, relationship, active cases and the latest notes.",
    params: OneClient,
    returns: OpenedFile,
    refusals: [CLIENT_REFUSALS.merged],
    client: ({ params }) => ({ clientId: params.clientId, notes: NOTES_SHOWN }),
    handle: openFile,
  }),
  writeOfClient({
    method: 'PATCH',
    path: '/v1/clients/{clientId}/base-data',
    action: CLIENT_ACTIONS.changeBaseData,
    event: 'BaseDataChanged',
    summary: 'Changes base and contact data; the earlier data are kept as history.',
    writes: 'changes',
    params: OneClient,
    body: ChangeBaseData,
    returns: ClientChanged,
    refusals: [CLIENT_REFUSALS.baseDataNotValid, CLIENT_REFUSALS.duplicate],
    example: { changes: { occupation: 'leipuri' }, source: { kind: 'client', channel: 'phone' } },
    client: ofPath,
    handle: changeBaseData,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/base-data/history',
    action: CLIENT_ACTIONS.readHistory,
    event: 'BaseDataHistoryRead',
    summary: 'Earlier base data with their sources, the latest first.',
    params: OneClient,
    query: PageQuery,
    returns: BaseDataHistory,
    client: ofPath,
    handle: readHistory,
  }),
  ...personRoutes,
  ...relationshipRoutes,
  ...networkRoutes,
  ...mergeRoutes,
  ...restrictionRoutes,
];
