import * as z from 'zod';
import { visibleBaseData } from '../../shared/access/visibility.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { BaseData, BaseDataVersion, Provenance, SafetyBan } from '../../shared/domain/clients/model.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { ClientId, UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { clientKeys } from '../../shared/table/keys.ts';
import { query } from '../../shared/table/read.ts';

export const BaseDataHistory = z
  .strictObject({
    clientId: ClientId,
    versions: z.array(
      z.strictObject({
        /** When this version was superseded, by whom, and which fields the change touched. */
        supersededAt: Instant,
        supersededBy: UserId,
        changedFields: z.array(z.string()),
        baseData: BaseData.partial(),
        hidden: z.array(z.string()),
        sources: z.record(z.string(), Provenance),
        safetyBan: SafetyBan.optional(),
        diedOn: LocalDate.optional(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'BaseDataHistory' });
type BaseDataHistory = z.infer<typeof BaseDataHistory>;

type Page = z.infer<typeof PageQuery>;

/** Earlier base data, the latest first. What a safety ban hides today is hidden in what was recorded before it. */
export const readHistory = (
  context: ClientContext,
  { query: page }: { query: Page },
): Promise<Reading<BaseDataHistory>> =>
  historyReading(context, page, hasSafetyBan(context.file.head, context.today));

export async function historyReading(
  context: ClientContext,
  page: Page,
  isBanned: boolean,
): Promise<Reading<BaseDataHistory>> {
  const { file, actor, services } = context;
  const { clientId } = file.head;
  const after = await openCursor(context, clientId, page.cursor);
  const found = await query(
    services.tables,
    actor.controller,
    {
      table: 'records',
      pk: clientKeys.partition(actor.controller, clientId),
      span: clientKeys.spans.history,
      descending: true,
      limit: page.limit ?? 20,
      ...(after === undefined ? {} : { after }),
    },
    BaseDataVersion,
  );
  const oldest = found.items.at(-1);
  return {
    line: {
      clients: [clientId],
      resources: [{ kind: 'client', id: clientId }],
      dataGroups: ['baseData', 'contactData'],
      ...(oldest === undefined ? {} : { historyFrom: oldest.createdAt }),
    },
    body: async () => {
      const ring = ringOf(context);
      const next = await sealCursor(context, clientId, found.lastKey);
      const versions = await Promise.all(
        found.items.map(async (item) => {
          const base = await openBase(ring, item);
          const { data, hidden } = visibleBaseData(actor, base.data, isBanned);
          return {
            supersededAt: item.createdAt,
            supersededBy: UserId.parse(item.createdBy),
            changedFields: item.changedFields,
            baseData: data,
            hidden,
            sources: base.sources,
            ...(item.safetyBan === undefined ? {} : { safetyBan: item.safetyBan }),
            ...(item.diedOn === undefined ? {} : { diedOn: item.diedOn }),
          };
        }),
      );
      return { clientId, versions, ...(next === undefined ? {} : { next }) };
    },
  };
}
