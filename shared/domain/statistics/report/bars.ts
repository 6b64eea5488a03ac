import { scaleBand, scaleLinear } from 'd3-scale';
import type { Drawing, Mark } from '../../../documents/render/layout.ts';

/** One thing that is counted: what stands at its bars, in the order of the series. Without a value there is no bar. */
export type BarRow = { label: string; bars: readonly { value?: number; said: string }[] };

const WIDTH = 480;
const LABELS = 190;
/** Room for what is said at the end of the longest bar. */
const SAID = 60;
const ROW = 34;
const LEGEND = 20;
const AXIS = 18;
/** Letters of nine points in the room for labels, as wide as they come on average. */
const LETTERS = 34;
const LINES = 2;
const LOOKS = ['solid', 'open'] as const;

/**
 * A chart of bars that lie: for each row one bar a series, the first filled and the second outlined, and at the end of
 * each its number. The axis begins at nothing. The same numbers are the same drawing.
 */
export function barsOf(
  about: Pick<Drawing, 'id' | 'title' | 'about'>,
  series: readonly string[],
  rows: readonly BarRow[],
): Drawing {
  const bottom = LEGEND + rows.length * ROW;
  const most = Math.max(1, ...rows.flatMap(({ bars }) => bars.map(({ value = 0 }) => value)));
  const across = scaleLinear([0, most], [LABELS, WIDTH - SAID]).nice(5);
  const down = scaleBand(
    rows.map((_, place) => place),
    [LEGEND, bottom],
  ).paddingInner(0.25);
  const within = scaleBand(
    series.map((_, place) => place),
    [0, down.bandwidth()],
  ).paddingInner(0.15);
  const marks: Mark[] = [...legendOf(series)];
  for (const tick of across.ticks(5).filter(Number.isInteger)) {
    const x = rounded(across(tick));
    marks.push({ kind: 'rule', x1: x, y1: LEGEND, x2: x, y2: bottom });
    marks.push({ kind: 'text', x, y: bottom + 12, text: String(tick), align: 'middle' });
  }
  for (const [place, { label, bars }] of rows.entries()) {
    const top = down(place) ?? 0;
    for (const [line, text] of linesOf(label).entries()) {
      marks.push({ kind: 'text', x: LABELS - 8, y: rounded(top + 10 + line * 11), text, align: 'right' });
    }
    for (const [one, { value, said }] of bars.entries()) {
      const y = rounded(top + (within(one) ?? 0));
      const height = rounded(within.bandwidth());
      const width = value === undefined ? 0 : rounded(Math.max(0, across(value) - LABELS));
      if (width > 0) {
        marks.push({ kind: 'bar', x: LABELS, y, width, height, look: LOOKS[one] ?? 'open' });
      }
      marks.push({
        kind: 'text',
        x: rounded(LABELS + width + 4),
        y: rounded(y + height / 2 + 3),
        text: said,
        align: 'left',
      });
    }
  }
  return { kind: 'drawing', ...about, width: WIDTH, height: bottom + AXIS, marks };
}

/** Which bar is of what, by its look and not by its colour alone. */
function legendOf(series: readonly string[]): Mark[] {
  return series.flatMap((name, place): Mark[] => {
    const x = LABELS + place * 130;
    return [
      { kind: 'bar', x, y: 2, width: 9, height: 9, look: LOOKS[place] ?? 'open' },
      { kind: 'text', x: x + 14, y: 10, text: name, align: 'left' },
    ];
  });
}

/** A long name on two lines; what does not fit is in the table beside the chart. */
function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `${lines[LINES - 1]} …`];
}

const rounded = (number: number): number => Math.round(number * 10) / 10;
