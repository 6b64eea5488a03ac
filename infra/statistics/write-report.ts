import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { monthlyReport, OfMonth, printReport } from '../../functions/statistics/read-report.ts';
import { PRINT_REPORT_BY_HAND } from '../../shared/access/actions/statistics.ts';
import { commit } from '../../shared/commit.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import type { Services } from '../../shared/services.ts';
import { systemContext } from '../../shared/system-context.ts';

const FORMS = ['html', 'pdf'] as const;
const LANGUAGES = ['fi', 'sv', 'en'] as const;

/**
 * The monthly report as it is published, into a folder: as a page and a PDF in each language, and as JSON. The access log
 * says who wrote it. @returns where each lies.
 */
export async function writeReport(
  services: Services,
  controller: ControllerId,
  { month, ranBy, folder }: { month: string; ranBy: string; folder: string },
): Promise<string[]> {
  const params = OfMonth.parse({ month });
  const context = systemContext(services, controller, {
    action: PRINT_REPORT_BY_HAND,
    event: 'StatisticsReportPrinted',
    ranBy,
  });
  const report = await monthlyReport(context, { params, query: { for: 'publication' } });
  await commit(context, {
    changes: [],
    line: {
      clients: [],
      resources: [{ kind: 'statistics', id: 'monthlyReport' }],
      dataGroups: ['statistics'],
    },
    answer: { body: {} },
  });
  const place = join(resolve(folder), controller, 'reports', params.month);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  const written: string[] = [];
  const put = (name: string, bytes: Uint8Array | string): void => {
    writeFileSync(join(place, name), bytes, { mode: 0o600 });
    written.push(join(place, name));
  };
  put('report.json', `${JSON.stringify(report, null, 2)}\n`);
  for (const form of FORMS) {
    for (const language of LANGUAGES) {
      const query = { for: 'publication', form, language } as const;
      const file = await (await printReport(context, { params, query })).body();
      put(file.name, file.bytes);
    }
  }
  return written;
}
