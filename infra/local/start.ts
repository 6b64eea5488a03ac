import { startLocal, startRun } from './run.ts';
import { settingsOf } from './settings.ts';

/**
 * `npm start`: Sointu on a laptop, with no cloud account. Prints one line when it answers; what happens after
 * stands in `application.log` of the data folder. `npm run seed` makes the invented people and ends.
 */
async function main(): Promise<void> {
  const settings = settingsOf(process.env);
  if (process.argv.includes('--seed-only')) {
    const { users, stop } = await startRun(settings);
    await stop();
    console.log(`${settings.folder} is ready for ${users.length} users`);
    return;
  }
  const { url, stop } = await startLocal(settings);
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (thrown: unknown) => fail(thrown),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  console.log(`ready ${url}`);
}

function fail(thrown: unknown): void {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
}

main().catch(fail);
