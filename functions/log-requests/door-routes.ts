import * as z from 'zod';
import { LOG_REQUEST_ACTIONS } from '../../shared/access/actions/log-requests.ts';
import { LOG_REQUEST_REFUSALS } from '../../shared/domain/log-requests/refusals.ts';
import { type Route, write } from '../../shared/http/route.ts';
import { ClientId, DoorPermitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { endMinorsPermit, MinorPermitted, PermitMinor, permitMinor } from './permit-minor.ts';

const OfClient = z.strictObject({ clientId: ClientId });

/** Whether a minor stands at the citizens' door, an official judges of each. */
export const doorRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/door-permits',
    action: LOG_REQUEST_ACTIONS.permitMinor,
    event: 'MinorPermitted',
    summary:
      'Records the judgement that a minor sees the own log alone at the citizens’ door, for a year at most.',
    writes: 'creates',
    params: OfClient,
    body: PermitMinor,
    returns: MinorPermitted,
    refusals: [
      COMMON_REFUSALS.notFound,
      LOG_REQUEST_REFUSALS.doorClosed,
      LOG_REQUEST_REFUSALS.notMinor,
      LOG_REQUEST_REFUSALS.permitDays,
    ],
    example: {
      from: '2099-01-01',
      until: '2099-06-30',
      words: 'Nuori on 16-vuotias ja ymmärtää, mitä lokitiedot kertovat.',
    },
    handle: permitMinor,
  }),
  write({
    method: 'POST',
    path: '/v1/log-requests/clients/{clientId}/door-permits/{permitId}/end',
    action: LOG_REQUEST_ACTIONS.endMinorsPermit,
    event: 'MinorsPermitEnded',
    summary: 'Ends a minor’s permit: the door is shut from today on.',
    writes: 'changes',
    params: OfClient.extend({ permitId: DoorPermitId }),
    returns: MinorPermitted,
    refusals: [COMMON_REFUSALS.notFound, LOG_REQUEST_REFUSALS.permitEnded],
    handle: endMinorsPermit,
  }),
];
