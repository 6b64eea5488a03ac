import * as z from 'zod';
import { DISQUALIFICATION_ACTIONS } from '../../../shared/access/actions/disqualifications.ts';
import { RIGHTS_REFUSALS } from '../../../shared/domain/access-rights/refusals.ts';
import { PageQuery } from '../../../shared/http/paging.ts';
import { type Route, read, write } from '../../../shared/http/route.ts';
import { DisqualificationId, UserId } from '../../../shared/kernel/id.ts';
import {
  DeclareDisqualification,
  DisqualificationChanged,
  DisqualificationPage,
  declareDisqualification,
  liftDisqualification,
  listDisqualifications,
} from './acts.ts';

const OneUser = z.strictObject({ userId: UserId });
const AT = '/v1/access-rights/users/{userId}/disqualifications';

/** The own file, the family's, and others of which a worker keeps away (434/2003 §§ 27–28). */
export const disqualificationRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: AT,
    action: DISQUALIFICATION_ACTIONS.declare,
    event: 'DisqualificationDeclared',
    summary: "Closes one person's file to a worker: the own, a close one's, or another.",
    writes: 'creates',
    params: OneUser,
    body: DeclareDisqualification,
    returns: DisqualificationChanged,
    refusals: [RIGHTS_REFUSALS.passive, RIGHTS_REFUSALS.alreadyDeclared, RIGHTS_REFUSALS.tooManyDeclared],
    example: { personalIdentityCode: '010190-900P', ground: 'close' },
    handle: declareDisqualification,
  }),
  read({
    method: 'GET',
    path: AT,
    action: DISQUALIFICATION_ACTIONS.list,
    event: 'DisqualificationsListed',
    summary: 'What was declared of a worker: grounds and times, and never of whom.',
    params: OneUser,
    query: PageQuery,
    returns: DisqualificationPage,
    handle: listDisqualifications,
  }),
  write({
    method: 'POST',
    path: `${AT}/{disqualificationId}/lift`,
    action: DISQUALIFICATION_ACTIONS.lift,
    event: 'DisqualificationLifted',
    summary: 'Opens the file to the worker again, by another than the worker.',
    writes: 'changes',
    params: z.strictObject({ userId: UserId, disqualificationId: DisqualificationId }),
    returns: DisqualificationChanged,
    refusals: [RIGHTS_REFUSALS.own, RIGHTS_REFUSALS.notInForce],
    handle: liftDisqualification,
  }),
];
