import * as z from 'zod';
import { OPENING_ACTIONS } from '../../shared/access/actions/openings.ts';
import { OPENING_REFUSALS } from '../../shared/domain/access-rights/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { SIGN_REFUSALS } from '../../shared/domain/signs/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ClientId, OpeningId, UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { endOpening, OpeningEnded } from './end-opening.ts';
import { listOpenings, OpeningPage } from './list-openings.ts';
import { OpenedForDuty, OpenForDuty, openForDuty } from './open-for-duty.ts';
import { OpenedWithoutTie, OpenWithoutTie, openWithoutTie } from './open-without-tie.ts';
import { OpeningRead, readOpening } from './read-opening.ts';
import { OpeningReviewed, ReviewOpening, reviewOpening } from './review-opening.ts';

/** Opening a file without a tie, and the supervisor's queue of such openings. */
export const openingRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/access-rights/openings',
    action: OPENING_ACTIONS.open,
    event: 'FileOpenedWithoutTie',
    summary: "Opens a client's file without a tie, for a reason and for some hours.",
    writes: 'creates',
    body: OpenWithoutTie,
    returns: OpenedWithoutTie,
    refusals: [
      COMMON_REFUSALS.notFound,
      COMMON_REFUSALS.disqualified,
      OPENING_REFUSALS.notNeeded,
      OPENING_REFUSALS.notValid,
      OPENING_REFUSALS.tooMany,
      CLIENT_REFUSALS.merged,
    ],
    example: {
      clientId: '01KBN4PZ00000000000000000A',
      reason: { code: 'urgentNeed', words: 'Asiakas saapui päivystykseen ilman ajanvarausta.' },
      hours: 4,
    },
    handle: openWithoutTie,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/openings/duty',
    action: OPENING_ACTIONS.openForDuty,
    event: 'FilesOpenedForDuty',
    summary: "Opens clients' files for a named duty with its reference, for some days.",
    writes: 'creates',
    body: OpenForDuty,
    returns: OpenedForDuty,
    refusals: [
      COMMON_REFUSALS.notFound,
      OPENING_REFUSALS.notValid,
      OPENING_REFUSALS.tooMany,
      CLIENT_REFUSALS.merged,
    ],
    example: {
      duty: 'reminders',
      reference: 'MUI-12/2026',
      clientIds: ['01KBN4PZ00000000000000000A'],
      words: 'Muistutuksen selvittäminen: asiakkaan kirjaukset syys–lokakuulta.',
      days: 5,
    },
    handle: openForDuty,
  }),
  read({
    method: 'GET',
    path: '/v1/access-rights/units/{unitId}/openings',
    action: OPENING_ACTIONS.list,
    event: 'OpeningsListed',
    summary: 'What the workers of a unit have opened without a tie, for its supervisor.',
    params: z.strictObject({ unitId: UnitId }),
    query: PageQuery,
    returns: OpeningPage,
    handle: listOpenings,
  }),
  read({
    method: 'GET',
    path: '/v1/access-rights/clients/{clientId}/openings/{openingId}',
    action: OPENING_ACTIONS.read,
    event: 'OpeningRead',
    summary: 'Why a worker opened this file without a tie.',
    params: z.strictObject({ clientId: ClientId, openingId: OpeningId }),
    returns: OpeningRead,
    handle: readOpening,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/clients/{clientId}/openings/{openingId}/end',
    action: OPENING_ACTIONS.end,
    event: 'OpeningEnded',
    summary: 'Ends an opening before its time: the tie is over at once.',
    writes: 'creates',
    params: z.strictObject({ clientId: ClientId, openingId: OpeningId }),
    returns: OpeningEnded,
    refusals: [COMMON_REFUSALS.notFound, COMMON_REFUSALS.notAllowed, OPENING_REFUSALS.over],
    handle: endOpening,
  }),
  write({
    method: 'POST',
    path: '/v1/access-rights/clients/{clientId}/openings/{openingId}/outcome',
    action: OPENING_ACTIONS.review,
    event: 'OpeningReviewed',
    summary: 'What the supervisor found of an opening; the sign that came of it has the same outcome.',
    writes: 'changes',
    params: z.strictObject({ clientId: ClientId, openingId: OpeningId }),
    body: ReviewOpening,
    returns: OpeningReviewed,
    refusals: [
      COMMON_REFUSALS.notFound,
      OPENING_REFUSALS.own,
      OPENING_REFUSALS.withOfficer,
      SIGN_REFUSALS.tooMany,
    ],
    example: { outcome: 'explained', words: 'Asiakas soitti päivystykseen, ja työntekijä vastasi puheluun.' },
    handle: reviewOpening,
  }),
];
