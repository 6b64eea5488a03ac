import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { DEADLINE_RULES, RULE_KEYS, RuleKey } from '../../shared/domain/deadlines/norms/norms.ts';
import { StartedBy } from '../../shared/domain/deadlines/rule.ts';
import { DateRange } from '../../shared/kernel/date-range.ts';

const Sentence = z.strictObject({ fi: z.string(), sv: z.string(), en: z.string() });

/** A time of the law in one wording, for a front end to name it and for whoever asks where it comes from. */
const Rule = z.strictObject({
  rule: RuleKey,
  name: Sentence,
  statute: z.string(),
  status: z.enum(['verified', 'fromMemory']),
  validity: DateRange,
  purpose: z.enum(['duty', 'limit', 'option', 'presumption']),
  count: z.looseObject({ unit: z.string() }),
  starts: z.string(),
  ends: z.string(),
  startedBy: StartedBy,
  whose: z.string(),
  mayPause: z.boolean(),
  mayBeExtended: z.boolean(),
  note: z.string().optional(),
});

export const DeadlineRules = z.strictObject({ rules: z.array(Rule) }).meta({ id: 'DeadlineRules' });
type DeadlineRules = z.infer<typeof DeadlineRules>;

/** The times of the law that are followed here, every wording with its days in force and its source. */
export async function listRules(_context: ActContext): Promise<Reading<DeadlineRules>> {
  const rules = RULE_KEYS.flatMap((key) =>
    [...DEADLINE_RULES[key]].map(({ pause, extension, repeats: _repeats, ...said }) => ({
      rule: key,
      ...said,
      mayPause: pause !== undefined,
      mayBeExtended: extension !== undefined,
    })),
  );
  return { line: { clients: [], resources: [], dataGroups: ['deadlines'] }, body: () => ({ rules }) };
}
