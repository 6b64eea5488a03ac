import * as z from 'zod';
import { mayUseMatter } from '../../shared/access/visible-matters.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { MatterOfClient } from '../../shared/domain/intake/model.ts';
import { loadHandledMatters, loadOpenMatters } from '../../shared/domain/intake/of-client.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import { shownPage } from '../../shared/http/shown-page.ts';
import type { OneClient } from './one-matter.ts';

const MatterInFile = z
  .strictObject(
    MatterOfClient.pick({
      matterId: true,
      subjectId: true,
      kind: true,
      receivedAt: true,
      unitId: true,
      serviceTasks: true,
      linkedAt: true,
      handled: true,
      documentId: true,
    }).shape,
  )
  .meta({ id: 'MatterInFile' });
type MatterInFile = z.infer<typeof MatterInFile>;

export const MattersInFile = z
  .strictObject({
    /** On the first page only. */
    open: z.array(MatterInFile),
    handled: z.array(MatterInFile).max(PAGE),
    next: z.string().optional(),
  })
  .meta({ id: 'MattersInFile' });

const shown = ({
  matterId,
  subjectId,
  kind,
  receivedAt,
  unitId,
  serviceTasks,
  linkedAt,
  handled,
  documentId,
}: MatterOfClient): MatterInFile => ({
  matterId,
  subjectId,
  kind,
  receivedAt,
  unitId,
  serviceTasks,
  linkedAt,
  ...(handled === undefined ? {} : { handled }),
  ...(documentId === undefined ? {} : { documentId }),
});

/** The notifications, contacts and applications about a client: those at hand, and those handled, the latest first. */
export async function listMattersOfClient(
  context: ClientContext,
  { query }: { params: z.infer<typeof OneClient>; query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof MattersInFile>>> {
  const { clientId } = context.file.head;
  const after = await openCursor(context, clientId, query.cursor);
  const isShown = (matter: MatterOfClient): boolean => mayUseMatter(context, matter);
  const [atHand, { items: handled, lastKey }] = await Promise.all([
    after === undefined ? loadOpenMatters(context, clientId) : [],
    shownPage<MatterOfClient>(
      { limit: query.limit ?? PAGE, after },
      { ask: (asked) => loadHandledMatters(context, clientId, asked), isShown },
    ),
  ]);
  const open = atHand.filter(isShown);
  return {
    line: {
      clients: [clientId],
      resources: [...open, ...handled].map(({ matterId, serviceTasks }) => ({
        kind: 'intakeMatter',
        id: matterId,
        client: clientId,
        serviceTasks,
      })),
      dataGroups: ['intake'],
    },
    body: async () => {
      const next = await sealCursor(context, clientId, lastKey);
      return {
        open: open.map(shown),
        handled: handled.map(shown),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
