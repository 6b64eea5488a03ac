import * as z from 'zod';
import { CLIENT_ACTIONS } from '../../shared/access/actions/clients.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { ClientId, RelationId } from '../../shared/kernel/id.ts';
import { AddRelation, addRelation, RelationChanged } from './add-relation.ts';
import { ChangeRelation, changeRelation } from './change-relation.ts';
import { EndRelation, endRelation } from './end-relation.ts';
import { LinkClient, linkClient } from './link-client.ts';
import { OneClient, ofPath } from './one-client.ts';
import { Network, readNetwork } from './read-network.ts';
import { RelationHistory, readRelationHistory } from './read-relation-history.ts';

const OneRelation = z.strictObject({ clientId: ClientId, relationId: RelationId });

const guardian: z.input<typeof AddRelation> = {
  relation: {
    roles: ['guardian'],
    from: '2026-01-01',
    powers: 'Taloudelliset asiat',
    person: { name: { family: 'Edustaja', given: 'Eeva' }, organisation: 'Edunvalvontatoimisto' },
    contacts: { phones: ['+358 40 000 0001'] },
  },
  source: { kind: 'authority', channel: 'paper' },
};

/** Family and network: guardians, representatives, relatives and others who take part in a client's care. */
export const networkRoutes: readonly Route[] = [
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/network',
    action: CLIENT_ACTIONS.readNetwork,
    event: 'NetworkRead',
    summary: "A client's family and network, with those that have ended.",
    params: OneClient,
    query: PageQuery,
    returns: Network,
    client: ofPath,
    handle: readNetwork,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/network',
    action: CLIENT_ACTIONS.addRelation,
    event: 'RelationAdded',
    summary: 'Records a related person who is not a client.',
    writes: 'creates',
    params: OneClient,
    body: AddRelation,
    returns: RelationChanged,
    refusals: [CLIENT_REFUSALS.relationNotValid],
    example: guardian,
    client: ofPath,
    handle: addRelation,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/network/links',
    action: CLIENT_ACTIONS.linkClient,
    event: 'ClientLinked',
    summary: 'Links another client as related, in both files at once.',
    writes: 'creates',
    params: OneClient,
    body: LinkClient,
    returns: RelationChanged,
    refusals: [CLIENT_REFUSALS.relationNotValid, CLIENT_REFUSALS.sameClient, CLIENT_REFUSALS.alreadyLinked],
    example: {
      relatedClientId: '01KBN4PZ00000000000000000A',
      relation: { roles: ['parent', 'custodian'], custodyForm: 'joint', sameHousehold: true },
      source: { kind: 'client', channel: 'visit' },
    },
    client: ofPath,
    handle: linkClient,
  }),
  writeOfClient({
    method: 'PUT',
    path: '/v1/clients/{clientId}/network/{relationId}',
    action: CLIENT_ACTIONS.changeRelation,
    event: 'RelationChanged',
    summary: 'Writes a relation anew; the earlier version is kept as history.',
    writes: 'changes',
    params: OneRelation,
    body: ChangeRelation,
    returns: RelationChanged,
    refusals: [CLIENT_REFUSALS.relationNotValid],
    example: guardian,
    client: ofPath,
    handle: changeRelation,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/network/{relationId}/end',
    action: CLIENT_ACTIONS.endRelation,
    event: 'RelationEnded',
    summary: 'Ends a relation with its last day.',
    writes: 'changes',
    params: OneRelation,
    body: EndRelation,
    returns: RelationChanged,
    refusals: [CLIENT_REFUSALS.relationNotValid, CLIENT_REFUSALS.relationEnded],
    example: { to: '2026-11-24', source: { kind: 'authority', channel: 'paper' } },
    client: ofPath,
    handle: endRelation,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/network/{relationId}/history',
    action: CLIENT_ACTIONS.readRelationHistory,
    event: 'RelationHistoryRead',
    summary: 'Earlier versions of one relation, the latest first.',
    params: OneRelation,
    query: PageQuery,
    returns: RelationHistory,
    client: ofPath,
    handle: readRelationHistory,
  }),
];
