import type { Sentence } from '../../kernel/finding.ts';
import type { Controller } from '../controllers/model.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { Enforced, HeldBy } from './enforced.ts';

/** All that a notice is made of: what the controller has chosen, and what the system holds everybody to. */
export type NoticeFacts = {
  controller: Pick<Controller, 'name' | 'businessId' | 'address' | 'email' | 'phones'>;
  settings: ControllerSettings;
  enforced: Enforced;
};

export type NoticeLanguage = keyof Sentence;

/** What stands for the {names} of a sentence. */
export type Values = Readonly<Record<string, string>>;

/**
 * One sentence of the notice: data, so that a test can ask each of them when it is said. It is said once for each of
 * the values that the facts give it; with none it is not said at all.
 */
export type NoticeSentence = {
  id: string;
  /** What makes it true: with that turned off it is not said. */
  by: HeldBy;
  text: Sentence;
  said: (facts: NoticeFacts, language: NoticeLanguage) => readonly Values[];
};

export type SectionOfNotice = { id: string; title: Sentence; sentences: readonly NoticeSentence[] };

const ONCE: readonly Values[] = [{}];
const NEVER: readonly Values[] = [];

export const always = (): readonly Values[] => ONCE;
export const when =
  (holds: (facts: NoticeFacts) => boolean): NoticeSentence['said'] =>
  (facts) =>
    holds(facts) ? ONCE : NEVER;

/** Once with this value, or not at all where there is none. */
export const once = (name: string, value: string | null | undefined): readonly Values[] =>
  value === null || value === undefined || value === '' ? NEVER : [{ [name]: value }];

/** What is known of somebody or something, with commas between. */
export const joined = (parts: readonly (string | null | undefined)[], between = ', '): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(between);
