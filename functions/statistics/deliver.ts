import { faultFields } from '../../shared/application-log.ts';
import type { Where } from '../../shared/domain/statistics/cubes/store.ts';
import { DEFINITIONS } from '../../shared/domain/statistics/definitions.ts';
import type { StatisticsEdition } from '../../shared/domain/statistics/edition.ts';
import { filesOf, manifestName } from '../../shared/domain/statistics/edition-files.ts';
import { loadStoredEditions } from '../../shared/domain/statistics/store.ts';
import { openedRow } from '../../shared/domain/statistics/stored-edition.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import type { LastKey } from '../../shared/table/read.ts';

/** `delivered`: editions, each for one use. */
export type Delivered = { delivered: number; failed: number };

const AT_ONCE = 10;

/**
 * The run after that of the morning: lays each edition down in the bucket of exports as files, once. What lies there tells
 * what is missing, and nothing that stands is replaced, so that a run that was cut short is finished by the next. It
 * opens no client, and whoever made an edition stands on the access log: it writes no line.
 */
export async function deliver(services: Services, controllers: readonly ControllerId[]): Promise<Delivered> {
  const sum = { delivered: 0, failed: 0 };
  for (const controller of controllers) {
    const where: Where = { services, actor: { controller } };
    for (const { id } of DEFINITIONS) {
      try {
        const done = await deliverDefinition(where, id);
        sum.delivered += done.delivered;
        sum.failed += done.failed;
      } catch (thrown) {
        services.log.error('JOB_FAILED', faultFields(thrown));
        sum.failed += 1;
      }
    }
  }
  return sum;
}

async function deliverDefinition(where: Where, definitionId: string): Promise<Delivered> {
  const standing = await namesUnder(where, `editions/${definitionId}/`);
  const sum: Delivered = { delivered: 0, failed: 0 };
  let after: LastKey | undefined;
  do {
    const page = await loadStoredEditions(where, definitionId, { limit: AT_ONCE, after });
    for (const row of page.items) {
      // One that cannot be read, or not be laid down, keeps no other from its recipient: it is told and tried again.
      try {
        if (await laidDown(where, openedRow(row), standing)) sum.delivered += 1;
      } catch (thrown) {
        where.services.log.error('JOB_FAILED', faultFields(thrown));
        sum.failed += 1;
      }
    }
    after = page.lastKey;
  } while (after !== undefined);
  return sum;
}

/** @returns false where it lies there. */
async function laidDown(
  { services, actor }: Where,
  edition: StatisticsEdition,
  standing: ReadonlySet<string>,
): Promise<boolean> {
  if (standing.has(manifestName(edition))) return false;
  // In their order: who sees the manifest may trust that the rest is there.
  for (const { name, bytes } of filesOf(edition)) {
    await services.exports.putIfAbsent(actor.controller, name, bytes);
  }
  return true;
}

async function namesUnder({ services, actor }: Where, begins: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let after: string | undefined;
  do {
    const page = await services.exports.list(actor.controller, begins, after);
    for (const { name } of page.objects) names.add(name);
    after = page.after;
  } while (after !== undefined);
  return names;
}
