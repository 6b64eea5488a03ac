import * as z from 'zod';
import type { Answer, Change } from '../../shared/act.ts';
import { roomBeside } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type DecisionHead } from '../../shared/domain/decisions/model.ts';
import { redactedFor } from '../../shared/domain/decisions/redacted-for.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { withExpectedForce } from '../../shared/domain/decisions/rules/force.ts';
import { copiesOf, hasPresentCopy, judgeWay } from '../../shared/domain/decisions/rules/service.ts';
import { type ServiceRow, Way } from '../../shared/domain/decisions/service-model.ts';
import { networkNow, noted, type Standing } from '../../shared/domain/decisions/standing-network.ts';
import { loadServiceRows } from '../../shared/domain/decisions/store.ts';
import { serveDecision } from '../../shared/domain/decisions/transitions.ts';
import { ConcernedId, ServiceOfNoticeId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { handedTo } from './disclosure-to.ts';
import {
  commitDecision,
  DecisionChanged,
  decisionSeen,
  type OfDecision,
  officialOf,
} from './one-decision.ts';
import { timesOfSending } from './service-times.ts';

export const SendCopy = z
  .strictObject({
    concernedId: ConcernedId,
    way: Way,
    /** Today unless it is said. */
    sentOn: LocalDate.optional(),
    /** The recipient's consent to electronic service is on file (13/2003). */
    consented: z.boolean().default(false),
  })
  .meta({ id: 'SendCopy' });
type SendCopy = z.infer<typeof SendCopy>;

export const CopySent = DecisionChanged.extend({ serviceId: ServiceOfNoticeId }).meta({ id: 'CopySent' });

/**
 * Records that a recipient's copy went out, by which way and when (434/2003 54–63 §; L-4.4): a row of its own for each
 * recipient and way, with the recipient's own clock. A copy that would betray a protected place does not go out. After a
 * correction a recipient gets another (52 §), free of charge and without a clock.
 */
export async function sendCopy(
  context: ClientContext,
  { body, ...of }: OfDecision & { body: SendCopy },
): Promise<Answer<z.infer<typeof CopySent>>> {
  const { actor, now, today, services } = context;
  const before = await decisionSeen(context, of);
  const moved = serveDecision(before, false, { now, by: actor.userId });
  const sentOn = body.sentOn ?? today;
  const ways = judgeWay(before, body);
  if (ways.length > 0) throw new Refusal(DECISION_REFUSALS.wayNotAllowed, { findings: ways });
  refuseErrors(DECISION_REFUSALS.notValid, judgeSentOn(before, sentOn, today));
  const network = await networkNow(context);
  const [copy, rows, handed] = await Promise.all([
    redactedFor(context, before, body.concernedId),
    loadServiceRows(context, before),
    handedTo(context, before, body.concernedId, {
      on: sentOn,
      purpose: 'serviceOfDecision',
      provision: '434/2003 54 §',
    }),
  ]);
  if (hasPresentCopy(before, rows, body.concernedId)) throw new Refusal(DECISION_REFUSALS.underService);
  if (copy.revealing.length > 0) {
    throw new Refusal(DECISION_REFUSALS.copyReveals, { details: { places: copy.revealing } });
  }
  const serviceId = ServiceOfNoticeId.parse(newId(services));
  // A copy of what it read before is there already: the corrected one moves no time, and nothing of it is waited for.
  const isAgain = copiesOf(rows, body.concernedId).length > 0;
  const keyOf = isAgain ? clientKeys.endedService : clientKeys.serviceOfNotice;
  const row: ServiceRow = {
    ...keyOf(actor.controller, before.clientId, before.decisionId, serviceId),
    entity: 'serviceOfNotice',
    ...created(now, actor.userId),
    serviceId,
    decisionId: before.decisionId,
    clientId: before.clientId,
    serviceTasks: before.serviceTasks,
    concernedId: body.concernedId,
    way: body.way,
    state: 'sent',
    sentOn,
    sentBy: officialOf(context),
    ...(isAgain ? { again: true } : {}),
    consented: body.consented,
    documentVersion: copy.document.version,
    hidden: copy.hidden.length,
  };
  const after = withExpectedForce(moved, [...rows, row]);
  const changes: Change[] = [
    { put: row, when: 'absent' },
    ...(isAgain ? [] : timesOfSending(context, before, row)),
  ];
  const answer = await commitDecision(context, before, after, {
    changes: [...changes, ...standing(context, network, changes)],
    resources: [
      { kind: 'serviceOfNotice', id: serviceId, client: before.clientId },
      {
        kind: 'document',
        id: copy.document.documentId,
        client: before.clientId,
        version: copy.document.version,
      },
    ],
    fields: ['service'],
    ...handed,
  });
  return { ...answer, body: { ...answer.body, serviceId } };
}

/** The decision may leave one place of the table for another. */
const OF_DECISION = 2;

/**
 * What the copy was held against, named in its commit: a safety ban of the client or of somebody near, or a minor's ban,
 * that comes after the look stops the sending. Of the network as many as there is room for.
 */
function standing(
  context: ClientContext,
  { mark, heads }: Awaited<ReturnType<typeof networkNow>>,
  changes: readonly Change[],
): Standing[] {
  return [mark, noted(context.file.head), ...heads.map(noted)]
    .slice(0, roomBeside(context, { changes }) - OF_DECISION)
    .map((one) => ({ ...one, otherwise: COMMON_REFUSALS.conflict }));
}

function judgeSentOn({ issued }: DecisionHead, sentOn: LocalDate, today: LocalDate) {
  if (issued !== undefined && issued.on <= sentOn && sentOn <= today) return [];
  return [
    finding('sentInOrder', 'error', '/body/sentOn', '434/2003 54 §', {
      fi: 'Lähettämispäivä on tulevaisuudessa tai ennen päätöstä.',
      sv: 'Avsändningsdagen är i framtiden eller före beslutet.',
      en: 'The day of sending is in the future, or before the decision.',
    }),
  ];
}
