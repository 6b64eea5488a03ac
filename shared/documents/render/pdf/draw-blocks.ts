import type { LayoutNode } from '../layout.ts';
import {
  artifact,
  BODY,
  DEEP,
  element,
  ensure,
  flow,
  INK,
  LABEL,
  linesOf,
  PAGE,
  room,
  type Sheet,
  TINT,
  WIDTH,
} from './sheet.ts';

/** Tinted and with a bar, where it fits on a page. */
export function drawNotice(
  sheet: Sheet,
  { title, paragraphs }: Extract<LayoutNode, { kind: 'notice' }>,
): void {
  const x = PAGE.left + 14;
  const width = WIDTH - 28;
  const texts = paragraphs.map((text) => linesOf(sheet, text, width, BODY));
  const heading = linesOf(sheet, title, width, LABEL);
  const height =
    heading.length * LABEL.leading + texts.reduce((sum, lines) => sum + lines.length * BODY.leading, 0) + 16;
  ensure(sheet, height);
  if (height <= room(sheet)) {
    const { y } = sheet;
    artifact(sheet, 'Layout', () => {
      sheet.doc.rect(PAGE.left, y, WIDTH, height).fill(TINT).rect(PAGE.left, y, 4, height).fill(DEEP);
    });
  }
  sheet.y += 8;
  const owner = element(sheet, 'Div');
  flow(sheet, 'P', element(sheet, 'P', owner), heading, { x, style: LABEL });
  for (const lines of texts) flow(sheet, 'P', element(sheet, 'P', owner), lines, { x, style: BODY });
  sheet.y += 20;
}

/** Two beside each other, each with a line above the name where a hand signs. */
export function drawSignatures(sheet: Sheet, { signers }: Extract<LayoutNode, { kind: 'signatures' }>): void {
  const width = (WIDTH - 24) / 2;
  for (let at = 0; at < signers.length; at += 2) {
    const pair = signers.slice(at, at + 2).map(({ lines, byHand }) => ({
      byHand,
      lines: lines.flatMap((line) => linesOf(sheet, line, width, BODY)),
    }));
    const forHand = pair.some(({ byHand }) => byHand) ? 42 : 4;
    const height = forHand + Math.max(1, ...pair.map(({ lines }) => lines.length)) * BODY.leading;
    ensure(sheet, height);
    const y = sheet.y + forHand;
    for (const [column, { lines, byHand }] of pair.entries()) {
      const x = PAGE.left + column * (width + 24);
      if (byHand) {
        artifact(sheet, 'Layout', () => {
          sheet.doc
            .moveTo(x, y - 4)
            .lineTo(x + width - 30, y - 4)
            .lineWidth(0.7)
            .strokeColor(INK)
            .stroke();
        });
      }
      if (lines.length === 0) continue;
      sheet.y = y;
      flow(sheet, 'P', element(sheet, 'P'), lines, { x, style: BODY });
    }
    sheet.y = y + height - forHand + 10;
  }
}
