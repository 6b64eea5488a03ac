import type { ActContext, Change } from '../act.ts';
import type { WitnessFinding } from '../domain/witnesses/model.ts';
import { knownFindings } from '../domain/witnesses/store.ts';
import type { WitnessFindingId } from '../kernel/id.ts';
import { created } from '../table/item.ts';
import { witnessKeys } from '../table/keys.ts';
import type { Difference } from './reconcile.ts';

export type PutFinding = Extract<Change, { put: unknown }> & { put: WitnessFinding };

/** What is not known yet, to be stored. That a person hears of it, is another's work (shared/plantings). */
export async function newFindings(
  { services: { tables }, actor: { controller, userId }, now }: ActContext,
  found: ReadonlyMap<WitnessFindingId, Difference>,
): Promise<PutFinding[]> {
  const known = new Set(
    (await knownFindings(tables, controller, [...found.keys()])).map(({ findingId }) => findingId),
  );
  return [...found]
    .filter(([findingId]) => !known.has(findingId))
    .map(([findingId, { kind, at, evidence, by, key }]) => ({
      put: {
        ...witnessKeys.finding(controller, findingId),
        entity: 'witnessFinding',
        ...created(now, userId),
        findingId,
        kind,
        at,
        evidence: evidence.slice(0, 1024),
        by: by.slice(0, 300),
        ...(key === undefined ? {} : { key: key.slice(0, 64) }),
        state: 'open',
      } satisfies WitnessFinding,
      when: 'absent',
    }));
}
