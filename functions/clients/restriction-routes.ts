import { RESTRICTION_ACTIONS } from '../../shared/access/actions/restricted-files.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, readOfClient, writeOfClient } from '../../shared/http/route.ts';
import { OneClient, ofPath } from './one-client.ts';
import { RestrictionRead, readRestriction } from './read-restriction.ts';
import { LiftRestriction, liftFileRestriction, RestrictFile, restrictFile } from './restrict-file.ts';
import { RelationshipChanged } from './start-relationship.ts';

/** Restricted files: to whom the file of a person is open at all. */
export const restrictionRoutes: readonly Route[] = [
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/restriction',
    action: RESTRICTION_ACTIONS.restrict,
    event: 'FileRestricted',
    summary: 'Restricts a file to named readers, or names others: for all else it does not exist.',
    writes: 'changes',
    params: OneClient,
    body: RestrictFile,
    returns: RelationshipChanged,
    refusals: [CLIENT_REFUSALS.restrictionNotValid, CLIENT_REFUSALS.mergedTooOften],
    example: {
      readers: ['01KBN4PZ00000000000000000A', '01KBN4PZ00000000000000000B'],
      stepsAside: true,
      reason: 'Asiakas on yksikön työntekijän puoliso.',
    },
    client: ofPath,
    handle: restrictFile,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/clients/{clientId}/restriction/lift',
    action: RESTRICTION_ACTIONS.lift,
    event: 'RestrictionLifted',
    summary: 'Lifts the restriction of a file.',
    writes: 'changes',
    params: OneClient,
    body: LiftRestriction,
    returns: RelationshipChanged,
    refusals: [CLIENT_REFUSALS.notRestricted, CLIENT_REFUSALS.mergedTooOften],
    example: { reason: 'Työntekijä ei enää työskentele yksikössä.' },
    client: ofPath,
    handle: liftFileRestriction,
  }),
  readOfClient({
    method: 'GET',
    path: '/v1/clients/{clientId}/restriction',
    action: RESTRICTION_ACTIONS.read,
    event: 'RestrictionRead',
    summary: 'To whom a file is restricted, and how it came to that.',
    params: OneClient,
    query: PageQuery,
    returns: RestrictionRead,
    client: ofPath,
    handle: readRestriction,
  }),
];
