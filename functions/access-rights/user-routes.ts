import * as z from 'zod';
import { RIGHTS_ACTIONS } from '../../shared/access/actions/access-rights.ts';
import { UserContent } from '../../shared/domain/access-rights/model.ts';
import { RIGHTS_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { addUser, UserChanged } from './add-user.ts';
import { AddUserWithGrant, addUserWithGrant } from './add-user-with-grant.ts';
import { changeUser, endEmployment, endSessions } from './change-user.ts';
import { listUsers, UserPage } from './list-users.ts';
import { GrantChanged } from './propose-grant.ts';
import { OwnRights, readOwnRights } from './read-own-rights.ts';
import { readUser, UserRead } from './read-user.ts';
import { KnownAsRecorded, RecordKnownAs, recordKnownAs } from './record-known-as.ts';
import { SignedOut, signOut } from './sign-out.ts';

const OneUser = z.strictObject({ userId: UserId });
const EXAMPLE = {
  name: 'Kaisa Keksitty',
  postId: '01KBN4PZ00000000000000000A',
  professionalNumber: '90000000001',
};

/** The register of users (703/2023 § 9). */
export const userRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/access-rights/own',
    action: RIGHTS_ACTIONS.readOwn,
    event: 'OwnRightsRead',
    summary: 'What the worker who asks may do today.',
    returns: OwnRights,
    handle: readOwnRights,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/own/sign-out',
    action: RIGHTS_ACTIONS.signOut,
    event: 'SignedOut',
    summary: 'Ends every session of the worker who asks, this one too.',
    writes: 'creates',
    returns: SignedOut,
    handle: signOut,
  }),
  read({
    method: 'GET',
    path: '/v1/access-rights/users',
    action: RIGHTS_ACTIONS.listUsers,
    event: 'UsersListed',
    summary: 'The users of the own controller.',
    query: PageQuery,
    returns: UserPage,
    handle: listUsers,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/users',
    action: RIGHTS_ACTIONS.addUser,
    event: 'UserAdded',
    summary: 'Adds a user in a post. The user may do nothing until a grant is given.',
    writes: 'creates',
    body: UserContent,
    returns: UserChanged,
    refusals: [RIGHTS_REFUSALS.userNotValid, RIGHTS_REFUSALS.onlyWithGrant],
    example: EXAMPLE,
    handle: addUser,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/users/with-grant',
    action: RIGHTS_ACTIONS.addUserWithGrant,
    event: 'UserAddedWithGrant',
    summary:
      "Adds a user with the first right, where the register's responsible person instructs how rights are given.",
    writes: 'creates',
    body: AddUserWithGrant,
    returns: GrantChanged,
    refusals: [
      RIGHTS_REFUSALS.userNotValid,
      RIGHTS_REFUSALS.onlyByProposal,
      RIGHTS_REFUSALS.noPolicy,
      RIGHTS_REFUSALS.noInstruction,
      RIGHTS_REFUSALS.noCommitment,
      RIGHTS_REFUSALS.commitmentNotValid,
      RIGHTS_REFUSALS.notValid,
    ],
    example: {
      user: EXAMPLE,
      grant: {
        role: 'broadResponsibility',
        unitIds: ['01KBN4PZ00000000000000000A'],
        serviceTasks: ['families'],
        range: { from: '2026-12-01' },
      },
      signedOn: '2026-11-23',
    },
    handle: addUserWithGrant,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/users/{userId}/known-as',
    action: RIGHTS_ACTIONS.recordKnownAs,
    event: 'UserKnownAsRecorded',
    summary:
      "Records the user's identity code and address as keyed hashes, so that use of one's own file is seen in the log.",
    writes: 'creates',
    params: OneUser,
    body: RecordKnownAs,
    returns: KnownAsRecorded,
    refusals: [COMMON_REFUSALS.notFound, RIGHTS_REFUSALS.own],
    example: {
      personalIdentityCode: '010190-900P',
      address: { street: 'Keksittykatu 1 A 2', postalCode: '05990' },
    },
    handle: recordKnownAs,
  }),
  read({
    method: 'GET',
    path: '/v1/access-rights/users/{userId}',
    action: RIGHTS_ACTIONS.readUser,
    event: 'UserRead',
    summary: 'A user with every grant there has been, the latest first.',
    params: OneUser,
    query: PageQuery,
    returns: UserRead,
    refusals: [COMMON_REFUSALS.notFound],
    handle: readUser,
  }),
  write({
    method: 'PUT',
    path: '/v1/access-rights/users/{userId}',
    action: RIGHTS_ACTIONS.changeUser,
    event: 'UserChanged',
    summary: "Writes a user's data anew. Another post ends every grant.",
    writes: 'changes',
    params: OneUser,
    body: UserContent,
    returns: UserChanged,
    refusals: [
      COMMON_REFUSALS.notFound,
      RIGHTS_REFUSALS.own,
      RIGHTS_REFUSALS.passive,
      RIGHTS_REFUSALS.userNotValid,
    ],
    example: EXAMPLE,
    handle: changeUser,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/users/{userId}/end-employment',
    action: RIGHTS_ACTIONS.endEmployment,
    event: 'UserMadePassive',
    summary: 'Makes a user passive: rights and sessions are over at once.',
    writes: 'changes',
    params: OneUser,
    returns: UserChanged,
    refusals: [COMMON_REFUSALS.notFound, RIGHTS_REFUSALS.own, RIGHTS_REFUSALS.passive],
    handle: endEmployment,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/users/{userId}/end-sessions',
    action: RIGHTS_ACTIONS.endSessions,
    event: 'SessionsEnded',
    summary: 'Ends the sessions of a user: a new sign-in is needed.',
    writes: 'changes',
    params: OneUser,
    returns: UserChanged,
    refusals: [COMMON_REFUSALS.notFound, RIGHTS_REFUSALS.own],
    handle: endSessions,
  }),
];
