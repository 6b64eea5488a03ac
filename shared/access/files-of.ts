import type { ClientContext, ClientFile } from '../domain/clients/file.ts';
import type { ClientId } from '../kernel/id.ts';
import { fileThatHolds, otherFile } from './other-file.ts';

type Files = [ClientFile, ...ClientFile[]];

async function filesBy(
  context: ClientContext,
  clientIds: readonly ClientId[],
  load: typeof otherFile,
): Promise<Files> {
  const { file } = context;
  const others = [...new Set(clientIds)].filter((clientId) => clientId !== file.head.clientId);
  return [file, ...(await Promise.all(others.map((clientId) => load(context, clientId))))];
}

/** The files of all clients of what is written, that of the request first: each further one by a tie of the worker's own. */
export const filesOf = (context: ClientContext, clientIds: readonly ClientId[]): Promise<Files> =>
  filesBy(context, clientIds, otherFile);

/** The same of a document that stands already, and is changed where it stands: in merged files as well. */
export const filesOfDocument = (context: ClientContext, clientIds: readonly ClientId[]): Promise<Files> =>
  filesBy(context, clientIds, fileThatHolds);
