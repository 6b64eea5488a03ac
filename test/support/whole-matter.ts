import { CaseId, type ClientId } from '../../shared/kernel/id.ts';
import { anEntry, write } from './case-notes.ts';
import { done } from './matters.ts';
import { text } from './people.ts';
import type { Worker, World } from './world.ts';

/** A word that stands in every text of a matter, so that a search finds as much as its reader may know. */
export const WORD = 'sateenkaari';

/** What a matter left in a file: ids by the names that a table of rights uses. */
export type Matter = {
  world: World;
  clientId: ClientId;
  caseId: CaseId;
  worker: Worker;
  ids: Record<string, string>;
};

/** An entry with the word in it. @returns its id. */
export async function noted(
  worker: Worker,
  clientId: ClientId,
  more: Record<string, unknown>,
  content: Record<string, unknown> = {},
): Promise<string> {
  const entry = anEntry(more, { text: `Merkintä: ${WORD}.`, ...content });
  return text({ json: done(await write(worker, clientId, entry)) }, 'noteId');
}
