import * as z from 'zod';
import type { ActContext, Answer } from '../../../shared/act.ts';
import { commit } from '../../../shared/commit.ts';
import type {
  InstructionContent,
  InstructionItem,
} from '../../../shared/domain/access-rights/basis/model.ts';
import { isInForce, judgeFirst } from '../../../shared/domain/access-rights/basis/rules.ts';
import { loadInstruction } from '../../../shared/domain/access-rights/basis/store.ts';
import { RIGHTS_REFUSALS } from '../../../shared/domain/access-rights/refusals.ts';
import { expectVersion } from '../../../shared/expect-version.ts';
import { InstructionId } from '../../../shared/kernel/id.ts';
import { Refusal } from '../../../shared/kernel/refusal.ts';
import { newId } from '../../../shared/new-id.ts';
import { changed, created } from '../../../shared/table/item.ts';
import { controllerKeys } from '../../../shared/table/keys.ts';

export const InstructionChanged = z
  .strictObject({ instructionId: InstructionId, version: z.int() })
  .meta({ id: 'InstructionChanged' });
type Changed = Promise<Answer<z.infer<typeof InstructionChanged>>>;

/** The register's responsible person instructs which rights are given, and for which duties. */
export async function giveInstruction(
  context: ActContext,
  { body }: { body: z.infer<typeof InstructionContent> },
): Changed {
  const { services, actor, now, today } = context;
  const findings = judgeFirst(body.from, today);
  if (findings.length > 0) throw new Refusal(RIGHTS_REFUSALS.basisNotValid, { findings });
  const instructionId = InstructionId.parse(newId(services));
  return written(context, {
    ...controllerKeys.rightsInstruction(actor.controller, instructionId),
    entity: 'rightsInstruction',
    ...created(now, actor.userId),
    instruction: { instructionId, ...body },
  });
}

/** Ends an instruction at once: what was given on it stays until it is to be attested, and is not attested on it. */
export async function endInstruction(
  context: ActContext,
  { params: { instructionId }, version }: { params: { instructionId: InstructionId }; version: number },
): Changed {
  const { actor, now, today } = context;
  const item = await loadInstruction(context, instructionId);
  expectVersion(item, version);
  const { instruction } = item;
  const isOver = item.endedAt !== undefined || !(isInForce(instruction, today) || instruction.from > today);
  if (isOver) throw new Refusal(RIGHTS_REFUSALS.instructionEnded);
  return written(context, {
    ...item,
    ...changed(item, now, actor.userId),
    instruction: { ...instruction, to: today },
    endedAt: now,
    endedBy: actor.userId,
  });
}

function written(context: ActContext, put: InstructionItem): Changed {
  const { version, instruction, endedAt } = put;
  const { instructionId } = instruction;
  return commit(context, {
    changes: [{ put, when: version === 1 ? 'absent' : { version: version - 1 } }],
    line: {
      clients: [],
      resources: [{ kind: 'rightsInstruction', id: instructionId, version }],
      dataGroups: ['accessRights'],
      changedFields: [endedAt === undefined ? 'instruction' : 'ended'],
    },
    answer: { body: { instructionId, version }, version },
  });
}
