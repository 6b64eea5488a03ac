import * as z from 'zod';
import { mayUseEntry, readableClasses } from '../../shared/access/visible-notes.ts';
import type { Reading } from '../../shared/act.ts';
import type { NoteHead } from '../../shared/domain/case-notes/model.ts';
import { readPage } from '../../shared/domain/case-notes/pages.ts';
import { openNotes } from '../../shared/domain/case-notes/store.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { ringOf } from '../../shared/domain/clients/store.ts';
import { refuseMerged } from '../../shared/domain/clients/transitions/relationship.ts';
import { disclosedTo, GivenTo } from '../../shared/domain/prints/given-to.ts';
import { printOfNarrative } from '../../shared/domain/prints/print-of-notes.ts';
import { PRINT_REFUSALS } from '../../shared/domain/prints/refusals.ts';
import { NARRATIVE_ENTRIES } from '../../shared/domain/prints/rules.ts';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import type { FileAnswer } from '../../shared/http/file-answer.ts';
import { PAGE } from '../../shared/http/limits.ts';
import { formatId, NoteId } from '../../shared/kernel/id.ts';
import { epochMsOf } from '../../shared/kernel/instant.ts';
import { addDays, helsinkiDateOf, LocalDate, startOfDay } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { fileOfPrint } from './file-of-prints.ts';
import { notesPrinted } from './notes-printed.ts';
import { PrintQuery } from './print-query.ts';

export const NarrativePrintQuery = PrintQuery.extend({
  /** The first and the last day, by the time of the event. */
  from: LocalDate,
  to: LocalDate,
  serviceTask: ServiceTask.optional(),
  ...GivenTo,
});
type Query = z.infer<typeof NarrativePrintQuery>;

/** The entries of a period that this reader may read, in the order in which things happened. */
export async function printNarrative(
  context: ClientContext,
  { query }: { query: Query },
): Promise<Reading<FileAnswer>> {
  const { clientId } = context.file.head;
  refuseMerged(context.file.head);
  const notes = (await notesOfPeriod(context, query)).toReversed();
  const data = notes.map(({ noteId: id, serviceTasks }) => ({ kind: 'note' as const, id, serviceTasks }));
  const disclosed = await disclosedTo(context, query, data);
  return {
    line: {
      ...disclosed,
      clients: [clientId],
      resources: [
        { kind: 'client', id: clientId },
        ...notes.map(({ noteId, serviceTasks }) => ({ kind: 'caseNote' as const, id: noteId, serviceTasks })),
      ],
      dataGroups: ['identity', 'caseNotes'],
      historyFrom: notes[0]?.eventAt ?? query.from,
    },
    body: async () => {
      const [views, facts] = await Promise.all([
        openNotes(context, ringOf(context), notes),
        notesPrinted(context, query.language ?? 'fi'),
      ]);
      const name = `asiakaskertomus-${clientId}-${query.from}-${query.to}`;
      const print = printOfNarrative(views, query, facts);
      return fileOfPrint(print, { form: query.form, name, at: context.now });
    },
  };
}

/**
 * The latest first: an id begins with the time of its event, so the page before the day after the last one is asked.
 * @throws Refusal `print.tooLarge`.
 */
async function notesOfPeriod(context: ClientContext, { from, to, serviceTask }: Query): Promise<NoteHead[]> {
  const { actor, today, file } = context;
  const after = epochMsOf(startOfDay(addDays(to, 1)));
  const classes = readableClasses(actor, today, serviceTask);
  const found: NoteHead[] = [];
  let before: NoteId | undefined = NoteId.parse(formatId(after, new Uint8Array(10)));
  while (before !== undefined) {
    const { notes, next } = await readPage(context, {
      clientId: file.head.clientId,
      ...classes,
      isShown: (note) =>
        mayUseEntry(actor, note, today) &&
        (serviceTask === undefined || note.serviceTasks.includes(serviceTask)),
      limit: PAGE,
      before,
    });
    const within = notes.filter(({ eventAt }) => helsinkiDateOf(eventAt) >= from);
    found.push(...within);
    if (found.length > NARRATIVE_ENTRIES) {
      throw new Refusal(PRINT_REFUSALS.tooLarge, { details: { most: NARRATIVE_ENTRIES } });
    }
    before = within.length < notes.length ? undefined : next;
  }
  return found;
}
