import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { changedFieldsOf } from '../../shared/domain/controllers/store.ts';
import type {
  Delegation,
  DelegationContent,
  DelegationItem,
} from '../../shared/domain/decisions/powers/model.ts';
import { changedDelegation } from '../../shared/domain/decisions/powers/store.ts';
import { DECISION_REFUSALS } from '../../shared/domain/decisions/refusals.ts';
import { finding } from '../../shared/domain/decisions/rules/finding.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import {
  type DelegationChanged,
  findDelegation,
  lineOfDelegation,
  mustBeDelegable,
  type OneDelegation,
} from './delegation-view.ts';

type Of = { params: OneDelegation; version: number };

/** Writes a row anew; what it said until now is kept. Its kind stays: another kind is another row. */
export async function changeDelegation(
  context: ActContext,
  { params, body, version }: Of & { body: DelegationContent },
): Promise<Answer<DelegationChanged>> {
  const item = await findDelegation(context, params);
  expectVersion(item, version);
  if (body.kind !== params.kind)
    throw new Refusal(DECISION_REFUSALS.delegationNotValid, { findings: [kindStays()] });
  await mustBeDelegable(context, body);
  return written(context, item, { delegationId: params.delegationId, ...body });
}

export const EndDelegation = z.strictObject({ to: LocalDate }).meta({ id: 'EndDelegation' });

/** Ends a row with its last day. What was decided by it stands. */
export async function endDelegation(
  context: ActContext,
  { params, body: { to }, version }: Of & { body: z.infer<typeof EndDelegation> },
): Promise<Answer<DelegationChanged>> {
  const item = await findDelegation(context, params);
  expectVersion(item, version);
  const { delegation } = item;
  if (delegation.to !== undefined && delegation.to < context.today) {
    throw new Refusal(DECISION_REFUSALS.delegationEnded);
  }
  if (to < delegation.from)
    throw new Refusal(DECISION_REFUSALS.delegationNotValid, { findings: [daysInOrder()] });
  return written(context, item, { ...delegation, to });
}

function written(
  context: ActContext,
  item: DelegationItem,
  delegation: Delegation,
): Promise<Answer<DelegationChanged>> {
  const { next, changes } = changedDelegation(context, item, delegation);
  const { delegationId } = delegation;
  return commit(context, {
    changes,
    line: lineOfDelegation(
      [{ kind: 'delegation', id: delegationId, version: next.version }],
      changedFieldsOf(item.delegation, delegation),
    ),
    answer: { body: { delegationId, version: next.version }, version: next.version },
  });
}

const kindStays = () =>
  finding('kindStays', 'error', '/body/kind', 'toimivaltasääntö', {
    fi: 'Rivin päätöslajia ei voi vaihtaa.',
    sv: 'Radens beslutsslag kan inte bytas.',
    en: 'The kind of decision of a row cannot be changed.',
  });

const daysInOrder = () =>
  finding('daysInOrder', 'error', '/body/to', 'toimivaltasääntö', {
    fi: 'Viimeinen päivä on ennen ensimmäistä.',
    sv: 'Den sista dagen är före den första.',
    en: 'The last day is before the first.',
  });
