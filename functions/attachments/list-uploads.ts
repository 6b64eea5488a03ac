import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { uploadsOf, viewOfUpload } from '../../shared/domain/attachments/uploads.ts';
import { UploadView } from '../../shared/domain/attachments/view.ts';
import { PAGE_OF_CLIENTS } from '../../shared/http/limits.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';

export const UploadPage = z
  .strictObject({ uploads: z.array(UploadView).max(PAGE_OF_CLIENTS), next: z.string().optional() })
  .meta({ id: 'UploadPage' });
type UploadPage = z.infer<typeof UploadPage>;

const QUESTION = 'own';

/** What the worker has sent in of late, in ids and states: no file is opened for it. */
export async function listUploads(
  context: ActContext,
  { query: { cursor, limit = PAGE_OF_CLIENTS } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<UploadPage>> {
  const after = await openCursor(context, QUESTION, cursor);
  const page = await uploadsOf(context, context.actor.userId, {
    limit,
    ...(after === undefined ? {} : { after }),
  });
  return {
    line: {
      clients: [...new Set(page.items.map(({ clientId }) => clientId))],
      resources: page.items.map(({ uploadId, clientId, serviceTasks }) => ({
        kind: 'upload',
        id: uploadId,
        client: clientId,
        serviceTasks,
      })),
      dataGroups: ['attachments'],
    },
    body: async () => {
      const next = await sealCursor(context, QUESTION, page.lastKey);
      return {
        uploads: page.items.map((upload) => viewOfUpload(upload, context.now)),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}
