import { CLIENT_ACTIONS } from '../../shared/access/actions/clients.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { type Route, writeOfClient } from '../../shared/http/route.ts';
import { ClientChanged } from './change-base-data.ts';
import { LiftSafetyBan, liftSafetyBan } from './lift-safety-ban.ts';
import { OneClient, ofPath } from './one-client.ts';
import { RecordDeath, recordDeath } from './record-death.ts';
import { SetSafetyBan, setSafetyBan } from './set-safety-ban.ts';

/** What befalls a person: the safety ban and the death. */
export const personRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/safety-ban',
    action: CLIENT_ACTIONS.setSafetyBan,
    event: 'SafetyBanSet',
    summary: 'Sets a safety ban, with its last day and the contact address that may be used.',
    writes: 'changes',
    params: OneClient,
    body: SetSafetyBan,
    returns: ClientChanged,
    refusals: [CLIENT_REFUSALS.baseDataNotValid],
    example: {
      until: '2031-11-24',
      contactAddress: { street: 'PL 100', postalCode: '00100', postOffice: 'HELSINKI' },
      source: { kind: 'client', channel: 'visit' },
    },
    client: ofPath,
    handle: setSafetyBan,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/safety-ban/lift',
    action: CLIENT_ACTIONS.liftSafetyBan,
    event: 'SafetyBanLifted',
    summary: 'Lifts a safety ban before its last day.',
    writes: 'changes',
    params: OneClient,
    body: LiftSafetyBan,
    returns: ClientChanged,
    refusals: [CLIENT_REFUSALS.noSafetyBan, CLIENT_REFUSALS.baseDataNotValid],
    example: { source: { kind: 'client', channel: 'visit' } },
    client: ofPath,
    handle: liftSafetyBan,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/death',
    action: CLIENT_ACTIONS.recordDeath,
    event: 'DeathRecorded',
    summary: 'Records the death of the client, or takes back one recorded by mistake.',
    writes: 'changes',
    params: OneClient,
    body: RecordDeath,
    returns: ClientChanged,
    refusals: [CLIENT_REFUSALS.baseDataNotValid],
    example: { diedOn: '2026-11-20', source: { kind: 'populationRegister', channel: 'register' } },
    client: ofPath,
    handle: recordDeath,
  }),
];
