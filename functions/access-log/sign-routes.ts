import * as z from 'zod';
import { SIGN_ACTIONS } from '../../shared/access/actions/access-log.ts';
import { SIGN_REFUSALS } from '../../shared/domain/signs/refusals.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { SignId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { listSignRules, SignRules } from './list-sign-rules.ts';
import { listSigns, SignPage, SignsQuery } from './list-signs.ts';
import { readSign, SignRead } from './read-sign.ts';
import { OutcomeRecorded, RecordOutcome, recordOutcome } from './record-outcome.ts';
import { MonthQuery, reportSigns, SignsOfMonth } from './report-signs.ts';

const One = z.strictObject({ signId: SignId });

/** What the run over the log brings before a person, and what that person found. */
export const signRoutes: readonly Route[] = [
  read({
    method: 'GET',
    path: '/v1/access-log/signs',
    action: SIGN_ACTIONS.list,
    event: 'SignsListed',
    summary:
      "What is to be looked into in a unit's use of files (open, or reviewed); without a unit what has gone to the data-protection officer.",
    query: SignsQuery,
    returns: SignPage,
    handle: listSigns,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/signs/rules',
    action: SIGN_ACTIONS.listRules,
    event: 'SignRulesListed',
    summary: 'The rules by which the use of the log is looked through, with their sources and numbers.',
    returns: SignRules,
    handle: listSignRules,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/signs/report',
    action: SIGN_ACTIONS.report,
    event: 'SignsReported',
    summary: 'How many signs a month had by rule and unit, what came of them and how long it took.',
    query: MonthQuery,
    returns: SignsOfMonth,
    handle: reportSigns,
  }),
  read({
    method: 'GET',
    path: '/v1/access-log/signs/{signId}',
    action: SIGN_ACTIONS.read,
    event: 'SignRead',
    summary: 'One sign, why it is one, and all that reviewers found of it.',
    params: One,
    returns: SignRead,
    refusals: [COMMON_REFUSALS.notFound],
    handle: readSign,
  }),
  write({
    method: 'POST',
    path: '/v1/access-log/signs/{signId}/outcome',
    action: SIGN_ACTIONS.recordOutcome,
    event: 'SignReviewed',
    summary: 'What a reviewer found of a sign; a later outcome stands beside the earlier ones.',
    writes: 'changes',
    params: One,
    body: RecordOutcome,
    returns: OutcomeRecorded,
    refusals: [COMMON_REFUSALS.notFound, SIGN_REFUSALS.tooMany],
    example: { outcome: 'explained', words: 'Asiakas soitti päivystykseen, ja työntekijä vastasi puheluun.' },
    handle: recordOutcome,
  }),
];
