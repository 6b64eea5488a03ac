import * as z from 'zod';
import { watchesAllSigns } from '../../shared/access/sign-reviewers.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { SignCode } from '../../shared/domain/sign-codes.ts';
import { SignReport } from '../../shared/domain/signs/report.ts';
import { signsOfMonth } from '../../shared/domain/signs/store.ts';
import { UnitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { LastKey } from '../../shared/table/read.ts';

export const MonthQuery = z.strictObject({
  month: z
    .string()
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'a month such as 2026-11')
    .meta({ examples: ['2026-11'] }),
});

const counts = {
  found: z.int(),
  waiting: z.int(),
  escalated: z.int(),
  outcomes: z.strictObject({ inOrder: z.int(), explained: z.int(), misuseSuspected: z.int() }),
  medianDays: z.int().optional(),
  longestDays: z.int().optional(),
};

export const SignsOfMonth = z
  .strictObject({
    month: z.string(),
    all: z.strictObject(counts),
    byRule: z.array(z.strictObject({ code: SignCode, ...counts })),
    byUnit: z.array(z.strictObject({ unitId: UnitId, ...counts })),
  })
  .meta({ id: 'SignsOfMonth' });

const AT_ONCE = 500;

/**
 * The month's report to whoever watches all use: how many signs by rule and unit, what came of them and how long it
 * took. It names no client and no worker.
 */
export async function reportSigns(
  context: ActContext,
  { query: { month } }: { query: z.infer<typeof MonthQuery> },
): Promise<Reading<z.infer<typeof SignsOfMonth>>> {
  if (!watchesAllSigns(context.actor)) throw new Refusal(COMMON_REFUSALS.notAllowed);
  const report = new SignReport();
  let after: LastKey | undefined;
  do {
    const page = await signsOfMonth(context, month, { limit: AT_ONCE, after });
    for (const sign of page.items) report.add(sign);
    after = page.lastKey;
  } while (after !== undefined);
  return {
    line: {
      clients: [],
      resources: [{ kind: 'accessLog', id: `signs-${month}` }],
      dataGroups: ['accessLog'],
    },
    body: () => ({
      month,
      all: withoutMissing(report.all()),
      byRule: report.byRule().map(([code, of]) => ({ code, ...withoutMissing(of) })),
      byUnit: report
        .byUnit()
        .map(([unitId, of]) => ({ unitId: UnitId.parse(unitId), ...withoutMissing(of) })),
    }),
  };
}

function withoutMissing({ medianDays, longestDays, ...rest }: ReturnType<SignReport['all']>) {
  return {
    ...rest,
    ...(medianDays === undefined ? {} : { medianDays }),
    ...(longestDays === undefined ? {} : { longestDays }),
  };
}
