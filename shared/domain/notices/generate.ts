import { isHeld } from './enforced.ts';
import type { NoticeFacts, NoticeLanguage, NoticeSentence, SectionOfNotice, Values } from './facts.ts';
import type { NoticeContent, NoticeSection } from './model.ts';
import { HOW_LONG } from './sentences/how-long.ts';
import { INFORMING } from './sentences/informing.ts';
import { LOG_AND_COMPLAINT } from './sentences/log.ts';
import { RECIPIENTS } from './sentences/recipients.ts';
import { REQUESTS } from './sentences/requests.ts';
import { RIGHTS } from './sentences/rights.ts';
import { SAFETY } from './sentences/safety.ts';
import { SOURCES } from './sentences/sources.ts';
import { WHO } from './sentences/who.ts';
import { WHY } from './sentences/why.ts';

/**
 * Every sentence that a notice may hold, in the order of (EU) 2016/679, 13–14. No reader of the languages has read the
 * Swedish and English ones: unreviewed.
 */
export const SECTIONS: readonly SectionOfNotice[] = [
  ...WHO,
  ...WHY,
  ...SOURCES,
  ...RECIPIENTS,
  ...HOW_LONG,
  ...RIGHTS,
  ...REQUESTS,
  ...LOG_AND_COMPLAINT,
  ...SAFETY,
  ...INFORMING,
];

/** The notice in three languages. A section of which nothing can be said is not there. */
export const generateNotice = (facts: NoticeFacts): NoticeContent => ({
  fi: sectionsIn(facts, 'fi'),
  sv: sectionsIn(facts, 'sv'),
  en: sectionsIn(facts, 'en'),
});

const sectionsIn = (facts: NoticeFacts, language: NoticeLanguage): NoticeSection[] =>
  SECTIONS.map(({ id, title, sentences }) => ({
    id,
    title: title[language],
    paragraphs: sentences.flatMap((sentence) => paragraphsOf(sentence, facts, language)),
  })).filter(({ paragraphs }) => paragraphs.length > 0);

const paragraphsOf = (sentence: NoticeSentence, facts: NoticeFacts, language: NoticeLanguage) =>
  (isHeld(sentence.by, facts.enforced) ? sentence.said(facts, language) : []).map((values) => ({
    sentence: sentence.id,
    text: filled(sentence.text[language], values),
  }));

/** @throws on a sentence that names what its facts do not give: a notice with a hole in it is not made. */
function filled(text: string, values: Values): string {
  const whole = text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The sentence has no ${name}: ${text}`);
    return value;
  });
  const first = whole.charAt(0).toLocaleUpperCase('fi');
  // A value that ends a sentence with its own full stop does not get a second one.
  return `${first}${whole.slice(1)}`.replace(/\.\.$/, '.');
}
