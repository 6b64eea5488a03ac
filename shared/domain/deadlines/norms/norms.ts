import * as z from 'zod';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { type DeadlineRule, type Norms, wordingOn } from '../rule.ts';
import { APPEALS } from './appeals.ts';
import { ASSISTANCE } from './assistance.ts';
import { CHILD_PROTECTION } from './child-protection.ts';
import { DATA_REQUESTS } from './data-requests.ts';
import { DECISIONS } from './decisions.ts';
import { OTHER_SERVICES } from './other-services.ts';
import { RESTRICTIONS } from './restrictions.ts';
import { SERVICE_NEEDS } from './service-needs.ts';

/** Määräajat: every time set by law that this system follows, by its key; the wordings of a rule from the oldest. */
export const DEADLINE_RULES = {
  ...SERVICE_NEEDS,
  ...CHILD_PROTECTION,
  ...RESTRICTIONS,
  ...ASSISTANCE,
  ...APPEALS,
  ...DECISIONS,
  ...DATA_REQUESTS,
  ...OTHER_SERVICES,
} as const satisfies Norms;
export type RuleKey = keyof typeof DEADLINE_RULES;

const isRuleKey = (key: string): key is RuleKey => key in DEADLINE_RULES;
export const RULE_KEYS: readonly RuleKey[] = Object.keys(DEADLINE_RULES).filter(isRuleKey);
export const RuleKey = z.enum(RULE_KEYS).meta({ id: 'DeadlineRuleKey' });

/** The wording of a rule that was in force when a time began. */
export const ruleOn = (key: RuleKey, on: LocalDate): DeadlineRule => wordingOn(DEADLINE_RULES[key], on);
