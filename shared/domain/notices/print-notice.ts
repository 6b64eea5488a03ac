import type { Print } from '../../documents/render/layout.ts';
import { shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { NoticeLanguage } from './facts.ts';
import type { Notice, NoticeStep, NoticeTextItem } from './model.ts';
import { CONTROLLER_ITSELF } from './transitions.ts';

/** Words around a notice. The Swedish and English ones are unreviewed. */
const WORDS = {
  title: { fi: 'Tietosuojaseloste', sv: 'Dataskyddsbeskrivning', en: 'Privacy notice' },
  draft: { fi: 'Luonnos', sv: 'Utkast', en: 'Draft' },
  replaced: { fi: 'Korvattu', sv: 'Ersatt', en: 'Replaced' },
  number: { fi: 'Versio', sv: 'Version', en: 'Version' },
  published: { fi: 'Julkaistu', sv: 'Publicerad', en: 'Published' },
  steps: { fi: 'Laatiminen ja hyväksyminen', sv: 'Upprättande och godkännande', en: 'Written and approved' },
} as const satisfies Record<string, Sentence>;

const WHO: Sentence = { fi: CONTROLLER_ITSELF, sv: 'Den personuppgiftsansvariga', en: 'The controller' };

const STEPS: Readonly<Record<NoticeStep['step'], Sentence>> = {
  author: { fi: 'Laatija', sv: 'Upprättare', en: 'Author' },
  approver: { fi: 'Hyväksyjä', sv: 'Godkännare', en: 'Approver' },
  updater: { fi: 'Päivittäjä', sv: 'Uppdaterare', en: 'Updater' },
  updateApprover: {
    fi: 'Päivityksen hyväksyjä',
    sv: 'Uppdateringens godkännare',
    en: 'Approver of the update',
  },
};

/** The notice as it is shown and printed, by the same two writers as every print; public, so without a secrecy mark. */
export function printOfNotice(
  {
    notice,
    text,
  }: { notice: Notice; text: Pick<NoticeTextItem, 'authority' | 'authorityInSwedish' | 'content'> },
  language: NoticeLanguage,
  printedAt: Instant,
): Print {
  const { content } = text;
  const authority = (language === 'sv' ? text.authorityInSwedish : undefined) ?? text.authority;
  const title = WORDS.title[language];
  const dayOf = (day: string): string => shownTime(day, 'fi');
  return {
    language,
    title,
    hasLinks: true,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: { mark: '', grounds: '' },
      state: stateOf(notice.state, language),
      identifier: joinedWords(
        title,
        notice.number === undefined ? '' : `${WORDS.number[language]} ${notice.number}`,
        notice.publishedOn === undefined ? '' : `${WORDS.published[language]} ${dayOf(notice.publishedOn)}`,
      ),
      printed: shownTime(printedAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      ...content[language].flatMap(({ title: heading, paragraphs }) => [
        { kind: 'heading' as const, level: 2 as const, text: heading },
        { kind: 'paragraphs' as const, paragraphs: paragraphs.map((paragraph) => shownText(paragraph.text)) },
      ]),
      ...(notice.signatures.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: WORDS.steps[language] },
            {
              kind: 'rows' as const,
              rows: notice.signatures.map(({ step, by, on }) => ({
                label: STEPS[step][language],
                paragraphs: [`${shownText(signerOf(by, language))}, ${dayOf(on)}`],
              })),
            },
          ]),
    ],
  };
}

const signerOf = (by: string, language: NoticeLanguage): string =>
  by === CONTROLLER_ITSELF ? WHO[language] : by;

function stateOf(state: Notice['state'], language: NoticeLanguage): string {
  if (state === 'published') return '';
  return WORDS[state === 'replaced' ? 'replaced' : 'draft'][language];
}

const joinedWords = (...words: string[]): string => words.filter((word) => word !== '').join(' · ');
