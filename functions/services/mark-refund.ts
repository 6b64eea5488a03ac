import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { mergedContexts } from '../../shared/domain/clients/merged.ts';
import { birthDateIn } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { RefundContent, RefundEndGround, RefundMark } from '../../shared/domain/services/refunds/model.ts';
import { judgeRefund, lastDayOf } from '../../shared/domain/services/refunds/rules.ts';
import { loadRefund, loadRefunds, sealRefund } from '../../shared/domain/services/refunds/store.ts';
import { SERVICE_REFUSALS } from '../../shared/domain/services/refusals.ts';
import { judgeDay } from '../../shared/domain/services/rules.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { RefundMarkId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { changed, created } from '../../shared/table/item.ts';
import { refundKeys } from '../../shared/table/keys.ts';

export const MarkRefund = z
  .strictObject({
    ...RefundMark.pick({ ground: true, from: true, to: true }).shape,
    quota: RefundMark.shape.quota.default(false),
    content: RefundContent,
  })
  .meta({ id: 'MarkRefund' });

export const EndRefund = z.strictObject({ on: LocalDate, ground: RefundEndGround }).meta({ id: 'EndRefund' });

export const RefundChanged = z
  .strictObject({ refundMarkId: RefundMarkId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'RefundChanged' });
type RefundChanged = z.infer<typeof RefundChanged>;

/**
 * Marks that the state refunds what is given to the client, on which ground and since when, so that the refund can be
 * applied for (681/2023 59–70 §; U-4.12). Without a last day it ends when the law says.
 */
export async function markRefund(
  context: ClientContext,
  { body }: { body: z.infer<typeof MarkRefund> },
): Promise<Answer<RefundChanged>> {
  const { services, actor, now, today, file } = context;
  const { clientId, relationship } = file.head;
  refuseMerged(file.head);
  const files = [context, ...(await mergedContexts(context))];
  const [base, ...marks] = await Promise.all([
    openBase(ringOf(context), file.head),
    ...files.map((one) => loadRefunds(one, one.file.head.clientId)),
  ]);
  const birthDate = birthDateIn(base.data);
  const { content, ...said } = body;
  const findings = judgeRefund(said, content, { today, birthDate, marks: marks.flat() });
  refuseErrors(SERVICE_REFUSALS.notValid, findings);
  const refundMarkId = RefundMarkId.parse(newId(services));
  const key = refundKeys.mark(actor.controller, clientId, refundMarkId);
  const to = said.to ?? lastDayOf(said, birthDate);
  const mark: RefundMark = {
    ...key,
    entity: 'refundMark',
    ...created(now, actor.userId),
    refundMarkId,
    clientId,
    ...said,
    ...(to === undefined ? {} : { to }),
    markedOn: today,
    markedBy: actor.userId,
    ...(relationship === undefined ? {} : { unitId: relationship.responsibleUnitId }),
    documentClass: 'clienthood',
    content: await sealRefund(ringOf(context), key, content),
  };
  return written(context, mark, { facts: [factOf('refundMarked', mark, today)], findings });
}

/** Ends a refund on its ground, or takes back a mark that was made in error: then it was not counted either. */
export async function endRefund(
  context: ClientContext,
  {
    params,
    body: { on, ground },
    version,
  }: { params: { refundMarkId: RefundMarkId }; body: z.infer<typeof EndRefund>; version: number },
): Promise<Answer<RefundChanged>> {
  const { actor, now, today, file } = context;
  const before = await loadRefund(context, file.head.clientId, params.refundMarkId);
  if (before === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(before, version);
  if (before.ended !== undefined) throw new Refusal(SERVICE_REFUSALS.wrongState);
  refuseErrors(SERVICE_REFUSALS.notValid, judgeDay(on, before.from, today, 'on'));
  const after: RefundMark = {
    ...before,
    ...changed(before, now, actor.userId),
    ended: { on, ground, by: actor.userId },
  };
  const marked = factOf('refundMarked', before, before.markedOn);
  return written(context, after, {
    facts: ground === 'markedInError' ? [{ ...marked, undoes: true }] : [factOf('refundEnded', after, on)],
  });
}

const factOf = (
  kind: 'refundMarked' | 'refundEnded',
  { refundMarkId, clientId, ground, unitId }: RefundMark,
  on: LocalDate,
): Fact => ({
  kind,
  on,
  ...(unitId === undefined ? {} : { unitId }),
  code: ground,
  clientId,
  about: refundMarkId,
});

function written(
  context: ClientContext,
  mark: RefundMark,
  { facts, findings = [] }: { facts: Fact[]; findings?: { rule: string }[] },
): Promise<Answer<RefundChanged>> {
  const { clientId, refundMarkId, version } = mark;
  return commit(context, {
    changes: [{ put: mark, when: version === 1 ? 'absent' : { version: version - 1 } }],
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId }],
      dataGroups: ['clienthood'],
      changedFields: ['refundMark'],
    },
    facts,
    answer: {
      body: { refundMarkId, version, findings: findings.map(({ rule }) => rule) },
      version,
    },
  });
}
