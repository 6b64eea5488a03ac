import { escaped } from './escaped.ts';
import { STYLE, STYLE_HASH } from './html-style.ts';
import type { IndexEntry, LayoutNode, Print, Row } from './layout.ts';
import { printWord } from './print-words.ts';
import { svgOf } from './svg.ts';

/**
 * A print as a whole page of HTML: headings in their order, lists of terms, tables with heads, the language set; no
 * script, no address of anything outside. What it says stands in elements only, every text escaped.
 */
export function htmlOf(print: Print): string {
  const { language, title, running, nodes } = print;
  const state = running.state === '' ? '' : `<p class="state">${escaped(running.state)}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, noarchive">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<div class="authority"><p>${escaped(running.authority)}</p>${running.unit === '' ? '' : `<p>${escaped(running.unit)}</p>`}</div>
<div class="marks">${state}${secrecyOf(running)}</div>
</header>
<main>
${nodes.map((node) => nodeOf(node, print)).join('\n')}
</main>
<footer><p>${escaped(running.identifier)}</p><p>${escaped(running.printed)}</p></footer>
</body>
</html>
`;
}

/** The same, and which style it has: the header of the answer lets in this one alone. */
export const pageOf = (print: Print): { html: string; styleHash: string } => ({
  html: htmlOf(print),
  styleHash: STYLE_HASH,
});

const secrecyOf = ({ secrecy: { mark, grounds } }: Print['running']): string =>
  mark === '' ? '' : `<p class="secrecy"><strong>${escaped(mark)}</strong><br>${escaped(grounds)}</p>`;

const withBreaks = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const paragraphs = (texts: readonly string[]): string =>
  texts.map((text) => `<p>${withBreaks(text)}</p>`).join('');

/** Of a text that is escaped already: an address holds nothing that would end its quotes. */
const linked = (html: string): string =>
  html
    .replaceAll(/https?:\/\/[\w./~%#?=:-]*[\w/]/g, (address) => `<a href="${address}">${address}</a>`)
    .replaceAll(
      /(?<![\w.+/-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
      (address) => `<a href="mailto:${address}">${address}</a>`,
    );

function nodeOf(node: LayoutNode, print: Print): string {
  switch (node.kind) {
    case 'heading':
      return `<h${node.level}>${escaped(node.text)}</h${node.level}>`;
    case 'facts':
      return `<dl class="facts">${node.rows.map(rowOf).join('')}</dl>`;
    case 'rows':
      return `<dl class="rows">${node.rows.map(rowOf).join('')}</dl>`;
    case 'group':
      return `<section>${node.nodes.map((below) => nodeOf(below, print)).join('\n')}</section>`;
    case 'paragraphs':
      return print.hasLinks === true ? linked(paragraphs(node.paragraphs)) : paragraphs(node.paragraphs);
    case 'table':
      return tableOf(node);
    case 'notice':
      return `<div class="notice" role="note"><p><strong>${escaped(node.title)}</strong></p>${paragraphs(node.paragraphs)}</div>`;
    case 'signatures':
      return `<div class="signatures">${node.signers
        .map(
          ({ lines, byHand }) =>
            `<div class="signer${byHand ? ' by-hand' : ''}">${paragraphs(lines.length === 0 ? ['\u00A0'] : [lines.join('\n')])}</div>`,
        )
        .join('')}</div>`;
    case 'index':
      return `<ol class="index" aria-label="${printWord('contents', print.language)}">${entriesOf(node.entries)}</ol>`;
    case 'picture':
      // A page shows no files: the policy of its content lets none in.
      return paragraphs([node.alt]);
    case 'drawing':
      return svgOf(node);
    case 'newPage':
      return '<div class="new-page"></div>';
    default:
      return node satisfies never;
  }
}

const entriesOf = (entries: readonly IndexEntry[]): string =>
  entries
    .map(({ name, more, below = [] }) => {
      const said = more === '' ? '' : ` <span>${escaped(more)}</span>`;
      const under = below.length === 0 ? '' : `<ol>${entriesOf(below)}</ol>`;
      return `<li>${escaped(name)}${said}${under}</li>`;
    })
    .join('');

function rowOf({ label, paragraphs: texts, look, lines = 1 }: Row): string {
  const value = look === 'blank' ? '<p class="blank">\u00A0</p>'.repeat(lines) : paragraphs(texts);
  return `<div${look === 'hidden' ? ' class="hidden"' : ''}><dt>${escaped(label)}</dt><dd>${value}</dd></div>`;
}

function tableOf({ caption, columns, rows }: Extract<LayoutNode, { kind: 'table' }>): string {
  const right = columns.map(({ align }) => (align === 'right' ? ' class="right"' : ''));
  const head = columns
    .map(({ label }, place) => `<th scope="col"${right[place] ?? ''}>${escaped(label)}</th>`)
    .join('');
  const body = rows
    .map(
      (row) =>
        `<tr>${row.map((cell, place) => `<td${right[place] ?? ''}>${cell === '' ? '\u00A0' : withBreaks(cell)}</td>`).join('')}</tr>`,
    )
    .join('\n');
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>
${body}
</tbody></table>`;
}
