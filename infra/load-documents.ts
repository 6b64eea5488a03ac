import { systemClock } from '../shared/kernel/clock.ts';
import { filesAt } from './library/files.ts';
import { type DefinitionStep, loadDefinitions } from './library/load-definitions.ts';
import { libraryTarget } from './library/target.ts';
import { saidOf } from './said.ts';

const USAGE = 'npm run documents:load -- <file or folder> [--dry-run] [--aws]';

const DOES: Record<DefinitionStep['does'], string> = {
  new: 'new',
  completes: 'completes what is known',
  nothing: 'known already',
};

/** `npm run documents:load`: national definitions in THL's own form, as Sosmeta publishes them. */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const path = args.find((arg) => !arg.startsWith('--'));
  if (path === undefined) throw new Error(USAGE);
  const isDry = args.includes('--dry-run');
  const target = await libraryTarget(args, process.env);
  const steps = await loadDefinitions(target, filesAt(path, ['.json']), { at: systemClock.now(), isDry });
  for (const { oid, fi, does } of steps) console.log(`${oid}  ${DOES[does]}: ${fi}`);
  console.log(isDry ? 'Nothing was loaded: this was a dry run.' : 'Loaded. It is seen within a minute.');
}

main().catch((thrown: unknown) => {
  console.error(saidOf(thrown));
  process.exit(1);
});
