import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { newMatterKey } from '../../shared/crypto/matter-ring.ts';
import { Channel } from '../../shared/domain/clients/model.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { countedApplication, factOfReceipt } from '../../shared/domain/intake/counted.ts';
import { startMatterDeadlines } from '../../shared/domain/intake/deadlines.ts';
import { IntakeKind, IntakeMatter, type StoredRecord } from '../../shared/domain/intake/model.ts';
import { queuedMessage } from '../../shared/domain/intake/notifier-message.ts';
import { judgeRecord } from '../../shared/domain/intake/record-rules.ts';
import { codesIn, judgeReceipt, tasksOfKind } from '../../shared/domain/intake/rules.ts';
import { codeChanges, indexedMatter, macsOf, sealRecord } from '../../shared/domain/intake/store.ts';
import { MatterId, UnitId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { created } from '../../shared/table/item.ts';
import { matterKeys } from '../../shared/table/keys.ts';
import { SentRecord, withSubjectIds } from './new-record.ts';
import { lineOfMatter, type MatterChanged } from './one-matter.ts';

export const ReceiveMatter = z
  .strictObject({
    kind: IntakeKind,
    channel: Channel,
    /** When it reached the authority: now, where nothing is said. */
    receivedAt: Instant.optional(),
    /** The unit in whose intake it waits. */
    unitId: UnitId,
    serviceTasks: IntakeMatter.shape.serviceTasks.default([]),
    record: SentRecord.default({ subjects: [], text: '', reasons: [], services: [] }),
  })
  .meta({ id: 'ReceiveMatter' });
type ReceiveMatter = z.infer<typeof ReceiveMatter>;

/**
 * Receives a matter: it is stored before anything else is asked, under a key of its own, in one commit that nothing
 * it says can make fail. Whose it is, and whether it is whole, is looked at afterwards (417/2007 § 26; 1301/2014 § 36).
 */
export async function receiveMatter(
  context: ActContext,
  { body }: { body: ReceiveMatter },
): Promise<Answer<MatterChanged>> {
  const { actor, services, now } = context;
  const { controller, userId } = actor;
  const { kind, channel, unitId } = body;
  mustReceiveFor(context, unitId);
  const matterId = MatterId.parse(newId(services));
  const record = withSubjectIds(services, body.record, []);
  const [{ ring, item: key }, codes, { intake }] = await Promise.all([
    newMatterKey(services, controller, matterId, { now, userId }),
    macsOf(context, codesIn(record)),
    settingsOf(services, controller),
  ]);
  const asked = body.receivedAt ?? now;
  const receivedAt = asked > now ? now : asked;
  const findings = [
    ...judgeReceipt({ receivedAt: asked, channel }, { now, channels: intake.channels }),
    ...judgeRecord(kind, record),
  ];
  const serviceTasks = [...new Set(body.serviceTasks.length === 0 ? tasksOfKind(kind) : body.serviceTasks)];

  const head = indexedMatter(
    {
      ...matterKeys.head(controller, matterId),
      entity: 'intakeMatter',
      ...created(now, userId),
      matterId,
      kind,
      state: 'open',
      channel,
      receivedAt,
      unitId,
      serviceTasks,
      subjects: record.subjects.map(({ subjectId }) => ({ subjectId })),
      documentClass: 'document',
      codes,
      counted: { times: 1, unitId, serviceTasks },
    },
    controller,
  );
  const message = await queuedMessage(context, head, record, {
    choice: intake.notifierMessage,
    about: 'received',
  });
  const counted = countedApplication(undefined, { matter: head, record });
  const place = matterKeys.record(controller, matterId);
  const stored: StoredRecord = {
    ...place,
    entity: 'intakeRecord',
    ...created(now, userId),
    matterId,
    content: await sealRecord(ring, place, 1, record),
  };
  return commit(context, {
    changes: [
      { table: 'keys', put: key, when: 'absent' },
      { put: counted.matter, when: 'absent' },
      { put: stored, when: 'absent' },
      ...codeChanges(controller, matterId, { before: [], after: codes }, { now, by: userId }),
      ...startMatterDeadlines(context, head, record),
      ...message.changes,
    ],
    line: lineOfMatter(head, ['intakeMatter']),
    events: message.events,
    facts: [factOfReceipt(head), ...counted.facts],
    answer: {
      body: { matterId, version: 1, findings: [...new Set(findings.map(({ rule }) => rule))] },
      version: 1,
      location: `/v1/intake/matters/${matterId}`,
    },
  });
}

/** For a unit of one's own; whoever is on call, for any. */
function mustReceiveFor(context: ActContext, unitId: UnitId): void {
  const able = context.actor.grants.filter(({ role }) => context.action.roles.includes(role));
  const grant =
    able.find(({ unitIds }) => unitIds.includes(unitId)) ??
    able.find(({ duties }) => duties.includes('onCall'));
  if (grant === undefined) throw new Refusal(COMMON_REFUSALS.notAllowed);
  context.grant = grant;
}
