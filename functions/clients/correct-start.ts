import * as z from 'zod';
import { whoMarks } from '../../shared/access/who-marks.ts';
import type { Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { GivenReason } from '../../shared/domain/case-notes/model.ts';
import { loggedReason, newReasonId } from '../../shared/domain/case-notes/texts.ts';
import { judgeStart } from '../../shared/domain/clients/correct-start.ts';
import { factOfStart, factsOfEnd, startNotCounted } from '../../shared/domain/clients/counted.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { refuseMergedItself } from '../../shared/domain/clients/merged.ts';
import type { Relationship } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { correctionItem } from '../../shared/domain/clients/relationship-corrections.ts';
import {
  loadPeriods,
  movedPeriod,
  type RelationshipPeriod,
} from '../../shared/domain/clients/relationship-periods.ts';
import { indexed, ringOf } from '../../shared/domain/clients/store.ts';
import { startCorrected } from '../../shared/domain/clients/transitions/relationship.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import type { RelationshipChanged } from './start-relationship.ts';

export const CorrectStart = z
  .strictObject({
    startedOn: LocalDate,
    /** Of an ended period, the day on which it is recorded to have begun; left out, the relationship in force. */
    periodFrom: LocalDate.optional(),
    reason: GivenReason,
  })
  .meta({ id: 'CorrectRelationshipStart' });

/**
 * Corrects the day on which a client relationship began (703/2023 § 22), in force or ended. What stood there is kept with
 * the corrector and the ground, and the figures take the wrong day back.
 */
export async function correctStart(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof CorrectStart>; version: number },
): Promise<Answer<z.infer<typeof RelationshipChanged>>> {
  const { file, actor, services, now, today } = context;
  refuseMergedItself(context);
  expectVersion(file.head, version);
  const { clientId } = file.head;
  const periods = await loadPeriods(services, actor.controller, clientId);
  const { before, period } = whichOf(context, periods, body.periodFrom);
  const others = periods.filter((one) => one !== period).map((one) => one.period);
  refuseErrors(
    CLIENT_REFUSALS.relationshipNotValid,
    judgeStart(before, body.startedOn, { ended: others, today }),
  );
  const by = await whoMarks(context, { writtenBy: before.recorded?.by ?? '' }, body.reason.presentUserId);
  const item = await correctionItem(
    context,
    ringOf(context),
    { clientId, was: { startedOn: before.startedOn }, is: { startedOn: body.startedOn } },
    { by, given: body.reason, reasonId: newReasonId(services) },
  );
  const after: Relationship = {
    ...before,
    startedOn: body.startedOn,
    corrected: { name: by.name, post: by.post, at: by.at, ground: body.reason.ground },
    ...(before.recorded === undefined
      ? {}
      : { recorded: { ...before.recorded, countedAs: newId(services) } }),
  };
  const isLatest =
    file.head.relationship?.startedOn === before.startedOn &&
    file.head.relationship.endedOn === before.endedOn;
  const head = startCorrected(file.head, isLatest ? after : undefined, { now, by: actor.userId });
  const isNamed = before.recorded !== undefined;
  return commit(context, {
    changes: [
      { put: indexed(head, actor.controller), when: { version } },
      { put: item, when: 'absent' },
      ...(period === undefined ? [] : await moved(context, period, after)),
    ],
    line: {
      clients: [clientId],
      resources: [{ kind: 'relationship', id: clientId, version: head.version }],
      dataGroups: ['clienthood'],
      changedFields: ['startedOn'],
      reasonId: loggedReason(item.reason),
    },
    facts: isNamed ? [...startNotCounted(before), factOfStart(after), ...factsOfEnd(after)] : [],
    answer: {
      body: { clientId, version: head.version, findings: isNamed ? [] : ['client.figuresStay'] },
      version: head.version,
    },
  });
}

/** The relationship in force, or the period that is recorded to have begun on that day. */
function whichOf(
  { file }: ClientContext,
  periods: readonly RelationshipPeriod[],
  from: LocalDate | undefined,
): { before: Relationship; period?: RelationshipPeriod } {
  const { relationship } = file.head;
  if (from === undefined) {
    if (relationship?.state !== 'active') throw new Refusal(CLIENT_REFUSALS.noRelationship);
    return { before: relationship };
  }
  const period = periods.find((one) => one.period.startedOn === from);
  if (period === undefined) throw new Refusal(CLIENT_REFUSALS.noSuchPeriod);
  return { before: period.period, period };
}

/** A period lies by its first day. */
async function moved(
  context: ClientContext,
  before: RelationshipPeriod,
  period: Relationship,
): Promise<Change[]> {
  const { put, remove } = await movedPeriod(ringOf(context), context.actor.controller, before, {
    period,
    periodId: newId(context.services),
  });
  return [
    { remove, when: { version: before.version } },
    { put, when: 'absent' },
  ];
}
