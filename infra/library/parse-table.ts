import type { Problem } from './definition-from-schema.ts';

/** Columns of a table of codes, and the names by which each is known. */
const COLUMNS: Readonly<Record<string, string>> = {
  code: 'code',
  koodi: 'code',
  fi: 'fi',
  nimi: 'fi',
  sv: 'sv',
  namn: 'sv',
  validfrom: 'validFrom',
  alkaa: 'validFrom',
  validto: 'validTo',
  päättyy: 'validTo',
};

const SEPARATORS = [';', '\t', ','] as const;

type Table = { rows: Record<string, string>[] } | { problems: readonly Problem[] };

/** UTF-8 with a line of headings, separated by semicolons, tabs or commas; quotes as in RFC 4180. */
export function parseTable(text: string): Table {
  const plain = text.replace(/^\uFEFF/, '');
  const [first = ''] = plain.split(/\r?\n/, 1);
  const separator = SEPARATORS.find((candidate) => first.includes(candidate)) ?? ';';
  const [headings = [], ...lines] = linesOf(plain, separator);
  const columns = headings.map((heading) => COLUMNS[heading.trim().toLowerCase()]);
  const problems: Problem[] = headings.flatMap((heading, place) =>
    columns[place] === undefined ? [{ path: `/1/${place + 1}`, text: `no column is called ${heading}` }] : [],
  );
  for (const needed of ['code', 'fi']) {
    if (!columns.includes(needed)) problems.push({ path: '/1', text: `the column ${needed} is missing` });
  }
  for (const [place, cells] of lines.entries()) {
    if (cells.length !== headings.length) {
      problems.push({
        path: `/${place + 2}`,
        text: `has ${cells.length} cells, the headings are ${headings.length}`,
      });
    }
  }
  if (problems.length > 0) return { problems };
  return { rows: lines.map((cells) => rowOf(columns, cells)) };
}

const rowOf = (columns: readonly (string | undefined)[], cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    columns.flatMap((column, place) => {
      const cell = (cells[place] ?? '').trim();
      if (column === undefined || cell === '') return [];
      return [[column, column.startsWith('valid') ? isoDay(cell) : cell]];
    }),
  );

/** `1.2.2016` as `2016-02-01`; what is neither stays, and is told of as no day. */
function isoDay(text: string): string {
  const { day, month, year } =
    /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/.exec(text)?.groups ?? {};
  if (day === undefined || month === undefined || year === undefined) return text;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function linesOf(text: string, separator: string): string[][] {
  const lines: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endLine = (): void => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== '')) lines.push(cells);
    cells = [];
    cell = '';
  };
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place] ?? '';
    if (isQuoted && letter === '"' && text[place + 1] === '"') {
      cell += letter;
      place += 1;
    } else if (letter === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (isQuoted) cell += letter;
    else if (letter === separator) {
      cells.push(cell);
      cell = '';
    } else if (letter === '\n') endLine();
    else if (letter !== '\r') cell += letter;
  }
  endLine();
  return lines;
}
