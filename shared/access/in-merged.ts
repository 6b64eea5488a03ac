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
 * The same reading, made of a file that was merged into the one whose tie was verified (docs/decisions/0012): under the
 * same rights, with the safety ban of either, and what was read stands in the log as the merged client's.
 */
export const inMerged =
  <I, R>(read: (context: ClientContext, input: I) => Promise<Reading<R>>) =>
  async (context: ClientContext, input: I & OfMerged): Promise<Reading<R>> => {
    const { sourceId } = input.params;
    const { line, ...reading } = await read(await mergedContext(context, sourceId), input);
    const resources = line.resources.map((one) => ({ client: sourceId, ...one }));
    return forBoth(context, { ...reading, line: { ...line, resources } });
  };
