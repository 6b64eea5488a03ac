import type { Services } from '../services.ts';
import type { AccessEvent } from './event.ts';
import { storeRows } from './questions/rows.ts';
import { storeCopies } from './write.ts';

/**
 * What follows a line once it stands, off the way of who wrote it: each client's own copy of a line that names several,
 * then the rows by which the log is asked. Safe to repeat.
 */
export async function followLine(services: Services, event: AccessEvent): Promise<void> {
  if (event.clients.length > 1) await storeCopies(services, event);
  await storeRows(services, event);
}
