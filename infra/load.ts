import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { helsinkiDateOf } from '../shared/kernel/local-date.ts';
import { judgeFile } from './load/judge-file.ts';
import { signInOnLaptop } from './load/laptop-users.ts';
import { planLoad, type Step } from './load/load-organisation.ts';
import { namesIn } from './load/names.ts';
import { type OrganisationFile, parseFile } from './load/organisation-file.ts';
import { settingsOf } from './local/settings.ts';
import { isForAws, type Target, targetOf } from './operator.ts';
import { saidOf } from './said.ts';

const USAGE = 'npm run load -- <file.json> [--dry-run] [--aws]';

/**
 * `npm run load`: a controller with its units, posts, users and first administrator, from a file. What is there
 * already is left as it is, so the same file can be loaded again, after a cut or with more in it.
 */
async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const path = args.find((arg) => !arg.startsWith('--'));
  if (path === undefined) throw new Error(USAGE);
  const parsed = parseFile(readFileSync(path, 'utf8'));
  if ('wrong' in parsed) throw new Error(parsed.wrong.join('\n'));
  const { file } = parsed;
  const target = await targetOf(process.argv, process.env);
  try {
    const wrong = [
      ...judgeFile(file, helsinkiDateOf(target.services.clock.now())),
      ...judgeTarget(target, file),
    ];
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    await run(target, file, args.includes('--dry-run'));
  } finally {
    await target.close();
  }
}

/** A deployment serves the controllers that its settings name; a laptop any. */
const judgeTarget = ({ controllers }: Target, { controller }: OrganisationFile): string[] =>
  isForAws(process.argv) && !controllers.includes(controller.controllerId)
    ? [`/controller/controllerId: the deployment does not serve ${controller.controllerId}`]
    : [];

async function run({ services, ranBy }: Target, file: OrganisationFile, isDry: boolean): Promise<void> {
  const { steps, load } = await planLoad(services, file, ranBy);
  for (const sentence of sentencesOf(steps)) console.log(sentence);
  if (isDry) {
    console.log('Nothing was loaded: this was a dry run.');
    return;
  }
  await load();
  if (!isForAws(process.argv)) signInOnLaptop(resolve(settingsOf(process.env).folder), file);
  const names = namesIn(file);
  for (const { key, name } of file.users) console.log(`${names.userId(key)}  ${name}`);
  console.log('Loaded. Each id above is the name of that user in the user pool.');
}

const KINDS: Record<Step['kind'], string> = {
  keys: 'keys of the controller',
  controller: 'record and settings',
  unit: 'units',
  post: 'posts',
  user: 'users',
};

function sentencesOf(steps: readonly Step[]): string[] {
  const kinds = [...Map.groupBy(steps, ({ kind }) => kind)].map(([kind, all]) => {
    const count = (state: Step['state']): number => all.filter((step) => step.state === state).length;
    return `${KINDS[kind]}: ${count('new')} to load, ${count('same')} there already, ${count('differs')} changed since`;
  });
  const changed = steps
    .filter(({ state }) => state === 'differs')
    .map(({ kind, key }) => `${kind} ${key} differs from the file and is left as it is`);
  return [...kinds, ...changed];
}

main().catch((thrown: unknown) => {
  console.error(saidOf(thrown));
  process.exit(1);
});
