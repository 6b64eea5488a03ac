import { blindIndex } from '../../crypto/blind-index.ts';
import type { ClientId, ControllerId, NoteId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import { clientKeys, indexKeys } from '../../table/keys.ts';
import { query } from '../../table/read.ts';
import { NoteHead } from './model.ts';
import { type NoteClass, wordsOfClass } from './note-class.ts';

type Where = { services: Services; actor: { controller: ControllerId } };

export type PageOfNotes = {
  clientId: ClientId;
  /** Read the narrative itself, or the classes named: by key either way. */
  all: boolean;
  classes: readonly NoteClass[];
  /** The last word on each entry. What the keys brought and this refuses is little. */
  isShown: (note: NoteHead) => boolean;
  /** The page goes on before this entry. */
  before?: NoteId;
  limit: number;
};

type Step = { notes: NoteHead[]; isLast: boolean };

/** A page that came out short is read on so many times, in steps of so many; after that the caller asks for the next one. */
const ROUNDS = 4;
const STEP = 50;

/**
 * A page of a client's entries, the latest event first, and where the next one begins: only where one more is shown,
 * so that no page to come tells of what is hidden.
 */
export async function readPage(
  where: Where,
  asked: PageOfNotes,
): Promise<{ notes: NoteHead[]; next?: NoteId }> {
  const step = asked.all ? ofNarrative(where, asked) : await ofClasses(where, asked);
  const shown: NoteHead[] = [];
  let { before } = asked;
  for (let round = 1; round <= ROUNDS; round += 1) {
    // One row more than a page is asked for: it tells whether another page follows.
    const { notes, isLast } = await step(before, 1 + (round === 1 ? asked.limit : STEP));
    shown.push(...notes.filter(asked.isShown));
    const last = shown[asked.limit - 1];
    if (shown.length > asked.limit && last !== undefined) {
      return { notes: shown.slice(0, asked.limit), next: last.noteId };
    }
    before = notes.at(-1)?.noteId;
    if (isLast || before === undefined) return { notes: shown };
  }
  return before === undefined ? { notes: shown } : { notes: shown, next: before };
}

type ReadStep = (before: NoteId | undefined, limit: number) => Promise<Step>;

/** The narrative as it lies: strong, one query a page. */
const ofNarrative =
  ({ services, actor: { controller } }: Where, { clientId }: PageOfNotes): ReadStep =>
  async (before, limit) => {
    const page = await query(
      services.tables,
      controller,
      {
        table: 'records',
        pk: clientKeys.partition(controller, clientId),
        span: clientKeys.spans.notes,
        descending: true,
        limit,
        ...(before === undefined ? {} : { after: clientKeys.note(controller, clientId, before) }),
      },
      NoteHead,
    );
    return { notes: page.items, isLast: page.lastKey === undefined };
  };

/** The entries of the classes, merged by id, that is by the time of the event: eventual, a query a class. */
async function ofClasses(
  { services, actor: { controller } }: Where,
  { clientId, classes }: PageOfNotes,
): Promise<ReadStep> {
  const blind = await blindIndex(services, controller);
  const partitions = classes.map((noteClass) => {
    const pk = indexKeys.noteClass(controller, clientId, blind.noteClass(...wordsOfClass(noteClass)));
    return noteClass.kind === 'service'
      ? ({ pk, index: 'gsi1', names: ['g1pk', 'g1sk'] } as const)
      : ({ pk, index: 'gsi3', names: ['g3pk', 'g3sk'] } as const);
  });
  return async (before, limit) => {
    const pages = await Promise.all(
      partitions.map(({ pk, index, names: [partition, sort] }) =>
        query(
          services.tables,
          controller,
          {
            table: 'records',
            index,
            pk,
            descending: true,
            limit,
            ...(before === undefined
              ? {}
              : {
                  after: {
                    ...clientKeys.note(controller, clientId, before),
                    [partition]: pk,
                    [sort]: indexKeys.noteOfClass(before),
                  },
                }),
          },
          NoteHead,
        ),
      ),
    );
    const merged = new Map(pages.flatMap(({ items }) => items).map((note) => [note.noteId, note]));
    const notes = [...merged.values()].toSorted((a, b) => (a.noteId < b.noteId ? 1 : -1));
    // Each class brought a page's worth or all it has: so far down the merged order has no gap.
    return {
      notes: notes.slice(0, limit),
      isLast: notes.length <= limit && pages.every(({ lastKey }) => lastKey === undefined),
    };
  };
}
