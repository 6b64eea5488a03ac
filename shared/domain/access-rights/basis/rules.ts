import type { Grant } from '../../../access/actor.ts';
import type { Finding } from '../../../kernel/finding.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { InstructionItem, PolicyItem, RightsInstruction } from './model.ts';

type Rested = Pick<Grant, 'role' | 'serviceTasks' | 'specialRights'>;

/** The policy that began last; of two of the same day the one approved later. They come the latest first. */
export const policyOn = (policies: readonly PolicyItem[], on: LocalDate): PolicyItem | undefined =>
  policies
    .filter(({ policy }) => policy.from <= on)
    .reduce<PolicyItem | undefined>(
      (last, one) => (last === undefined || one.policy.from > last.policy.from ? one : last),
      undefined,
    );

/** An instruction in force that speaks of everything in the grant. */
export const instructionOn = (
  instructions: readonly InstructionItem[],
  grant: Rested,
  on: LocalDate,
): InstructionItem | undefined =>
  instructions.find(({ instruction }) => isInForce(instruction, on) && isOf(instruction, grant));

export const isInForce = ({ from, to }: Pick<RightsInstruction, 'from' | 'to'>, on: LocalDate): boolean =>
  from <= on && (to === undefined || on < to);

const isOf = (instruction: RightsInstruction, { role, serviceTasks, specialRights }: Rested): boolean =>
  instruction.roles.includes(role) &&
  serviceTasks.every((task) => instruction.serviceTasks.includes(task)) &&
  specialRights.every((right) => instruction.specialRights.includes(right));

/** What is approved or instructed today holds for what is done from today. */
export function judgeFirst(from: LocalDate, today: LocalDate): Finding[] {
  if (from >= today) return [];
  return [
    {
      rule: 'grant.notInThePast',
      severity: 'error',
      path: '/body/from',
      message: {
        fi: 'Periaatteet tai ohje eivät tule voimaan takautuvasti.',
        sv: 'Principer eller anvisningar träder inte i kraft retroaktivt.',
        en: 'A policy or an instruction does not come into force in the past.',
      },
    },
  ];
}
