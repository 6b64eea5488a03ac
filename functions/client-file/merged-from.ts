import * as z from 'zod';
import type { LinePart } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ClientId } from '../../shared/kernel/id.ts';

/** Files merged into this one that were gone through with it: those the worker may open. */
export const MergedFrom = z.array(ClientId);

export const mergedIds = (others: readonly ClientContext[]): ClientId[] =>
  others.map(({ file }) => file.head.clientId);

/** The clients of a line: looking into a merged file is told in the log of both. */
export const lineOfFiles = (
  own: ClientId,
  mergedFrom: readonly ClientId[],
): Pick<LinePart, 'clients' | 'resources'> => {
  const clients = [own, ...mergedFrom];
  return { clients, resources: clients.map((id) => ({ kind: 'client', id })) };
};
