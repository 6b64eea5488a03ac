import { escaped } from './escaped.ts';
import type { Drawing, Mark } from './layout.ts';

const ANCHORS = { left: 'start', middle: 'middle', right: 'end' } as const;

/**
 * A drawing as SVG within a page: named and described for who cannot see it, its texts as texts. By attributes alone,
 * because the policy of a page's content lets no style of an element in.
 */
export function svgOf({ id, title, about, width, height, marks }: Drawing): string {
  return `<figure><svg role="img" aria-labelledby="${id}-title ${id}-about" viewBox="0 0 ${width} ${height}" width="100%" xmlns="http://www.w3.org/2000/svg">
<title id="${id}-title">${escaped(title)}</title><desc id="${id}-about">${escaped(about)}</desc>
${marks.map(markOf).join('\n')}
</svg></figure>`;
}

function markOf(mark: Mark): string {
  switch (mark.kind) {
    case 'bar': {
      const { x, y, width, height, look } = mark;
      const paint = look === 'solid' ? 'fill="#0f3554"' : 'fill="#ffffff" stroke="#0f3554"';
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${paint}/>`;
    }
    case 'rule':
      return `<line x1="${mark.x1}" y1="${mark.y1}" x2="${mark.x2}" y2="${mark.y2}" stroke="#c5ccd3"/>`;
    case 'text':
      return `<text x="${mark.x}" y="${mark.y}" font-size="9" fill="#17202a" text-anchor="${ANCHORS[mark.align]}">${escaped(mark.text)}</text>`;
    default:
      return mark satisfies never;
  }
}
