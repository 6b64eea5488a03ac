import * as z from 'zod';
import { RIGHTS_ACTIONS } from '../../shared/access/actions/access-rights.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { CommitmentPage, listCommitments } from './list-commitments.ts';
import { CommitmentRecorded, RecordCommitment, recordCommitment } from './record-commitment.ts';

const OneUser = z.strictObject({ userId: UserId });
const AT = '/v1/access-rights/users/{userId}/commitments';

/** What users sign before they are given rights. */
export const commitmentRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: AT,
    action: RIGHTS_ACTIONS.recordCommitment,
    event: 'CommitmentRecorded',
    summary: "Records a user's signed commitment, in the controller's words of today.",
    writes: 'creates',
    params: OneUser,
    body: RecordCommitment,
    returns: CommitmentRecorded,
    refusals: [
      COMMON_REFUSALS.notFound,
      COMMON_REFUSALS.notAllowed,
      RIGHTS_REFUSALS.own,
      RIGHTS_REFUSALS.passive,
      RIGHTS_REFUSALS.commitmentNotValid,
    ],
    example: { signedOn: '2026-11-23' },
    handle: recordCommitment,
  }),
  read({
    method: 'GET',
    path: AT,
    action: RIGHTS_ACTIONS.listCommitments,
    event: 'CommitmentsListed',
    summary: 'What a user has signed, word for word, the latest first.',
    params: OneUser,
    query: PageQuery,
    returns: CommitmentPage,
    refusals: [COMMON_REFUSALS.notFound],
    handle: listCommitments,
  }),
];
