import type * as z from 'zod';
import { forBoth } from '../../shared/access/in-merged.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { mergedContext } from '../../shared/domain/clients/merged.ts';
import type { PageQuery } from '../../shared/http/paging.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { fileReading, NOTES_SHOWN, type OpenedFile } from './open-file.ts';
import { type BaseDataHistory, historyReading } from './read-history.ts';

type OfMerged = { params: { sourceId: ClientId } };

/** Opens what a merged client held, under the tie to the one that remains. */
export async function openMerged(
  context: ClientContext,
  { params }: OfMerged,
): Promise<Reading<z.infer<typeof OpenedFile>>> {
  const merged = await mergedContext(context, params.sourceId, NOTES_SHOWN);
  // Older entries are paged through by the route of merged entries; a cursor is bound to its route.
  const { moreNotes: _moreNotes, ...file } = merged.file;
  return forBoth(context, fileReading({ ...merged, file }, merged.isBanned));
}

/** Earlier base data of a merged client, the latest first. */
export async function readMergedHistory(
  context: ClientContext,
  { params, query }: OfMerged & { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof BaseDataHistory>>> {
  const merged = await mergedContext(context, params.sourceId);
  return forBoth(context, await historyReading(merged, query, merged.isBanned));
}
