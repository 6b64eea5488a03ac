import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { RequestForm } from '../../shared/domain/controllers/settings/data-subject.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { answerBy } from '../../shared/domain/data-subject-requests/clock.ts';
import { factOfReceived } from '../../shared/domain/data-subject-requests/counted.ts';
import { factsOfAsker } from '../../shared/domain/data-subject-requests/facts-of-asker.ts';
import { isAcceptedForm, judgeRecorded } from '../../shared/domain/data-subject-requests/judge-recorded.ts';
import {
  AskedContent,
  RequestAsker,
  RequestKind,
  type SubjectRequest,
  Targets,
} from '../../shared/domain/data-subject-requests/model.ts';
import { SUBJECT_REQUEST_REFUSALS } from '../../shared/domain/data-subject-requests/refusals.ts';
import { judgeStanding } from '../../shared/domain/data-subject-requests/standing.ts';
import { sealAsked } from '../../shared/domain/data-subject-requests/store.ts';
import { waitingRow } from '../../shared/domain/data-subject-requests/waiting.ts';
import { stillKept } from '../../shared/domain/retention/gate.ts';
import { errorsOf } from '../../shared/kernel/finding.ts';
import { type ClientId, RelationId, SubjectRequestId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { subjectRequestKeys } from '../../shared/table/keys.ts';

export const RecordSubjectRequest = z
  .strictObject({
    kind: RequestKind,
    receivedOn: LocalDate,
    form: RequestForm,
    asker: RequestAsker,
    relationId: RelationId.optional(),
    targets: Targets.default([]),
    ...AskedContent.shape,
  })
  .meta({ id: 'RecordSubjectRequest' });

export const SubjectRequestRecorded = z
  .strictObject({
    requestId: SubjectRequestId,
    dueOn: LocalDate,
    /** Whether the controller takes a request in this form: if not, the asker is guided to one that it takes. */
    formAccepted: z.boolean(),
    /** The office that the controller's requests go to (C-21). */
    addressee: z.string(),
  })
  .meta({ id: 'SubjectRequestRecorded' });

/** A request came: it is on record and its time runs, whatever its form (C-22; K-15.6). */
export async function recordSubjectRequest(
  context: ActContext,
  {
    params: { clientId },
    body,
  }: { params: { clientId: ClientId }; body: z.infer<typeof RecordSubjectRequest> },
): Promise<Answer<z.infer<typeof SubjectRequestRecorded>>> {
  const { services, actor, now, today } = context;
  const [head, { dataSubjectRequests }] = await Promise.all([
    knownClient(context, clientId),
    settingsOf(services, actor.controller),
  ]);
  refuseMerged(head);
  const kept = await stillKept(context, clientId);
  const { kind, receivedOn, form, asker, relationId, targets, ...content } = body;
  const concerns = [clientId];
  const { ring, ...facts } = await factsOfAsker(context, head, body);
  const findings = errorsOf([
    ...judgeRecorded(body, today, head),
    ...judgeStanding({ asker, ...facts }, today),
  ]);
  if (findings.length > 0) throw new Refusal(SUBJECT_REQUEST_REFUSALS.notValid, { findings, concerns });

  const requestId = SubjectRequestId.parse(newId(services));
  const key = subjectRequestKeys.request(actor.controller, clientId, requestId);
  const dueOn = answerBy(kind, receivedOn);
  const request: SubjectRequest = {
    ...key,
    entity: 'subjectRequest',
    ...created(now, actor.userId),
    requestId,
    clientId,
    kind,
    state: 'open',
    receivedOn,
    firstDueOn: dueOn,
    dueOn,
    form,
    asker,
    ...(relationId === undefined ? {} : { relationId }),
    targets,
    asked: await sealAsked(ring, key, content),
    identity: { state: 'pending' },
    carriedOut: [],
    steps: [{ step: 'recorded', at: now, by: actor.userId }],
  };
  const row = waitingRow(context, { kind: 'subjectRequest', id: requestId, clientId, receivedOn, dueOn });
  return commit(context, {
    changes: [{ put: request, when: 'absent' }, { put: row, when: 'absent' }, kept],
    line: {
      clients: [clientId],
      resources: [{ kind: 'subjectRequest', id: requestId, client: clientId }],
      dataGroups: ['dataRequests'],
      changedFields: ['subjectRequest'],
      reasonId: requestId,
      reasonCode: kind,
    },
    facts: [factOfReceived(request)],
    answer: {
      body: {
        requestId,
        dueOn,
        formAccepted: isAcceptedForm(kind, form, dataSubjectRequests),
        addressee: dataSubjectRequests.addressee,
      },
      version: 1,
    },
  });
}
