import type { Sentence } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { SignSettings } from '../controllers/settings/signs.ts';
import type { SignCode } from '../sign-codes.ts';
import type { SignNumbers } from './model.ts';
import { type Between, type Day, type FoundSign, SIGN_RULES } from './rules.ts';

const NOTHING: Between = { sameSurname: false, sameAddress: false, safetyBan: false };

/** All that the rules in use find in a worker's day: what a person is to look into, and nothing more. */
export function signsOfDay(day: Day, on: LocalDate, settings: SignSettings): FoundSign[] {
  return SIGN_RULES.filter(({ code, from }) => settings.rules.includes(code) && from <= on).flatMap(
    (rule): FoundSign[] => {
      if ('ofDay' in rule) {
        const numbers = rule.ofDay(day, settings);
        return numbers === undefined ? [] : [{ code: rule.code, numbers }];
      }
      return day.uses.flatMap((use): FoundSign[] => {
        const numbers = rule.ofFile(use, day.between.get(use.clientId) ?? NOTHING, settings, day);
        return numbers === undefined ? [] : [{ code: rule.code, clientId: use.clientId, numbers }];
      });
    },
  );
}

/** Why it is a sign, in a sentence. */
export const sentenceOf = (code: SignCode, numbers: SignNumbers): Sentence | undefined =>
  SIGN_RULES.find((rule) => rule.code === code)?.sentence(numbers);
