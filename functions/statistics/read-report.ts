import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import type { Cube } from '../../shared/domain/statistics/cubes/cube.ts';
import { countPeriod } from '../../shared/domain/statistics/cubes/period.ts';
import { DEFINITIONS } from '../../shared/domain/statistics/definitions.ts';
import { dayAfter, isOfKind, monthBefore, Period } from '../../shared/domain/statistics/periods.ts';
import { publishedBeside } from '../../shared/domain/statistics/publications/store.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { printOfReport } from '../../shared/domain/statistics/report/print-of-report.ts';
import {
  MonthlyReport,
  partAsItIs,
  partOfPublications,
  ReportFor,
} from '../../shared/domain/statistics/report/report.ts';
import { municipalities, unitNames } from '../../shared/domain/statistics/store.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { fileOfPrint, PrintQuery } from '../../shared/http/print-file.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { mayRead, seenFor } from './read-figures.ts';

export const OfMonth = z.strictObject({
  month: Period.refine((period) => isOfKind(period, 'month'), 'a month, as 2026-11'),
});
export const ReportQuery = z.strictObject({ for: ReportFor.default('ownUnits') });
export const PrintedReportQuery = PrintQuery.extend(ReportQuery.shape);

type Asked = { params: z.infer<typeof OfMonth>; query: z.infer<typeof ReportQuery> };

const LINE = {
  clients: [],
  resources: [{ kind: 'statistics' as const, id: 'monthlyReport' }],
  dataGroups: ['statistics' as const],
};

/**
 * What was done in a month, definition by definition: of the units that the caller supervises as it is, of what is done in
 * no unit as it is, or of the whole as it was published.
 * @throws Refusal `statistics.notOver` of a publication; `access.notAllowed` of own units for who supervises none.
 */
export async function monthlyReport(
  context: ActContext,
  { params: { month }, query: { for: whose } }: Asked,
): Promise<MonthlyReport> {
  const { services, actor, today } = context;
  const isOver = today >= dayAfter(month);
  const before = monthBefore(month);
  if (whose === 'publication') {
    if (!isOver) throw new Refusal(STATISTICS_REFUSALS.notOver);
    return { month, before, for: whose, isOver, definitions: await asPublished(context, month, before) };
  }
  mayRead(actor, whose);
  const { controller: own } = await settingsOf(services, actor.controller);
  const [now, earlier, municipalityOf] = await Promise.all([
    countPeriod(context, month),
    countPeriod(context, before),
    municipalities(context, own.municipalities),
  ]);
  const seen = ({ cubes }: typeof now): Cube[] => cubes.map(seenFor(actor, whose));
  const counting = { month: seen(now), before: seen(earlier), municipalityOf };
  const definitions = DEFINITIONS.filter(({ ofNoUnit = false }) => ofNoUnit === (whose === 'controller')).map(
    (definition) => partAsItIs(definition, counting),
  );
  return { month, before, for: whose, isOver, definitions };
}

async function asPublished(
  context: ActContext,
  month: Period,
  before: Period,
): Promise<MonthlyReport['definitions']> {
  const [now, earlier] = await Promise.all([
    publishedBeside(context, month),
    publishedBeside(context, before),
  ]);
  return DEFINITIONS.flatMap((definition) =>
    partOfPublications(
      definition,
      now.findLast((one) => one.definitionId === definition.id && one.period === month),
      earlier.findLast((one) => one.definitionId === definition.id && one.period === before),
    ),
  );
}

export async function readReport(context: ActContext, asked: Asked): Promise<Reading<MonthlyReport>> {
  const report = await monthlyReport(context, asked);
  return { line: LINE, body: () => report };
}

/** The same as a page or a PDF. */
export async function printReport(
  context: ActContext,
  asked: Asked & { query: PrintQuery },
): Promise<Reading<FileAnswer>> {
  const { form, language } = asked.query;
  const [report, { organiser }, unitNameOf] = await Promise.all([
    monthlyReport(context, asked),
    officeOf(context.services, context.actor.controller, undefined),
    unitNames(context),
  ]);
  const facts = { authority: organiser.name, unitNameOf, printedAt: context.now };
  return {
    line: LINE,
    body: async () =>
      fileOfPrint(
        await printOfReport(report, facts, language),
        form,
        `kuukausiraportti-${report.month}-${report.for}-${language}`,
        context.now,
        STATISTICS_REFUSALS.tooLarge,
      ),
  };
}
