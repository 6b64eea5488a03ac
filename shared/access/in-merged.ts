import type { Reading } from '../act.ts';
import type { ClientContext } from '../domain/clients/file.ts';
import { mergedContext } from '../domain/clients/merged.ts';
import type { ClientId } from '../kernel/id.ts';

type OfMerged = { params: { sourceId: ClientId } };

/** A reading of a merged client's data is logged for both clients. */
export const forBoth = <R>({ file }: ClientContext, reading: Reading<R>): Reading<R> => ({
  ...reading,
  line: { ...reading.line, clients: [...new Set([file.head.clientId, ...reading.line.clients])] },
});

/**
 * The same act, done in a file that was merged into the one whose tie was verified (docs/decisions/0012, 0145): under the
 * same rights, with the safety ban of either, and the log names both clients, also where it is refused.
 */
export const inMerged =
  <I, R>(act: (context: ClientContext, input: I) => Promise<R>) =>
  async (context: ClientContext, input: I & OfMerged): Promise<R> => {
    const { sourceId } = input.params;
    const merged = { into: context.file.head.clientId, from: sourceId };
    // The same context, changed: what an act leaves in it for dispatch, such as that it has committed, must be found.
    return act(Object.assign(context, await mergedContext(context, sourceId), { merged }), input);
  };
