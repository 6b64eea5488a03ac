import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { faultFields } from '../../shared/application-log.ts';
import { csvOf } from '../../shared/domain/statistics/csv.ts';
import { cameAfter } from '../../shared/domain/statistics/cubes/came-after.ts';
import type { StatisticsEdition } from '../../shared/domain/statistics/edition.ts';
import { knownDefinition } from '../../shared/domain/statistics/known-definition.ts';
import { ExportManifest, manifestOf } from '../../shared/domain/statistics/manifest.ts';
import { Period } from '../../shared/domain/statistics/periods.ts';
import { loadEdition, loadStoredEditions, loadUses } from '../../shared/domain/statistics/store.ts';
import { type EditionRow, openedRow } from '../../shared/domain/statistics/stored-edition.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { openCursor, sealCursor } from '../../shared/http/paging.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import type { ExportRead } from './export-view.ts';

export const DefinitionId = z
  .string()
  .regex(/^[a-z][a-zA-Z]{2,59}$/, 'the id of a definition')
  .meta({ id: 'StatisticsDefinitionId', examples: ['servicesGiven'] });
export const OfDefinition = z.strictObject({ definitionId: DefinitionId });
export const OneExport = OfDefinition.extend({ period: Period, edition: z.coerce.number().int().positive() });
export type OneExport = z.infer<typeof OneExport>;

export const ExportPage = z
  .strictObject({
    exports: z.array(ExportManifest),
    /** So many of this page are spoilt and cannot be read: the log of the application says why. */
    unreadable: z.int().positive().optional(),
    next: z.string().optional(),
  })
  .meta({ id: 'StatisticsExportPage' });

/** An edition is large: a page holds few. */
const PAGE = 10;
export const ExportsQuery = z.strictObject({ cursor: z.string().max(2000).optional() });

/** What of a definition was given, to whom, for what, and when: the latest period first. */
export async function listExports(
  context: ActContext,
  {
    params: { definitionId },
    query,
  }: { params: z.infer<typeof OfDefinition>; query: z.infer<typeof ExportsQuery> },
): Promise<Reading<z.infer<typeof ExportPage>>> {
  const { id } = knownDefinition(definitionId);
  const after = await openCursor(context, id, query.cursor);
  const page = await loadStoredEditions(context, id, { limit: PAGE, after });
  const exports = page.items.flatMap((row) => readable(context, row));
  const unreadable = page.items.length - exports.length;
  return {
    line: { clients: [], resources: [{ kind: 'statistics', id }], dataGroups: ['statistics'] },
    body: async () => {
      const next = await sealCursor(context, id, page.lastKey);
      return {
        exports,
        ...(unreadable === 0 ? {} : { unreadable }),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

/** One that is spoilt hides no other, and is told. */
function readable({ services, request }: ActContext, row: EditionRow): ExportManifest[] {
  try {
    return [manifestOf(openedRow(row))];
  } catch (thrown) {
    const { requestId } = request;
    services.log.error('ITEM_UNREADABLE', { requestId, entity: 'statisticsEdition', ...faultFields(thrown) });
    return [];
  }
}

export async function foundEdition(
  context: ActContext,
  { definitionId, period, edition }: OneExport,
): Promise<StatisticsEdition> {
  const { id } = knownDefinition(definitionId);
  const one = await loadEdition(context, id, period, edition);
  if (one === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return one;
}

export const lineOfEdition = ({ definitionId, edition }: StatisticsEdition) => ({
  clients: [],
  resources: [{ kind: 'statistics' as const, id: definitionId, version: edition }],
  dataGroups: ['statistics' as const],
});

export async function readExport(
  context: ActContext,
  { params }: { params: OneExport },
): Promise<Reading<ExportRead>> {
  const one = await foundEdition(context, params);
  const { rows, differences } = one;
  const uses = await loadUses(context, one.definitionId, params.period, params.edition);
  const forms = uses.flatMap(({ use, form }) => (form === undefined ? [] : [{ use, ...form }]));
  const came = await cameAfter(context, params.period);
  return {
    line: lineOfEdition(one),
    body: () => ({
      manifest: manifestOf(one),
      rows,
      differences,
      ...(came === 0 ? {} : { cameAfterDisposal: came }),
      forms,
    }),
  };
}

/** The rows as the file whose hash the manifest holds. */
export async function readFile(
  context: ActContext,
  { params }: { params: OneExport },
): Promise<Reading<FileAnswer>> {
  const one = await foundEdition(context, params);
  const { definitionId: id, definitionVersion: version, period, edition, rows } = one;
  return {
    line: lineOfEdition(one),
    body: () => ({
      kind: 'text/csv',
      bytes: Buffer.from(csvOf({ id, version }, period, rows), 'utf8'),
      name: `${id}-${period.replace('..', '-')}-${edition}.csv`,
    }),
  };
}
