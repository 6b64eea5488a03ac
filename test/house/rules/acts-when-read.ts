import { parseSource } from '../../support/parse-source.ts';
import { isTypescript, isUnder, type Rule, type Violation } from './violation.ts';

/** What a file may consist of: imports, exports and declarations. */
const DECLARES = /^(Import|Export\w*|Variable|Function|Class|TS\w+)Declaration$/;

/**
 * No file of what runs acts when it is read: it only declares. So an import has no order and no effect, and the build
 * may leave out of a function whatever the function does not use.
 */
export const actsWhenRead: Rule = (files) => {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path }) => isTypescript(path) && isUnder(path, 'functions', 'shared'))) {
    const source = parseSource(file);
    const add = (start: number, message: string) =>
      violations.push({ path: file.path, line: source.lineAt(start), message });
    source.visit({
      Program({ body }) {
        for (const statement of body) {
          const { start, type } = statement;
          if (!DECLARES.test(type) && !onlyAsMain(file.text.slice(start))) add(start, 'acts when it is read');
        }
      },
      ImportDeclaration({ start, specifiers, source: { value } }) {
        if (specifiers.length === 0) add(start, `reads ${value} for what it does`);
      },
    });
  }
  return violations;
};

/** Of a script that is run by hand. */
const onlyAsMain = (text: string): boolean => text.startsWith('if (import.meta.main)');
