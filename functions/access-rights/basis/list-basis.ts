import * as z from 'zod';
import type { ActContext, Reading } from '../../../shared/act.ts';
import { RightsInstruction, RightsPolicy } from '../../../shared/domain/access-rights/basis/model.ts';
import { loadInstructions, loadPolicies } from '../../../shared/domain/access-rights/basis/store.ts';
import { PAGE } from '../../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../../shared/http/paging.ts';
import { UserId } from '../../../shared/kernel/id.ts';
import { Instant } from '../../../shared/kernel/instant.ts';

export const PolicyPage = z
  .strictObject({
    policies: z.array(RightsPolicy.extend({ approvedAt: Instant, approvedBy: UserId })),
    next: z.string().optional(),
  })
  .meta({ id: 'RightsPolicyPage' });

export const InstructionPage = z
  .strictObject({
    instructions: z.array(
      RightsInstruction.extend({
        version: z.int(),
        givenAt: Instant,
        givenBy: UserId,
        endedAt: Instant.optional(),
        endedBy: UserId.optional(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'RightsInstructionPage' });

type Asked = { query: z.infer<typeof PageQuery> };

/** The policies on which rights have been given, with who approved them and when, the latest first. */
export async function listPolicies(
  context: ActContext,
  { query: { cursor, limit = PAGE } }: Asked,
): Promise<Reading<z.infer<typeof PolicyPage>>> {
  const after = await openCursor(context, 'rightsPolicies', cursor);
  const page = await loadPolicies(context, { limit, after });
  return {
    line: {
      clients: [],
      resources: page.items.map(({ policy }) => ({ kind: 'rightsPolicy', id: policy.policyId })),
      dataGroups: ['accessRights'],
    },
    body: async () => {
      const next = await sealCursor(context, 'rightsPolicies', page.lastKey);
      return {
        policies: page.items.map(({ policy, createdAt, createdBy }) => ({
          ...policy,
          approvedAt: createdAt,
          approvedBy: UserId.parse(createdBy),
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

/** The instructions of the register's responsible person, those that have ended too, the latest first. */
export async function listInstructions(
  context: ActContext,
  { query: { cursor, limit = PAGE } }: Asked,
): Promise<Reading<z.infer<typeof InstructionPage>>> {
  const after = await openCursor(context, 'rightsInstructions', cursor);
  const page = await loadInstructions(context, { limit, after });
  return {
    line: {
      clients: [],
      resources: page.items.map(({ instruction }) => ({
        kind: 'rightsInstruction',
        id: instruction.instructionId,
      })),
      dataGroups: ['accessRights'],
    },
    body: async () => {
      const next = await sealCursor(context, 'rightsInstructions', page.lastKey);
      return {
        instructions: page.items.map(({ instruction, version, createdAt, createdBy, endedAt, endedBy }) => ({
          ...instruction,
          version,
          givenAt: createdAt,
          givenBy: UserId.parse(createdBy),
          ...(endedAt === undefined ? {} : { endedAt }),
          ...(endedBy === undefined ? {} : { endedBy }),
        })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
