import * as z from 'zod';
import { SpecialRight } from '../../../access/actor.ts';
import { JobRole } from '../../../access/job-roles.ts';
import { InstructionId, PolicyId, UserId } from '../../../kernel/id.ts';
import { Instant } from '../../../kernel/instant.ts';
import { LocalDate } from '../../../kernel/local-date.ts';
import { storedItem } from '../../../table/item.ts';
import { ServiceTask } from '../../service-tasks.ts';

/**
 * What rights rest on where the register's responsible person instructs how they are given (C-16, Loimaa's notice
 * § 9; 703/2023 §§ 9 and 77). Public documents of an authority: no client is named, nothing is sealed.
 */

const Words = z.string().trim().min(10).max(4000);
/** The number under which it stands in the controller's own case register. */
const Reference = z.string().trim().min(1).max(60);

export const PolicyContent = z
  .strictObject({ reference: Reference, text: Words, from: LocalDate })
  .meta({ id: 'RightsPolicyContent' });

/**
 * Käyttöoikeuksien antamisen periaatteet: top management decides on how rights are given. The one that began last is
 * in force. Who approved it and when stands in the head of the item.
 */
export const RightsPolicy = z
  .strictObject({ policyId: PolicyId, ...PolicyContent.shape })
  .meta({ id: 'RightsPolicy' });
export type RightsPolicy = z.infer<typeof RightsPolicy>;

export const InstructionContent = z
  .strictObject({
    reference: Reference,
    text: Words,
    roles: z.array(JobRole).min(1).max(40),
    /** None: the instruction is not about client work of a service task. */
    serviceTasks: z.array(ServiceTask).max(7).default([]),
    specialRights: z.array(SpecialRight).default([]),
    from: LocalDate,
  })
  .meta({ id: 'RightsInstructionContent' });

/** Rekisterin vastuuhenkilön ohje: which roles, tasks and special rights are given, and for which duties. */
export const RightsInstruction = z
  .strictObject({ instructionId: InstructionId, ...InstructionContent.shape, to: LocalDate.optional() })
  .meta({ id: 'RightsInstruction' });
export type RightsInstruction = z.infer<typeof RightsInstruction>;

export const PolicyItem = storedItem('rightsPolicy', { policy: RightsPolicy });
export type PolicyItem = z.infer<typeof PolicyItem>;

export const InstructionItem = storedItem('rightsInstruction', {
  instruction: RightsInstruction,
  endedAt: Instant.optional(),
  endedBy: UserId.optional(),
});
export type InstructionItem = z.infer<typeof InstructionItem>;
