import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { officeOf } from '../../shared/domain/documents/office.ts';
import { differencesCsv } from '../../shared/domain/statistics/csv.ts';
import { STATISTICS_REFUSALS } from '../../shared/domain/statistics/refusals.ts';
import { printOfDifferences } from '../../shared/domain/statistics/report/print-of-differences.ts';
import { unitNames } from '../../shared/domain/statistics/store.ts';
import type { FileAnswer, FileChoice } from '../../shared/http/file-answer.ts';
import { fileOfPrint, PrintQuery } from '../../shared/http/print-file.ts';
import { foundEdition, lineOfEdition, type OneExport } from './read-exports.ts';

export const DifferencesQuery = PrintQuery.extend({ form: z.enum(['html', 'pdf', 'csv']).default('html') });
type DifferencesQuery = z.infer<typeof DifferencesQuery>;

const KINDS = { html: 'text/html', pdf: 'application/pdf', csv: 'text/csv' } as const;
export const DIFFERENCES_FILE: FileChoice<{ query: DifferencesQuery }> = {
  kinds: Object.values(KINDS),
  kindOf: ({ query: { form } }) => KINDS[form],
};

/** What became different since the edition before, each difference in a sentence; or as a file of the bare numbers. */
export async function readDifferences(
  context: ActContext,
  { params, query: { form, language } }: { params: OneExport; query: DifferencesQuery },
): Promise<Reading<FileAnswer>> {
  const { services, actor, now } = context;
  const edition = await foundEdition(context, params);
  const name = `erot-${edition.definitionId}-${edition.period.replace('..', '-')}-${edition.edition}`;
  return {
    line: lineOfEdition(edition),
    body: async () => {
      if (form === 'csv') {
        const bytes = Buffer.from(differencesCsv(edition.differences), 'utf8');
        return { kind: 'text/csv', bytes, name: `${name}.csv` };
      }
      const [{ organiser }, unitNameOf] = await Promise.all([
        officeOf(services, actor.controller, undefined),
        unitNames(context),
      ]);
      const facts = { authority: organiser.name, unitNameOf, printedAt: now };
      const print = printOfDifferences(edition, facts, language);
      return fileOfPrint(print, form, name, now, STATISTICS_REFUSALS.tooLarge);
    },
  };
}
