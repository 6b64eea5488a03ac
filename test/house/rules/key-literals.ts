import { parseSource } from '../../support/parse-source.ts';
import { isTypescript, isUnder, type Rule, type Violation } from './violation.ts';

const COLOUR = /^#[\da-fA-F]{3,8}$/;
/** In a key `#` follows a part of it. `#name` of an expression, `#/…` of a pointer and `&#39;` do not. */
const AFTER_A_PART = /[\w\])]#(?!\/)/;

const isKeyText = (text: string) =>
  text === '#' || (AFTER_A_PART.test(text) && !COLOUR.test(text) && !text.includes('://'));

/** `${id}#…` or `…#${id}`: the parts of a template as they meet its values. */
function isKeyTemplate(parts: readonly string[], path: string): boolean {
  return parts.some((text, place) => {
    const afterValue = place > 0 && /^#(?!\/)/.test(text);
    // Expressions are made in shared/table: there `#${n}` is the name of an attribute.
    const beforeValue =
      place < parts.length - 1 && /(^|[^&\w])#$/.test(text) && !isUnder(path, 'shared/table');
    return afterValue || beforeValue || (text !== '#' && isKeyText(text));
  });
}

/** Every key is built in shared/table/keys: elsewhere nobody joins or splits parts by `#`. */
export const keyLiterals: Rule = (files) => {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => isTypescript(path) && isUnder(path, 'functions', 'shared'))) {
    if (isUnder(file.path, 'shared/table/keys')) continue;
    const source = parseSource(file);
    const add = (start: number, text: string) =>
      violations.push({
        path: file.path,
        line: source.lineAt(start),
        message: `${text} looks like a key: shared/table/keys`,
      });
    source.visit({
      Literal(node) {
        if (typeof node.value === 'string' && isKeyText(node.value)) add(node.start, node.value);
      },
      TemplateLiteral(node) {
        const quasis = node.quasis.map(({ value }) => value.raw);
        if (isKeyTemplate(quasis, file.path)) add(node.start, quasis.join('…'));
      },
    });
  }
  return violations;
};
