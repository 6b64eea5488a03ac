import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import {
  type Concerned,
  type Hearing,
  OmissionGround,
} from '../../shared/domain/decisions/concerned-model.ts';
import type { DecisionHead } from '../../shared/domain/decisions/model.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { judgeHearing, judgeOmission } from '../../shared/domain/decisions/rules/hearing.ts';
import { closeHearing as closed, hear } from '../../shared/domain/decisions/transitions.ts';
import { loadDisclosure } from '../../shared/domain/disclosures/store.ts';
import { errorsOf, type Finding } from '../../shared/kernel/finding.ts';
import { type ConcernedId, DisclosureId, type UserId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { type HandedTo, handedTo } from './disclosure-to.ts';
import {
  commitDecision,
  contentOf,
  type DecisionChanged,
  decisionSeen,
  type OfDecision,
} from './one-decision.ts';

const Words = z.string().trim().min(3).max(1000);
const asked = {
  way: z.enum(['meeting', 'phone', 'letter', 'electronic']),
  askedOn: LocalDate,
  /** Kohtuullinen määräaika (434/2003 33 §). */
  answerBy: LocalDate.optional(),
  /** Kuulemisen kohteena olevat asiakirjat (36 §), given by the one gate: the disclosures by which they went. */
  disclosureIds: z.array(DisclosureId).max(10).default([]),
};

/** How one of the concerned was heard: asked, answering, silent, or left unheard on a ground. */
export const HearConcerned = z
  .discriminatedUnion('state', [
    z.strictObject({ state: z.literal('asked'), ...asked }),
    z.strictObject({ state: z.literal('answered'), ...asked, answeredOn: LocalDate, words: Words }),
    z.strictObject({ state: z.literal('silent'), ...asked, answerBy: LocalDate }),
    z.strictObject({ state: z.literal('omitted'), ground: OmissionGround, words: Words }),
  ])
  .meta({ id: 'HearConcerned' });
type HearConcerned = z.infer<typeof HearConcerned>;

/**
 * Records the hearing of a party before the decision (434/2003 34–36 §; 417/2007 20, 39 a, 42 §). That somebody else
 * than the client is asked tells of the client's matter: the line is of the disclosure log (docs/decisions/0116).
 */
export async function hearConcerned(
  context: ClientContext,
  { body, ...of }: OfDecision & { params: { concernedId: ConcernedId }; body: HearConcerned },
): Promise<Answer<DecisionChanged>> {
  const { actor, now, today } = context;
  const before = await decisionSeen(context, of);
  const { concernedId } = of.params;
  const one = before.concerned.find((each) => each.concernedId === concernedId);
  if (one === undefined) throw new Refusal(DECISION_REFUSALS.notConcerned);
  const after = hear(before, concernedId, hearingOf(body, actor.userId), { now, by: actor.userId });
  refuseErrors(DECISION_REFUSALS.notValid, judgeHeard(before.kind, one, body, today));
  const [content, handed] = await Promise.all([
    contentOf(context, before),
    toldBy(context, before, { one, body }),
  ]);
  const voices = content.voices.filter((voice) => voice.concernedId !== concernedId);
  return commitDecision(context, before, after, {
    content:
      'words' in body ? { ...content, voices: [...voices, { concernedId, words: body.words }] } : content,
    fields: ['hearing'],
    ...handed,
  });
}

/** Asked once is told once: when the answer is recorded after the asking, nothing more leaves. */
async function toldBy(
  context: ClientContext,
  head: DecisionHead,
  { one, body }: { one: Concerned; body: HearConcerned },
): Promise<HandedTo | undefined> {
  if (body.state === 'omitted') return undefined;
  await expectGivenTo(context, one, body.disclosureIds);
  const { hearing } = one;
  const isKnown = 'askedOn' in hearing && hearing.askedOn === body.askedOn;
  return isKnown
    ? undefined
    : handedTo(context, head, one.concernedId, {
        on: body.askedOn,
        purpose: 'hearing',
        provision: '434/2003 34 §',
      });
}

/** @throws Refusal where one of them has not been sent, or was not sent for a hearing to this person. */
async function expectGivenTo(
  context: ClientContext,
  { relationId }: Concerned,
  disclosureIds: readonly DisclosureId[],
): Promise<void> {
  const given = await Promise.all(
    disclosureIds.map((id) => loadDisclosure(context, context.file.head.clientId, id)),
  );
  const isOther = given.some(
    (item) =>
      relationId === undefined ||
      item?.state !== 'sent' ||
      item.purpose !== 'hearing' ||
      item.relationId !== relationId,
  );
  if (!isOther) return;
  refuseErrors(DECISION_REFUSALS.notValid, [
    finding('hearingGiven', 'error', '/body/disclosureIds', '434/2003 36 §', {
      fi: 'Asiakirjoja ei ole lähetetty tälle asianosaiselle kuulemista varten.',
      sv: 'Handlingarna har inte sänts till denna part för hörande.',
      en: 'The documents were not sent to this party for a hearing.',
    }),
  ]);
}

function hearingOf(body: HearConcerned, recordedBy: UserId): Hearing {
  if (body.state === 'omitted') return { state: 'omitted', ground: body.ground, recordedBy };
  const { state, way, askedOn, answerBy, disclosureIds } = body;
  return {
    state,
    way,
    askedOn,
    ...(answerBy === undefined ? {} : { answerBy }),
    ...('answeredOn' in body ? { answeredOn: body.answeredOn } : {}),
    ...(disclosureIds.length === 0 ? {} : { disclosureIds }),
    recordedBy,
  };
}

function judgeHeard(
  kind: Parameters<typeof judgeOmission>[0]['kind'],
  one: Concerned,
  body: HearConcerned,
  today: LocalDate,
): Finding[] {
  if (body.state === 'omitted') return judgeOmission({ kind }, one, body.ground);
  const days = [body.askedOn, ...('answeredOn' in body ? [body.answeredOn] : [])];
  const isWrong =
    days.some((day) => day > today) ||
    (body.answerBy !== undefined && body.answerBy < body.askedOn) ||
    ('answeredOn' in body && body.answeredOn < body.askedOn);
  if (!isWrong) return [];
  return [
    finding('hearingInOrder', 'error', '/body/askedOn', '434/2003 33, 36 §', {
      fi: 'Kuulemisen päivät ovat tulevaisuudessa tai väärässä järjestyksessä.',
      sv: 'Dagarna för hörandet är i framtiden eller i fel ordning.',
      en: 'The days of the hearing are in the future, or out of order.',
    }),
  ];
}

/**
 * Closes the hearing: everybody was heard, was silent to the set day, or was left unheard on a recorded ground.
 * @throws Refusal `decision.notHeard`.
 */
export async function closeHearing(context: ClientContext, of: OfDecision): Promise<Answer<DecisionChanged>> {
  const { actor, now, today } = context;
  const before = await decisionSeen(context, of);
  const after = closed(before, { now, by: actor.userId });
  const findings = judgeHearing(before, today);
  if (errorsOf(findings).length > 0) throw new Refusal(DECISION_REFUSALS.notHeard, { findings });
  return commitDecision(context, before, after, {
    fields: ['state'],
    findings: findings.map(({ rule }) => rule),
  });
}
