import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { Restriction } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeReaders } from '../../shared/domain/clients/restriction/rules.ts';
import { loadMerged, loadReaders, restrictionItem } from '../../shared/domain/clients/restriction/store.ts';
import { indexed, ringOf } from '../../shared/domain/clients/store.ts';
import {
  liftRestriction,
  restrict,
  type WholeFile,
} from '../../shared/domain/clients/transitions/restriction.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import type { RelationshipChanged } from './start-relationship.ts';

const Reason = z.string().trim().min(1).max(1000);

export const RestrictFile = z
  .strictObject({
    readers: Restriction.shape.readers,
    /** Said when the one who restricts is meant to be shut out too. */
    stepsAside: z.boolean().default(false),
    reason: Reason,
  })
  .meta({ id: 'RestrictFile' });

export const LiftRestriction = z.strictObject({ reason: Reason }).meta({ id: 'LiftRestriction' });

type Changed = Promise<Answer<z.infer<typeof RelationshipChanged>>>;

/**
 * Restricts a file to named readers, or names others. From the same moment it does not exist for anybody else:
 * neither the unit's own workers, nor those on call, nor by a reason (docs/decisions/0025).
 */
export async function restrictFile(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof RestrictFile>; version: number },
): Changed {
  const { file, actor, now } = context;
  expectVersion(file.head, version);
  const readers = [...new Set(body.readers)];
  const [named, merged] = await Promise.all([loadReaders(context, readers), loadMerged(context, file.head)]);
  const whole = restrict({ head: file.head, merged }, readers, { now, by: actor.userId });
  const findings = judgeReaders(named, { userId: actor.userId, stepsAside: body.stepsAside });
  refuseErrors(CLIENT_REFUSALS.restrictionNotValid, findings);
  return written(context, whole, {
    reason: body.reason,
    findings: findings.map(({ rule }) => rule),
  });
}

/** Lifts the restriction: the file is again open to all whom something ties to the client. */
export async function liftFileRestriction(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof LiftRestriction>; version: number },
): Changed {
  const { file, actor, now } = context;
  expectVersion(file.head, version);
  const merged = await loadMerged(context, file.head);
  const whole = liftRestriction({ head: file.head, merged }, { now, by: actor.userId });
  return written(context, whole, { reason: body.reason, findings: [] });
}

async function written(
  context: ClientContext,
  { head, merged }: WholeFile,
  said: { reason: string; findings: string[] },
): Changed {
  const { controller } = context.actor;
  const kept = await restrictionItem(context, ringOf(context), head, said.reason);
  return commit(context, {
    changes: [
      ...[head, ...merged].map((one) => ({
        put: indexed(one, controller),
        when: { version: one.version - 1 },
      })),
      { put: kept, when: 'absent' as const },
    ],
    line: {
      clients: [head, ...merged].map(({ clientId }) => clientId),
      resources: [
        ...[head, ...merged].map(({ clientId, version }) => ({
          kind: 'client' as const,
          id: clientId,
          version,
        })),
        ...(head.restriction?.readers ?? []).map((id) => ({ kind: 'user' as const, id })),
      ],
      dataGroups: ['accessRights'],
      changedFields: ['restriction'],
    },
    answer: {
      body: { clientId: head.clientId, version: head.version, findings: said.findings },
      version: head.version,
    },
  });
}
