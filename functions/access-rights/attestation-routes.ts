import * as z from 'zod';
import { RIGHTS_ACTIONS } from '../../shared/access/actions/access-rights.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { GrantId, UnitId, UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { attestOneGrant } from './decide-grant.ts';
import { AttestationPage, listAttestations } from './list-attestations.ts';
import { GrantChanged } from './propose-grant.ts';

/** The supervisor's regular look at who has which right. What is not attested by its day lapses. */
export const attestationRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/access-rights/units/{unitId}/attestations',
    action: RIGHTS_ACTIONS.listAttestations,
    event: 'AttestationsListed',
    summary: 'The grants of a unit that are to be attested soon, and those that lapsed within a year.',
    params: z.strictObject({ unitId: UnitId }),
    query: PageQuery,
    returns: AttestationPage,
    handle: listAttestations,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/users/{userId}/grants/{grantId}/attest',
    action: RIGHTS_ACTIONS.attest,
    event: 'GrantAttested',
    summary: 'Attests that a grant is still needed: it holds until the next attestation.',
    writes: 'changes',
    params: z.strictObject({ userId: UserId, grantId: GrantId }),
    returns: GrantChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      RIGHTS_REFUSALS.own,
      RIGHTS_REFUSALS.notInForce,
      RIGHTS_REFUSALS.noPolicy,
      RIGHTS_REFUSALS.noInstruction,
    ],
    handle: attestOneGrant,
  }),
];
