import type * as z from 'zod';
import { readUnitDrafts, type UnitDraftPage, type UnitDraftsQuery } from '../../shared/access/unit-drafts.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { documentDraftsOfUnit, documentDraftsOfWriter } from '../../shared/domain/documents/drafts.ts';
import type { UnitId } from '../../shared/kernel/id.ts';

/** What lies unfinished of documents in a unit, for its supervisor. */
export const listUnitDrafts = (
  context: ActContext,
  input: { params: { unitId: UnitId }; query: z.infer<typeof UnitDraftsQuery> },
): Promise<Reading<UnitDraftPage>> =>
  readUnitDrafts(context, input, { unit: documentDraftsOfUnit, writer: documentDraftsOfWriter });
