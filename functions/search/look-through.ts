import { isClosedTo } from '../../shared/access/find-document.ts';
import { openedTexts } from '../../shared/access/opened-texts.ts';
import { mayUseDocument } from '../../shared/access/visible-documents.ts';
import { mayUseEntry } from '../../shared/access/visible-notes.ts';
import type { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { loadBodies, loadNotes, openContent } from '../../shared/domain/case-notes/store.ts';
import { textsOfNote } from '../../shared/domain/case-notes/words.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { hasSafetyBan } from '../../shared/domain/clients/rules.ts';
import { loadHeads, ringOf } from '../../shared/domain/clients/store.ts';
import type { DocumentHead } from '../../shared/domain/documents/model.ts';
import { loadDocuments } from '../../shared/domain/documents/store.ts';
import type { ServiceTask } from '../../shared/domain/service-tasks.ts';
import type { Worded } from '../../shared/domain/words/model.ts';
import { passageOf, textsOf } from '../../shared/domain/words/words.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { DocumentHitFacts, type Hit, NoteHitFacts } from './hits.ts';

/** So many are opened for a page at most: what the index brought and does not hold any more is little. */
const OPENED = 100;

/** A file that is searched. `isBanned`: a safety ban holds for the file that remains. */
export type Searched = { context: ClientContext; isBanned: boolean };
/** What the index of a file named. */
export type Named = Worded & { of: Searched };

type Asked = {
  beginnings: readonly string[];
  limit: number;
  serviceTask: ServiceTask | undefined;
  own: ClientId;
};

/** Opens what was found, the latest first, until a page is full. */
export async function lookThrough(
  found: readonly Named[],
  of: Asked,
): Promise<{ hits: Hit[]; next?: string }> {
  const hits: Hit[] = [];
  for (let from = 0; from < Math.min(found.length, OPENED); from += of.limit) {
    const asked = found.slice(from, from + of.limit);
    const files = [...new Set(asked.map((one) => one.of))];
    const seen = (await Promise.all(files.map((file) => seenIn(file, asked, of)))).flat();
    for (const { id } of asked) {
      const hit = seen.find((one) => idOf(one) === id);
      if (hit === undefined) continue;
      hits.push(hit);
      if (hits.length === of.limit) return id === found.at(-1)?.id ? { hits } : { hits, next: id };
    }
  }
  const last = found[OPENED - 1]?.id;
  return last === undefined || found.length <= OPENED ? { hits } : { hits, next: last };
}

async function seenIn(file: Searched, named: readonly Named[], of: Asked): Promise<Hit[]> {
  const asked = named.filter((one) => one.of === file);
  return (await Promise.all([notesOf(file, asked, of), documentsOf(file, asked, of)])).flat();
}

/** Which file it lies in, where that is not the file that was asked. */
const besideOf = ({ context }: Searched, { own }: Asked) => {
  const { clientId } = context.file.head;
  return clientId === own ? {} : { mergedClientId: clientId };
};

const idOf = (hit: Hit): string => (hit.kind === 'caseNote' ? hit.noteId : hit.documentId);

const isOfTask = ({ serviceTasks }: Pick<NoteHead, 'serviceTasks'>, { serviceTask }: Asked): boolean =>
  serviceTask === undefined || serviceTasks.includes(serviceTask);

async function notesOf(file: Searched, asked: readonly Worded[], of: Asked): Promise<Hit[]> {
  const { context } = file;
  const ids = asked.flatMap((one) => (one.kind === 'caseNote' ? [one.id] : []));
  if (ids.length === 0) return [];
  const stored = await loadNotes(context, context.file.head.clientId, ids);
  const notes = stored.filter(
    (note) =>
      note.limited === undefined && isOfTask(note, of) && mayUseEntry(context.actor, note, context.today),
  );
  const bodies = await loadBodies(context, notes);
  const ring = ringOf(context);
  const hits = await Promise.all(
    notes.map(async (note): Promise<Hit[]> => {
      const content = await openContent(ring, note, bodies);
      const passage = content === undefined ? undefined : passageOf(textsOfNote(content), of.beginnings);
      return passage === undefined
        ? []
        : [{ kind: 'caseNote', ...NoteHitFacts.parse(note), ...besideOf(file, of), passage }];
    }),
  );
  return hits.flat();
}

async function documentsOf(file: Searched, asked: readonly Worded[], of: Asked): Promise<Hit[]> {
  const { context } = file;
  const ids = asked.flatMap((one) => (one.kind === 'document' ? [one.id] : []));
  if (ids.length === 0) return [];
  const stored = await loadDocuments(context, context.file.head.clientId, ids);
  const documents = stored.filter(
    (document) => isOfTask(document, of) && mayUseDocument(context.actor, document, context.today),
  );
  const others = await headsBeside(context, documents);
  const hits = await Promise.all(
    documents.map(async (document): Promise<Hit[]> => {
      const heads = [
        context.file.head,
        ...others.filter(({ clientId }) => document.clients.includes(clientId)),
      ];
      // A shared document tells of all its clients: whom the worker may not know of takes it out of reach.
      if (heads.some((head) => isClosedTo(head, context.actor))) return [];
      const isBanned = file.isBanned || heads.some((head) => hasSafetyBan(head, context.today));
      const passage = await passageIn(context, document, isBanned, of.beginnings);
      return passage === undefined
        ? []
        : [{ kind: 'document', ...DocumentHitFacts.parse(document), ...besideOf(file, of), passage }];
    }),
  );
  return hits.flat();
}

function headsBeside({ services, actor, file }: ClientContext, documents: readonly DocumentHead[]) {
  const own = file.head.clientId;
  const others = new Set<ClientId>(documents.flatMap(({ clients }) => clients).filter((one) => one !== own));
  return others.size === 0 ? [] : loadHeads(services, actor.controller, [...others]);
}

/** In what this reader may see of the content. */
async function passageIn(
  context: ClientContext,
  document: DocumentHead,
  isBanned: boolean,
  beginnings: readonly string[],
): Promise<string | undefined> {
  const { content } = await openedTexts(context, document, isBanned);
  return content === undefined ? undefined : passageOf(textsOf(content), beginnings);
}
