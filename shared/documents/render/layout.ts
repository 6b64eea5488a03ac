/**
 * What is printed, before anybody knows on what: made from a definition and a content by pure functions, and drawn
 * by two writers, as a page of HTML and as a tagged PDF. Texts are whole and cleaned (`shownText`); a line break
 * within a paragraph is `\n`.
 */

/** A label and what stands beside it. `hidden`: withheld from this reader. `blank`: lines to write on, one unless said. */
export type Row = {
  label: string;
  paragraphs: readonly string[];
  look?: 'hidden' | 'blank';
  lines?: number;
};

/** `look: 'small'` of a heading leaves the page to what stands below it. */
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

export type LayoutNode =
  | { kind: 'heading'; level: HeadingLevel; text: string; look?: 'small' }
  /** What the document is, at a glance, beneath its title. */
  | { kind: 'facts'; rows: readonly Row[] }
  | { kind: 'rows'; rows: readonly Row[] }
  /** What belongs together under a heading of its own, after which the whole goes on. */
  | { kind: 'group'; nodes: readonly LayoutNode[] }
  | { kind: 'paragraphs'; paragraphs: readonly string[] }
  | {
      kind: 'table';
      /** What the table is of, for who cannot see that it stands under its heading. */
      caption: string;
      columns: readonly { label: string; align?: 'right' }[];
      rows: readonly (readonly string[])[];
    }
  /** Something about the document itself: that it was corrected, that something is hidden. */
  | { kind: 'notice'; title: string; paragraphs: readonly string[] }
  /** Who signed: one block a person, with a line to sign on where a hand is to sign. */
  | { kind: 'signatures'; signers: readonly { lines: readonly string[]; byHand: boolean }[] }
  /** An index: names with the pages where their parts begin; `part` counts the prints of a bundle from 0. */
  | { kind: 'index'; entries: readonly IndexEntry[] }
  /** A picture that fills what is left of the page; `alt` is said to who cannot see it. */
  | { kind: 'picture'; alt: string; source: PictureSource }
  /** A chart that was laid out before: what it shows stands beside it in a table, and in `about` for who cannot see it. */
  | Drawing
  | { kind: 'newPage' };

/** Piirros: marks on a plane whose unit is a point. `look: 'open'` is outlined, so that colour alone tells nothing. */
export type Drawing = {
  kind: 'drawing';
  /** Of letters and digits, one of its own on the page. */
  id: string;
  title: string;
  about: string;
  width: number;
  height: number;
  marks: readonly Mark[];
};
export type Mark =
  | { kind: 'bar'; x: number; y: number; width: number; height: number; look: 'solid' | 'open' }
  | { kind: 'rule'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'text'; x: number; y: number; text: string; align: 'left' | 'middle' | 'right' };

/** A part of the file, named with its page; without `part` it is named and not in the file. */
export type IndexEntry = {
  name: string;
  more: string;
  part?: number;
  /** What belongs to it, named below it. */
  below?: readonly IndexEntry[];
};

/** An image, or a page of another PDF, which is put into its place by its name when all is drawn. */
export type PictureSource =
  | { kind: 'image'; bytes: Uint8Array; width: number; height: number }
  | { kind: 'page'; name: string; width: number; height: number };

export type PrintLanguage = 'fi' | 'sv';

/** What stands at the head and foot of every page. */
export type Running = {
  authority: string;
  unit: string;
  /** Salassapitomerkintä and the provisions it rests on; empty on what is public. */
  secrecy: { mark: string; grounds: string };
  /** Luonnos, mitätöity, poistettu, korvattu: so that no single page is taken for a document in force. */
  state: string;
  /** The document's id and version. */
  identifier: string;
  printed: string;
};

/** One printed document. The title names no person: it goes to the properties of a file. */
export type Print = {
  /** English is for letters of our own: no national document has it. */
  language: PrintLanguage | 'en';
  title: string;
  running: Running;
  nodes: readonly LayoutNode[];
  /** A public page whose addresses of web and mail can be followed; no client's text is made into a link. */
  hasLinks?: true;
  /** It belongs to the print before it, and its bookmark stands below that one's. */
  isAttachment?: true;
};
