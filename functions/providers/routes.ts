import * as z from 'zod';
import { PROVIDER_ACTIONS } from '../../shared/access/actions/providers.ts';
import { PROVIDER_REFUSALS } from '../../shared/domain/providers/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { PartyId } from '../../shared/kernel/id.ts';
import { AddParty, addParty, PartyChanged } from './add-party.ts';
import { ChangeParty, changeParty } from './change-party.ts';
import { contractRoutes } from './contract-routes.ts';
import { EndParty, endParty } from './end-party.ts';
import { openParty } from './open-party.ts';
import { PartyView } from './party-view.ts';
import { PartyHistory, readPartyHistory } from './read-party-history.ts';
import { PartyHits, SearchParties, searchParties } from './search-parties.ts';

const OneParty = z.strictObject({ partyId: PartyId });

export const routes: readonly Route[] = [
  ...contractRoutes,
  write({
    method: 'POST',
    path: '/v1/providers',
    action: PROVIDER_ACTIONS.add,
    event: 'PartyAdded',
    summary: 'Records a support person, a support family, a supplier or a producer.',
    writes: 'creates',
    body: AddParty,
    returns: PartyChanged,
    refusals: [PROVIDER_REFUSALS.notValid],
    example: {
      kind: 'supportFamily',
      from: '2026-01-01',
      content: {
        persons: [{ name: { family: 'Tuki', given: 'Tuula' } }, { name: { family: 'Tuki', given: 'Timo' } }],
        phones: ['+358 40 000 0002'],
        source: { kind: 'partner', channel: 'visit' },
      },
    },
    handle: addParty,
  }),
  read({
    method: 'POST',
    path: '/v1/providers/search',
    action: PROVIDER_ACTIONS.search,
    event: 'PartiesListed',
    summary: 'Finds parties by kind and by the beginnings of their names.',
    body: SearchParties,
    returns: PartyHits,
    refusals: [PROVIDER_REFUSALS.narrow],
    example: { name: 'tuki', kind: 'supportFamily' },
    handle: searchParties,
  }),
  read({
    method: 'GET',
    path: '/v1/providers/{partyId}',
    action: PROVIDER_ACTIONS.open,
    event: 'PartyOpened',
    summary: "Opens one party's data.",
    params: OneParty,
    returns: PartyView,
    handle: openParty,
  }),
  write({
    method: 'PUT',
    path: '/v1/providers/{partyId}',
    action: PROVIDER_ACTIONS.change,
    event: 'PartyChanged',
    summary: "Writes a party's data anew; the earlier data are kept as history.",
    writes: 'changes',
    params: OneParty,
    body: ChangeParty,
    returns: PartyChanged,
    refusals: [PROVIDER_REFUSALS.notValid],
    example: {
      from: '2026-01-01',
      content: {
        organisation: 'Keksitty Tukiperhetoiminta Oy',
        phones: ['+358 40 000 0003'],
        source: { kind: 'partner', channel: 'phone' },
      },
    },
    handle: changeParty,
  }),
  write({
    method: 'POST',
    path: '/v1/providers/{partyId}/end',
    action: PROVIDER_ACTIONS.end,
    event: 'PartyEnded',
    summary: 'Ends the use of a party with its last day.',
    writes: 'changes',
    params: OneParty,
    body: EndParty,
    returns: PartyChanged,
    refusals: [PROVIDER_REFUSALS.notValid, PROVIDER_REFUSALS.ended],
    example: { to: '2026-11-24' },
    handle: endParty,
  }),
  read({
    method: 'GET',
    path: '/v1/providers/{partyId}/history',
    action: PROVIDER_ACTIONS.readHistory,
    event: 'PartyHistoryRead',
    summary: 'Earlier data of a party, the latest first.',
    params: OneParty,
    query: PageQuery,
    returns: PartyHistory,
    handle: readPartyHistory,
  }),
];
