import type { Print } from '../../documents/render/layout.ts';
import { secrecyOf } from '../../documents/render/secrecy-of-print.ts';
import { shownText } from '../../documents/render/shown-text.ts';
import { shownTime } from '../../documents/render/shown-time.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import type { Absence } from './absence.ts';
import { type LetterLanguage, WORDS } from './letter-words.ts';

/** The answer on paper, with the complaint that every answer of nothing carries. */
export function letterOfAbsence(
  absence: Absence,
  { name, authority, notice }: { name: string; authority: string; notice: ControllerSettings['notice'] },
  language: LetterLanguage,
): Print {
  const marks = language === 'sv' ? 'sv' : 'fi';
  const row = (word: 'asker' | 'received' | 'decided', text: string) => ({
    label: WORDS[word][language],
    paragraphs: [shownText(text)],
  });
  const title = WORDS.absence[language];
  return {
    language,
    title,
    running: {
      authority: shownText(authority),
      unit: '',
      secrecy: secrecyOf(marks),
      state: '',
      identifier: `${WORDS.request[language]} ${absence.requestId}`,
      printed: shownTime(absence.createdAt, language),
    },
    nodes: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'rows',
        rows: [
          row('asker', name),
          row('received', shownTime(absence.receivedOn, language)),
          row('decided', shownTime(absence.answeredOn, language)),
        ],
      },
      {
        kind: 'paragraphs',
        paragraphs: [
          WORDS.absent[language],
          shownText(notice.complaintText[language] ?? notice.complaintText.fi),
        ],
      },
    ],
  };
}
