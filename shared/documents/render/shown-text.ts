/**
 * What hides or turns round what stands beside it, so that a print would say another thing than was written: control
 * characters, marks of writing direction, characters without width, soft hyphens and the like.
 */
const UNSEEN =
  /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\p{Variation_Selector}\uFEFF]/gu;

/** A text as a reader sees it: composed letters (NFC), line ends as `\n`, without what cannot be seen. */
export const shownText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replaceAll(UNSEEN, '').trimEnd())
    .join('\n')
    .trim();

/** Paragraphs are what an empty line parts; none of them is empty. */
export const paragraphsOf = (text: string): string[] =>
  shownText(text)
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
