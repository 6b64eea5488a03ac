import * as z from 'zod';
import { isKnown } from '../../shared/access/log-reader.ts';
import type { ActContext, Answer, Reading } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { findByCode, loadHeads, placeOfCode } from '../../shared/domain/clients/store.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import {
  type Absence,
  DAYS_KEPT,
  loadAbsence,
  openName,
  sealName,
} from '../../shared/domain/data-subject-requests/absence.ts';
import { answerBy } from '../../shared/domain/data-subject-requests/clock.ts';
import { receivedAlready } from '../../shared/domain/data-subject-requests/judge-recorded.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { mattersByCode } from '../../shared/domain/intake/store.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { SubjectRequestId } from '../../shared/kernel/id.ts';
import { epochMsOf } from '../../shared/kernel/instant.ts';
import { daysBetween, LocalDate } from '../../shared/kernel/local-date.ts';
import { PersonalIdentityCode } from '../../shared/kernel/personal-identity-code.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { subjectRequestKeys } from '../../shared/table/keys.ts';
import { LetterQuery, letterFile } from './print-letter.ts';

export const AnswerAbsence = z
  .strictObject({
    /** By what the person is looked for: kept nowhere. */
    personalIdentityCode: PersonalIdentityCode,
    name: z.string().trim().min(1).max(200),
    receivedOn: LocalDate,
    /** How the person was identified: somebody else is told nothing either way. */
    identity: z.enum(['identityDocument', 'strongIdentification', 'knownPersonally']),
  })
  .meta({ id: 'AnswerAbsence' });

export const AbsenceAnswered = z
  .strictObject({ requestId: SubjectRequestId })
  .meta({ id: 'AbsenceAnswered' });

/**
 * Nothing is held on whoever asks: looked for by the code among clients and open notifications. Where a file is there but
 * not known to this worker, the answer is left to the data-protection officer, and does not say which it is.
 */
export async function answerAbsence(
  context: ActContext,
  { body }: { body: z.infer<typeof AnswerAbsence> },
): Promise<Answer<z.infer<typeof AbsenceAnswered>>> {
  const { services, actor, now, today } = context;
  const { personalIdentityCode, name, receivedOn, identity } = body;
  if (receivedOn > today) {
    const findings = [receivedAlready()];
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings });
  }
  const [clientId, matters] = await Promise.all([
    findByCode(services, actor.controller, { personalIdentityCode }),
    mattersByCode(context, personalIdentityCode),
  ]);
  if (clientId !== undefined || matters.length > 0) {
    const heads = clientId === undefined ? [] : await loadHeads(services, actor.controller, [clientId]);
    const known = heads.filter((head) => isKnown(actor, head)).map((head) => head.clientId);
    throw new Refusal(SUBJECT_REQUEST_REFUSALS.held, {
      concerns: clientId === undefined ? [] : [clientId],
      ...(known[0] === undefined ? {} : { details: { clientId: known[0] } }),
    });
  }
  const requestId = SubjectRequestId.parse(newId(services));
  const key = subjectRequestKeys.absence(actor.controller, requestId);
  const absence: Absence = {
    ...key,
    entity: 'absence',
    ...created(now, actor.userId),
    requestId,
    receivedOn,
    answeredOn: today,
    name: await sealName(context, key, name),
    ttl: Math.floor(epochMsOf(now) / 1000) + DAYS_KEPT * 86_400,
  };
  return commit(context, {
    changes: [
      { put: absence, when: 'absent' },
      // Nobody opens a file of the person at the same moment.
      {
        check: await placeOfCode(services, actor.controller, { personalIdentityCode }),
        when: 'absent',
        otherwise: SUBJECT_REQUEST_REFUSALS.held,
      },
    ],
    line: {
      clients: [],
      resources: [{ kind: 'subjectRequest', id: requestId }],
      dataGroups: ['dataRequests'],
      changedFields: ['absence'],
      reasonId: requestId,
      reasonCode: identity,
    },
    facts: [
      { kind: 'subjectRequestReceived', on: absence.receivedOn, code: 'inspection' },
      { kind: 'subjectRequestDecided', on: today, code: 'nothingHeld' },
      {
        kind: 'subjectRequestAnswered',
        on: today,
        code: 'inspection',
        days: daysBetween(absence.receivedOn, today),
        inTime: today <= answerBy('inspection', absence.receivedOn),
      },
    ],
    answer: { body: { requestId }, version: 1 },
  });
}

export const AbsenceQuery = LetterQuery.omit({ letter: true });
export const OneAbsence = z.strictObject({ requestId: SubjectRequestId });

/** The answer that nothing is held, as a page or a PDF. */
export async function printAbsence(
  context: ActContext,
  { params, query }: { params: z.infer<typeof OneAbsence>; query: z.infer<typeof AbsenceQuery> },
): Promise<Reading<FileAnswer>> {
  const { services, actor } = context;
  const absence = await loadAbsence(context, params.requestId);
  if (absence === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return {
    line: {
      clients: [],
      resources: [{ kind: 'subjectRequest', id: absence.requestId }],
      dataGroups: ['dataRequests'],
    },
    body: async () => {
      const [name, { organiser }, { notice }] = await Promise.all([
        openName(context, absence),
        officeOf(services, actor.controller, undefined),
        settingsOf(services, actor.controller),
      ]);
      const { letterOfAbsence } = await import('../../shared/domain/data-subject-requests/absence-letter.ts');
      const print = letterOfAbsence(absence, { name, authority: organiser.name, notice }, query.language);
      return letterFile([print], {
        form: query.form,
        name: `ei-tietoja-${absence.requestId}`,
        now: absence.createdAt,
      });
    },
  };
}
