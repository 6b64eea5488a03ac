import type { ClientId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { isShutTo } from './barred.ts';
import { type ClientContext, type ClientFile, loadClientFile } from './file.ts';
import { hasSafetyBan } from './rules.ts';
import { loadHeads } from './store.ts';
import { refuseMerged } from './transitions/relationship.ts';

/** A client may be merged into one that is itself merged later; more in a row than this is a fault of the data. */
export const MOST_HOPS = 10;

/** The context of a merged client. `isBanned`: a safety ban holds for it or for the one that remains. */
export type MergedContext = ClientContext & { isBanned: boolean; remains: ClientFile };

/**
 * What lies in a merged file is opened through the one that remains, and by its own address no more.
 * @throws Refusal `client.merged`, naming the one that remains.
 */
export function refuseMergedItself({ file, remains }: ClientContext): void {
  if (remains === undefined) refuseMerged(file.head);
}

const isOpenTo = ({ head }: ClientFile, { actor }: ClientContext): boolean => !isShutTo(head, actor.userId);

const withBan = (context: ClientContext, file: ClientFile): MergedContext => ({
  ...context,
  file,
  remains: context.file,
  isBanned: hasSafetyBan(context.file.head, context.today) || hasSafetyBan(file.head, context.today),
});

/** So many merged files are read with the one that remains. */
const MOST_READ = 20;

/**
 * The contexts of every client that was merged into the one whose tie was verified, directly or through another: what a
 * worker asks of the file is asked of these too, under the same rights (docs/decisions/0012). Restricted ones are left
 * out for all but their readers. Nothing is read where nobody was merged.
 */
export async function mergedContexts(context: ClientContext): Promise<MergedContext[]> {
  const { services, actor, file } = context;
  const found: ClientFile[] = [];
  let waiting = file.head.mergedFrom;
  while (waiting.length > 0 && found.length < MOST_READ) {
    const files = await Promise.all(
      waiting
        .slice(0, MOST_READ - found.length)
        .map((clientId) => loadClientFile(services, actor.controller, clientId)),
    );
    const known = files.filter((one) => one !== undefined);
    found.push(...known);
    waiting = known.flatMap(({ head }) => head.mergedFrom);
  }
  return found.filter((one) => isOpenTo(one, context)).map((one) => withBan(context, one));
}

/**
 * The context of a client that was merged into the one whose tie was verified, directly or through another. A
 * restricted source stays closed to all but its readers.
 * @throws Refusal `request.notFound` for any other client.
 */
export async function mergedContext(
  context: ClientContext,
  sourceId: ClientId,
  notes = 0,
): Promise<MergedContext> {
  const { services, actor, file: target } = context;
  const file = await loadClientFile(services, actor.controller, sourceId, notes);
  if (file === undefined || !isOpenTo(file, context)) throw new Refusal(COMMON_REFUSALS.notFound);
  let at = file.head.mergedInto;
  for (let hop = 0; at !== undefined && at !== target.head.clientId && hop < MOST_HOPS; hop += 1) {
    const [next] = await loadHeads(services, actor.controller, [at]);
    at = next?.mergedInto;
  }
  if (at !== target.head.clientId) throw new Refusal(COMMON_REFUSALS.notFound);
  return withBan(context, file);
}
