import type * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { isShutTo } from '../../shared/domain/clients/barred.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { loadHeads } from '../../shared/domain/clients/store.ts';
import { undoMerge as undone } from '../../shared/domain/clients/transitions/merge.ts';
import { countedApart } from '../../shared/domain/statistics/merged-persons.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { type ClientsMerged, commitMerge } from './commit-merge.ts';

/** Undoes a merge: both clients are what they were, the one that remained with all that came since. */
export async function undoMerge(
  context: ClientContext,
  { params, version }: { params: { sourceId: ClientId }; version: number },
): Promise<Answer<z.infer<typeof ClientsMerged>>> {
  const { file, actor, services, now } = context;
  expectVersion(file.head, version);
  const [merged] = await loadHeads(services, actor.controller, [params.sourceId]);
  const isHidden = merged !== undefined && isShutTo(merged, actor.userId);
  if (merged === undefined || isHidden) throw new Refusal(CLIENT_REFUSALS.notMerged);
  const heads = undone({ source: merged, target: file.head }, { now, by: actor.userId });
  const beside = await countedApart(context, merged, file.head.clientId);
  return commitMerge(context, heads, { asked: 'target', beside });
}
