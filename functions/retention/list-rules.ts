import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { RETENTION_RULES } from '../../shared/domain/retention/annex.ts';
import { OLD_ANNEX } from '../../shared/domain/retention/old-annex.ts';
import { ownRecordRules } from '../../shared/domain/retention/own-records.ts';
import { RetentionClass } from '../../shared/domain/retention/rules.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { DateRange } from '../../shared/kernel/date-range.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';

export const RetentionRules = z
  .strictObject({
    law: z.array(
      z.strictObject({
        documentClasses: z.array(RetentionClass),
        serviceTasks: z.array(ServiceTask),
        event: z.string(),
        years: z.int(),
        source: z.string(),
        validity: DateRange,
        /** Whether it decides of events before its first day too. */
        reaches: z.enum(['alsoEarlier', 'eventsFrom']),
      }),
    ),
    /** The controller's own plan: it may keep longer, and never shorter. */
    plan: z.array(
      z.strictObject({
        recordType: z.string(),
        years: z.int().nullable(),
        startEvent: z.string().nullable(),
        source: z.string(),
      }),
    ),
    planSources: z.array(z.string()),
    /** Of what is no client document; without years it is kept until the plan says, or for good for what `why` says. */
    ownRecords: z.array(
      z.strictObject({
        kind: z.string(),
        years: z.int().optional(),
        from: z.string(),
        source: z.string(),
        validity: DateRange,
        why: z.string().optional(),
      }),
    ),
    /** By which what is kept for good is chosen, and the repealed annex it rests on. */
    archiveOrder: z.string(),
    oldAnnex: z.array(
      z.strictObject({
        service: z.string(),
        periods: z.array(z.strictObject({ years: z.int(), from: z.string(), only: z.string().optional() })),
        permanent: z.string(),
      }),
    ),
  })
  .meta({ id: 'RetentionRules' });

/** A row that is enacted to come is told with its first day. */
const hasNotEnded = ({ to }: DateRange, today: LocalDate): boolean => to === undefined || to >= today;

/** The periods in force today and those enacted to come, each with its source: the law's, the controller's own, and those of other records. */
export async function listRules(context: ActContext): Promise<Reading<z.infer<typeof RetentionRules>>> {
  const { retention } = await settingsOf(context.services, context.actor.controller);
  return {
    line: { clients: [], resources: [], dataGroups: ['retention'] },
    body: () => ({
      law: RETENTION_RULES.filter(({ validity }) => hasNotEnded(validity, context.today)).map(
        ({ documentClasses, serviceTasks = [], event, years, source, validity, reaches }) => ({
          documentClasses: [...documentClasses],
          serviceTasks: [...serviceTasks],
          event,
          years,
          source,
          validity,
          reaches,
        }),
      ),
      plan: retention.rules,
      planSources: retention.sources,
      ownRecords: ownRecordRules(context.today, retention),
      archiveOrder: retention.archive.order,
      oldAnnex: OLD_ANNEX.map((row) => ({ ...row, periods: row.periods.map((period) => ({ ...period })) })),
    }),
  };
}
