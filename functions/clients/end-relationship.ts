import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { CancelComing, cancelComing } from '../../shared/commit-cancelled.ts';
import { factsOfEnd } from '../../shared/domain/clients/counted.ts';
import type { ClientContext, ClientFile } from '../../shared/domain/clients/file.ts';
import { goesOnWith, judgeKept, type Kept } from '../../shared/domain/clients/goes-on.ts';
import { Relationship } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { periodItem } from '../../shared/domain/clients/relationship-periods.ts';
import { judgePeriod } from '../../shared/domain/clients/rules.ts';
import { indexed, ringOf } from '../../shared/domain/clients/store.ts';
import { endRelationship as ended } from '../../shared/domain/clients/transitions/relationship.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { newId } from '../../shared/new-id.ts';
import type { RelationshipChanged } from './start-relationship.ts';

export const EndRelationship = z
  .strictObject({
    endedOn: LocalDate,
    ground: Relationship.shape.endGround.unwrap(),
    /** The ground in words (703/2023 § 38). */
    explanation: z.string().trim().min(1).max(2000).optional(),
    /** What is coming is cancelled with it; left out, it keeps the relationship going. */
    appointments: CancelComing.optional(),
  })
  .meta({ id: 'EndRelationship' });

/**
 * Ends the client relationship with its ground (1301/2014 § 34). Open cases are closed first, for the retention
 * of their documents runs from their closing; appointments that are coming are cancelled where that is chosen
 * (docs/decisions/0065). The file leaves the active set; the period stays as history.
 */
export async function endRelationship(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof EndRelationship>; version: number },
): Promise<Answer<z.infer<typeof RelationshipChanged>>> {
  const { file, actor, services, now, today } = context;
  expectVersion(file.head, version);
  const move = { now, by: actor.userId };
  const head = ended(file.head, { on: body.endedOn, ground: body.ground }, move);
  const { relationship } = head;
  refuseErrors(CLIENT_REFUSALS.relationshipNotValid, judgePeriod(relationship, today));
  const { kept, appointments } = await goesOnWith(context, file);
  refuseGoing(file, body.appointments === undefined ? kept : { ...kept, appointments: 0 });
  const period = await periodItem(
    ringOf(context),
    actor.controller,
    { clientId: head.clientId, periodId: newId(services), relationship, explanation: body.explanation },
    move,
  );
  if (body.appointments !== undefined) {
    const check = { check: file.head, when: { version } } as const;
    await cancelComing(context, appointments, body.appointments, check);
  }
  return commit(context, {
    changes: [
      { put: indexed(head, actor.controller), when: { version } },
      { put: period, when: 'absent' },
    ],
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'relationship', id: head.clientId, version: head.version }],
      dataGroups: ['clienthood'],
      changedFields: ['relationship'],
    },
    facts: factsOfEnd(relationship),
    answer: { body: { clientId: head.clientId, version: head.version, findings: [] }, version: head.version },
  });
}

/** @throws Refusal `client.openCases`, `client.goesOn`, with every finding. */
function refuseGoing({ cases }: ClientFile, kept: Kept): void {
  const findings = judgeKept(kept);
  if (findings.length === 0) return;
  if (kept.cases === 0) throw new Refusal(CLIENT_REFUSALS.goesOn, { findings, details: kept });
  throw new Refusal(CLIENT_REFUSALS.openCases, {
    findings,
    details: { ...kept, caseIds: cases.map((item) => item.caseId) },
  });
}
