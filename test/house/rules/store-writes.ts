import { parseSource } from '../../support/parse-source.ts';
import { isTypescript, isUnder, type Rule, type Violation } from './violation.ts';

const WRITES =
  /^(Put|PutItem|Update|UpdateItem|Delete|DeleteItem|TransactWrite|TransactWriteItems|BatchWrite|BatchWriteItem)Command$/;
/** Scan reads a whole table; PartiQL and the verbs of the document class hide which of the two they do. */
const NEVER =
  /^(Scan|ExecuteStatement|BatchExecuteStatement|ExecuteTransaction)Command$|^paginateScan$|^DynamoDBDocument$/;

/** Whether a parse is worth while: most files name nothing of the kind. */
const MAY_NAME_ONE = /Command\b|paginateScan|DynamoDBDocument/;

const mayWrite = (path: string) =>
  isUnder(path, 'shared/table', 'infra/local', 'test') || path === 'shared/commit.ts';

/** An act can't forget the log line because it never writes: only commit and the table folder name a write. */
export const storeWrites: Rule = (files) => {
  const violations: Violation[] = [];
  for (const file of files.filter(({ path, text }) => isTypescript(path) && MAY_NAME_ONE.test(text))) {
    const source = parseSource(file);
    const inside = isUnder(file.path, 'functions', 'shared');
    source.visit({
      Identifier({ name, start }) {
        if (WRITES.test(name) && !mayWrite(file.path)) {
          violations.push({
            path: file.path,
            line: source.lineAt(start),
            message: `${name}: only shared/table and shared/commit.ts write`,
          });
        }
        if (NEVER.test(name) && inside) {
          violations.push({
            path: file.path,
            line: source.lineAt(start),
            message: `${name}: never in a request path`,
          });
        }
      },
    });
  }
  return violations;
};
