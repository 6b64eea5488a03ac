import { commit } from '../commit.ts';
import { VersionsLooked, type WitnessFinding } from '../domain/witnesses/model.ts';
import { loadVersionsLooked } from '../domain/witnesses/store.ts';
import type { ControllerId } from '../kernel/id.ts';
import type { Services } from '../services.ts';
import { systemContext } from '../system-context.ts';
import { changed, created } from '../table/item.ts';
import { witnessKeys } from '../table/keys.ts';
import { findingIdOf } from './finding-id.ts';
import { RECONCILE } from './judge-windows.ts';
import { newFindings } from './new-findings.ts';
import type { Difference } from './reconcile.ts';
import type { Version, VersionedStore } from './versioned-store.ts';

/** Where a controller's objects lie in the archive, in the order of their names. */
const FOLDERS = ['intake', 'log', 'planted'] as const;

/** Pages of a thousand that one run looks through: what an archive has more, the next run goes on with. */
const PAGES = 400;
/** Findings stored in one commit. */
const IN_COMMIT = 20;

/**
 * Object Lock protects versions, not names (security decision 20): looks through all names of a controller in the
 * archive, round after round, for a second version and for marks of deletion. An object of the lines that were
 * overwritten is looked at as soon as it is there, by others.
 * @returns how many new findings there are.
 */
export async function watchVersions(
  services: Services,
  archive: VersionedStore,
  controller: ControllerId,
  pages: number = PAGES,
): Promise<number> {
  const context = systemContext(services, controller, {
    action: RECONCILE,
    event: 'ArchiveVersionsWatched',
    ranBy: 'reconciler',
  });
  const before = await loadVersionsLooked(services.tables, controller);
  const { found, after } = await lookThrough(archive, controller, before?.after, pages);
  const fresh = await newFindings(
    context,
    new Map(found.map((difference) => [findingIdOf(difference), difference])),
  );
  const by = context.actor.userId;
  const put: VersionsLooked = {
    ...witnessKeys.versions(controller),
    entity: 'versionsLooked',
    ...(before === undefined ? created(context.now, by) : changed(before, context.now, by)),
    ...(after === undefined ? {} : { after }),
  };
  const findings = fresh.slice(0, IN_COMMIT);
  // Where there are more findings than one commit holds, the place is not moved: the next run finds the rest.
  const isAll = findings.length === fresh.length;
  const isMoved = isAll && after !== before?.after;
  if (findings.length > 0 || isMoved) {
    await commit(context, {
      changes: [
        ...findings,
        ...(isMoved
          ? [{ put, when: before === undefined ? ('absent' as const) : { version: before.version } }]
          : []),
      ],
      line: {
        clients: [],
        resources: findings.map(({ put: { findingId: id, version } }: { put: WitnessFinding }) => ({
          kind: 'witnessFinding' as const,
          id,
          version,
        })),
        dataGroups: ['accessLog'],
        changedFields: findings.length === 0 ? [] : ['finding'],
      },
      answer: { body: {} },
    });
  }
  return findings.length;
}

type Looked = { found: Difference[]; after: string | undefined };

async function lookThrough(
  archive: VersionedStore,
  controller: ControllerId,
  from: string | undefined,
  pages: number,
): Promise<Looked> {
  const found: Difference[] = [];
  let left = pages;
  for (const folder of FOLDERS) {
    const begins = `${folder}/${controller}/`;
    if (from !== undefined && from > `${begins}~`) continue;
    let after = from?.startsWith(begins) === true ? from : undefined;
    do {
      if (left === 0) return { found, after: after ?? begins };
      const page = await archive.versions(begins, after);
      left -= 1;
      found.push(...differencesIn(page.versions, controller));
      after = page.after;
    } while (after !== undefined);
  }
  return { found, after: undefined };
}

/** Every version of a name but the oldest, which is the one that was put there. */
function differencesIn(versions: readonly Version[], controller: ControllerId): Difference[] {
  return versions.flatMap(({ name, at, hides }, place): Difference[] => {
    const evidence = { at, controller, evidence: name, by: '' };
    if (hides) return [{ kind: 'objectHidden', ...evidence }];
    const isOldest = !versions.slice(place + 1).some((older) => older.name === name && !older.hides);
    return isOldest ? [] : [{ kind: 'secondVersion', ...evidence }];
  });
}
