import type { ActContext } from '../../shared/act.ts';
import { keyRing } from '../../shared/crypto/key-ring.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import { openCases } from '../../shared/domain/cases/store.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { openBase } from '../../shared/domain/clients/store.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import type { Resource } from '../../shared/trail/event.ts';

/** Notes opened: as many as a worker sees on the first page. */
const NOTES = 20;

/** A client's file, found with its keys and still sealed. */
export async function findFile(context: ActContext, clientId: ClientId) {
  const { services, actor } = context;
  const file = await loadClientFile(services, actor.controller, clientId, NOTES);
  if (file === undefined) throw new Error('There is no such client, or no key of the client.');
  const { head, cases, notes } = file;
  const resources: Resource[] = [
    { kind: 'client', id: clientId, version: head.version },
    ...cases.map(({ caseId: id, serviceTasks }) => ({ kind: 'case' as const, id, serviceTasks })),
    ...notes.map(({ noteId: id, serviceTasks }) => ({ kind: 'caseNote' as const, id, serviceTasks })),
  ];
  return { resources, open: () => openAll(context, file) };
}

/** Opens every seal of the file's first page. What it says stays in memory and is shown to nobody. */
async function openAll(
  context: ActContext,
  { head, cases, notes, keys }: NonNullable<Awaited<ReturnType<typeof loadClientFile>>>,
) {
  const ring = keyRing(context.services, context.actor.controller, keys);
  const [base, openedCases, openedNotes] = await Promise.all([
    openBase(ring, head),
    openCases(ring, cases),
    openNotes(context, ring, notes),
  ]);
  return { base, cases: openedCases, notes: openedNotes };
}
