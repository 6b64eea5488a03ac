import type { ClientContext, ClientFile } from '../domain/clients/file.ts';
import type { ClientId } from '../kernel/id.ts';
import { otherFile } from './other-file.ts';

/** The files of all clients of a document, that of the request first: each further one by a tie of the worker's own. */
export async function filesOf(
  context: ClientContext,
  clientIds: readonly ClientId[],
): Promise<[ClientFile, ...ClientFile[]]> {
  const { file } = context;
  const others = [...new Set(clientIds)].filter((clientId) => clientId !== file.head.clientId);
  return [file, ...(await Promise.all(others.map((clientId) => otherFile(context, clientId))))];
}
