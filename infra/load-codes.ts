import { systemClock } from '../shared/kernel/clock.ts';
import { filesAt } from './library/files.ts';
import { type CodeListStep, loadCodeLists } from './library/load-code-lists.ts';
import { libraryTarget } from './library/target.ts';
import { saidOf } from './said.ts';

const USAGE = 'npm run documents:load-codes -- <file or folder> [--dry-run] [--aws]';

const DOES: Record<CodeListStep['does'], string> = {
  new: 'new',
  replaces: 'adds to what was loaded',
  nothing: 'known already',
};

/** `npm run documents:load-codes`: national code lists, whole, as JSON or as tables. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const path = args.find((arg) => !arg.startsWith('--'));
  if (path === undefined) throw new Error(USAGE);
  const isDry = args.includes('--dry-run');
  const target = await libraryTarget(args, process.env);
  const steps = await loadCodeLists(target, filesAt(path, ['.json', '.csv']), {
    at: systemClock.now(),
    isDry,
  });
  for (const { oid, version, fi, codes, does } of steps) {
    console.log(`${oid}.${version}  ${DOES[does]}: ${fi}, ${codes} codes`);
  }
  console.log(isDry ? 'Nothing was loaded: this was a dry run.' : 'Loaded. It is seen within a minute.');
}

main().catch((thrown: unknown) => {
  console.error(saidOf(thrown));
  process.exit(1);
});
