import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** A PDF as a reader of its structure hears it, read back without the library that wrote it. */
export type ReadPdf = {
  language: string;
  title: string;
  showsTitle: boolean;
  isTagged: boolean;
  /** What it claims in its metadata: `2A`. */
  conformance: string;
  metadata: string;
  pages: { text: string; artifacts: string }[];
  /** One line an element of the structure: its role, indented, what is said instead of a picture, and its text. */
  structure: string[];
  roles: ReadonlySet<string>;
  bookmarks: string[];
  fonts: { name: string; isEmbedded: boolean }[];
};

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  const look = (value: PDFObject | undefined): PDFObject | undefined =>
    value instanceof PDFRef ? context.lookup(value) : value;
  const member = (dict: PDFObject | undefined, key: string): PDFObject | undefined =>
    dict instanceof PDFDict ? look(dict.get(PDFName.of(key))) : undefined;
  const listOf = (value: PDFObject | undefined): PDFObject[] =>
    value === undefined ? [] : value instanceof PDFArray ? value.asArray() : [value];

  const refs = document.getPages().map((page) => page.ref);
  const texts = document.getPages().map((page) => readPage(page, member));
  const roles = new Set<string>();
  const structure: string[] = [];

  const walk = (node: PDFObject | undefined, depth: number): void => {
    const role = nameOf(member(node, 'S'));
    roles.add(role);
    const own = pageOf(node);
    const kids = listOf(member(node, 'K')).map(look);
    const said = kids.flatMap((kid) => {
      if (kid instanceof PDFNumber) return texts[own]?.marked.get(kid.asNumber()) ?? [];
      const mcid = member(kid, 'MCID');
      return mcid instanceof PDFNumber ? (texts[pageOf(kid)]?.marked.get(mcid.asNumber()) ?? []) : [];
    });
    const alt = role === 'Figure' ? textOf(member(node, 'Alt')) : '';
    const shown = [role, ...(alt === '' ? [] : [`[${alt}]`]), ...said].join(' ');
    structure.push(`${'  '.repeat(depth)}${shown}`);
    for (const kid of kids) if (member(kid, 'S') !== undefined) walk(kid, depth + 1);
  };
  const pageOf = (node: PDFObject | undefined): number => {
    const ref = node instanceof PDFDict ? node.get(PDFName.of('Pg')) : undefined;
    return ref instanceof PDFRef ? refs.indexOf(ref) : -1;
  };
  for (const root of listOf(member(member(catalog, 'StructTreeRoot'), 'K'))) walk(look(root), 0);

  const bookmarks: string[] = [];
  const follow = (item: PDFObject | undefined, depth: number): void => {
    for (let at = item; at !== undefined; at = member(at, 'Next')) {
      bookmarks.push(`${'  '.repeat(depth)}${textOf(member(at, 'Title'))}`);
      follow(member(at, 'First'), depth + 1);
    }
  };
  follow(member(member(catalog, 'Outlines'), 'First'), 0);

  const stream = member(catalog, 'Metadata');
  const metadata = stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString('utf8') : '';
  const claim = (key: string): string => new RegExp(`<pdfaid:${key}>(\\w+)<`).exec(metadata)?.[1] ?? '';
  return {
    language: textOf(member(catalog, 'Lang')),
    title: document.getTitle() ?? '',
    showsTitle: String(member(member(catalog, 'ViewerPreferences'), 'DisplayDocTitle')) === 'true',
    isTagged: String(member(member(catalog, 'MarkInfo'), 'Marked')) === 'true',
    conformance: claim('part') + claim('conformance'),
    metadata,
    pages: texts.map(({ marked, artifacts }) => ({
      text: [...marked.values()].flat().join('\n'),
      artifacts: artifacts.join('\n'),
    })),
    structure,
    roles,
    bookmarks,
    fonts: texts[0]?.fonts ?? [],
  };
}

type Member = (dict: PDFObject | undefined, key: string) => PDFObject | undefined;
type PageText = {
  marked: Map<number, string[]>;
  artifacts: string[];
  fonts: { name: string; isEmbedded: boolean }[];
};

const nameOf = (value: PDFObject | undefined): string => (value instanceof PDFName ? value.decodeText() : '');
const textOf = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

/** What a page draws, by the marks that it stands between. */
function readPage(page: PDFPage, member: Member): PageText {
  const fontDict = member(page.node.Resources(), 'Font');
  const names = fontDict instanceof PDFDict ? fontDict.keys().map((key) => key.decodeText()) : [];
  const unicode = new Map(
    names.map((name) => [name, unicodeOf(member(member(fontDict, name), 'ToUnicode'))]),
  );
  const fonts = names.map((name) => {
    const font = member(fontDict, name);
    const descendants = member(font, 'DescendantFonts');
    const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
    const descriptor = member(descendant, 'FontDescriptor');
    return {
      name: nameOf(member(font, 'BaseFont')),
      isEmbedded: member(descriptor, 'FontFile2') !== undefined,
    };
  });

  const marked = new Map<number, string[]>();
  const artifacts: string[] = [];
  let open: (string[] | undefined)[] = [];
  let font = '';
  const OPERATORS =
    /\/(\w+)\s*<<([^>]*)>>\s*BDC|\/(\w+)\s+BMC|\bEMC\b|\/(\w+)\s+[\d.]+\s+Tf|\[([^\]]*)\]\s*TJ|<([0-9a-f]*)>\s*Tj/g;
  for (const found of contentOf(page).matchAll(OPERATORS)) {
    const [whole, , marks, , fontName, pieces, piece] = found;
    if (marks !== undefined || whole.endsWith('BMC')) {
      const mcid = /MCID\s+(\d+)/.exec(marks ?? '')?.[1];
      const place = mcid === undefined ? artifacts : [];
      if (mcid !== undefined) marked.set(Number(mcid), place);
      open = [...open, place];
    } else if (whole === 'EMC') open = open.slice(0, -1);
    else if (fontName !== undefined) font = fontName;
    else {
      const glyphs = [...(pieces ?? `<${piece ?? ''}>`).matchAll(/<([0-9a-f]*)>/g)]
        .map(([, hex]) => hex)
        .join('');
      const text = (glyphs.match(/.{4}/g) ?? [])
        .map((glyph) => unicode.get(font)?.get(glyph) ?? '?')
        .join('');
      const place = open.at(-1);
      if (place === undefined) throw new Error(`Text stands outside every mark: ${text}`);
      place.push(text);
    }
  }
  return { marked, artifacts, fonts };
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  return streams
    .map((stream) =>
      stream instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
        : '',
    )
    .join('\n');
}

/** The letters behind the numbers of glyphs, from the font's own table. */
function unicodeOf(stream: PDFObject | undefined): Map<string, string> {
  if (!(stream instanceof PDFRawStream)) return new Map();
  const text = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const letters = new Map<string, string>();
  for (const [, from = '', list = ''] of text.matchAll(/<(\w{4})>\s*<\w{4}>\s*\[([^\]]*)\]/g)) {
    for (const [place, [, hex = '']] of [...list.matchAll(/<([0-9a-f\s]*)>/g)].entries()) {
      const units = (hex.replaceAll(/\s/g, '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      letters.set(
        (Number.parseInt(from, 16) + place).toString(16).padStart(4, '0'),
        String.fromCharCode(...units),
      );
    }
  }
  return letters;
}
