import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultFields } from '../../shared/application-log.ts';
import { type ReadDeployed, recordDeployed } from '../../shared/deployed/record-deployed.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const HOUR_MS = 3_600_000;

/** The sources under a folder, each with its name: what a laptop runs is what stands there. */
function hashOfFolder(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .toSorted();
  for (const name of files) hash.update(`${name}\n`).update(readFileSync(join(ROOT, folder, name)));
  return hash.digest('hex');
}

/** A laptop has code and no policies: its modules, and what they share. */
export const localDeployed: ReadDeployed = async () => [
  { name: 'code shared', text: hashOfFolder('shared') },
  { name: 'code laptop', text: hashOfFolder('infra/local') },
  ...readdirSync(join(ROOT, 'functions'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name: `code ${name}`, text: hashOfFolder(`functions/${name}`) })),
];

/** Once a day, at the first full hour that the laptop runs. */
export function recordEachDay(
  services: Services,
  controllers: readonly ControllerId[],
): { stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = running
      .then(() => recordDeployed(services, localDeployed, controllers))
      .catch((thrown: unknown) => services.log.error('JOB_FAILED', faultFields(thrown)));
  }, HOUR_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
