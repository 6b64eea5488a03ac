import { EXTRACT_USAGE, extractCommand } from './audit/extract-command.ts';
import { RECONCILE_USAGE, reconcileCommand } from './audit/reconcile-command.ts';
import { REPORT_USAGE, reportCommand } from './audit/report-command.ts';
import { SQL_USAGE, sqlCommand } from './audit/sql-command.ts';
import { VERIFY_USAGE, verifyCommand } from './audit/verify-command.ts';
import { saidOf } from './said.ts';

const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  verify: verifyCommand,
  sql: sqlCommand,
  report: reportCommand,
  extract: extractCommand,
  reconcile: reconcileCommand,
};

const USAGE = [
  'npm run audit -- <command>',
  VERIFY_USAGE,
  SQL_USAGE,
  REPORT_USAGE,
  EXTRACT_USAGE,
  RECONCILE_USAGE,
].join('\n\n');

/**
 * `npm run audit`: what an auditor asks of the access log, on a laptop or of a copy of the archive. Ends with 1 when
 * something is wrong with what was asked about, and with 2 when it could not be asked.
 */
async function main(): Promise<void> {
  const [command = '', ...args] = process.argv.slice(2);
  const run = COMMANDS[command];
  if (run === undefined) throw new Error(USAGE);
  if (!(await run(args))) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
  console.error(saidOf(thrown));
  process.exit(2);
});
