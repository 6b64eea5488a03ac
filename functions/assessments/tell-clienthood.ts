import * as z from 'zod';
import type { Answer, LinePart } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { type Assessment, MOST_TOLD, ToldRecipient, ToldWay } from '../../shared/domain/assessments/model.ts';
import { ASSESSMENT_REFUSALS } from '../../shared/domain/assessments/refusals.ts';
import { loadEndedAssessment, toldOf } from '../../shared/domain/assessments/store.ts';
import { judgeTelling, notYetTold } from '../../shared/domain/assessments/to-tell.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { meetDeadline } from '../../shared/domain/deadlines/move-deadline.ts';
import { deadlineOf, loadOpenDeadlines } from '../../shared/domain/deadlines/store.ts';
import { knownPersons } from '../../shared/domain/decisions/known-persons.ts';
import { mayBeGivenTo, type Receiver, shutOutFrom } from '../../shared/domain/disclosures/may-be-given.ts';
import type { Datum } from '../../shared/domain/disclosures/scope.ts';
import { expectGiving, loadMinorsBans } from '../../shared/domain/disclosures/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId, DocumentId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { type AssessmentChanged, lineOfAssessment, type OneAssessment } from './one-assessment.ts';

export const TellClienthood = z
  .strictObject({
    recipient: ToldRecipient,
    way: ToldWay,
    on: LocalDate,
    /** The custodian is told as a party, or a party's representative: the right to know stays (703/2023 § 51). */
    asParty: z.boolean().default(false),
  })
  .meta({ id: 'TellClienthood' });

/**
 * Records that a custodian or the child was told that a child welfare relationship began (417/2007 § 27), how and on
 * which day. When everybody has been told, the time to tell is met on the last of those days; until then the answer
 * says who is missing. Whom the child has shut out is not told, but as a party, and is not waited for.
 */
export async function tellClienthood(
  context: ClientContext,
  {
    params,
    body,
    version,
  }: { params: z.infer<typeof OneAssessment>; body: z.infer<typeof TellClienthood>; version: number },
): Promise<Answer<AssessmentChanged>> {
  const { file, actor, now, today } = context;
  const { clientId } = file.head;
  const [before, deadlines, family, bans] = await Promise.all([
    loadEndedAssessment(context, clientId, params.assessmentId),
    loadOpenDeadlines(context, clientId),
    knownPersons(context),
    loadMinorsBans(context, clientId),
  ]);
  if (before?.entity !== 'assessment') throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(before, version);
  const { readyOn, result, assessmentId, told = [] } = before;
  if (result !== 'childWelfareClient' || readyOn === undefined || told.length >= MOST_TOLD) {
    throw new Refusal(ASSESSMENT_REFUSALS.nobodyToTell);
  }
  refuseErrors(ASSESSMENT_REFUSALS.notValid, judgeTelling(body, family, { began: readyOn, today }));
  const { recipient, asParty } = body;
  const data = before.documentId === undefined ? undefined : [datumOf(before.documentId, before)];
  const receiver: Receiver =
    recipient.kind === 'child'
      ? { kind: 'client' }
      : { kind: 'representative', relationId: recipient.relationId, asParty };
  expectGiving(clientId, mayBeGivenTo(receiver, data, bans));
  const telling = { recipient, way: body.way, on: body.on, ...(asParty ? { asParty } : {}) };
  const after = toldOf(before, telling, { now, by: actor.userId });
  const all = after.told ?? [];
  const missing = notYetTold(family, all, { shutOut: shutOutFrom(data, bans), today });
  const time = deadlineOf(deadlines, {
    rule: 'protectionClienthoodTold',
    subject: { kind: 'assessment', id: assessmentId },
  });
  const [lastOn = body.on] = all
    .map(({ on }) => on)
    .toSorted()
    .toReversed();
  return commit(context, {
    changes: [
      { put: after, when: { version: before.version } },
      ...(missing.length === 0 && time !== undefined
        ? meetDeadline(context, time, { on: lastOn }).changes
        : []),
    ],
    line: { ...lineOfAssessment(after, ['told']), ...disclosureOf(clientId, body) },
    answer: {
      body: { assessmentId, version: after.version, findings: missing },
      version: after.version,
    },
  });
}

/** What is told: what the assessment found. */
const datumOf = (id: DocumentId, { serviceTasks }: Pick<Assessment, 'serviceTasks'>): Datum => ({
  kind: 'document',
  id,
  serviceTasks,
});

/** A child is told of one's own matter; a custodian is somebody else, even where the law says to tell. */
const disclosureOf = (
  clientId: ClientId,
  { recipient, on, asParty }: z.infer<typeof TellClienthood>,
): Pick<LinePart, 'disclosure'> =>
  recipient.kind === 'child'
    ? {}
    : {
        disclosure: {
          on,
          client: clientId,
          recipient: {
            kind: 'representative',
            ...(recipient.relationId === undefined ? {} : { reference: recipient.relationId }),
          },
          purpose: 'informingOfClienthood',
          ground: { kind: 'provision', provision: asParty ? '621/1999 11 §' : '417/2007 27 §' },
        },
      };
