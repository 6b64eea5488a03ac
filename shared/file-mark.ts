import * as z from 'zod';
import type { ActContext, Change } from './act.ts';
import { ClientId } from './kernel/id.ts';
import { created, storedItem } from './table/item.ts';
import { clientKeys, type Key } from './table/keys.ts';
import { getItem } from './table/read.ts';

/**
 * One item of each client that moves whenever an entry of the file is changed or taken away, or a permit, a ban, a
 * consent, a relation, a disclosure or something that the client asks is written. Commit alone moves it. Whoever gives
 * data, or disposes of them, notes it before looking and names it in the commit: what changed between the look and the
 * deed stops it, however many things were looked at.
 */
export const FileMark = storedItem('fileMark', { clientId: ClientId });
export type FileMark = z.infer<typeof FileMark>;

/** Written anew, these say otherwise than a look before. An entry does so when it is changed: a new one was not looked at. */
const WHATEVER_IS_WRITTEN: ReadonlySet<string> = new Set([
  'declaration',
  'minorsBan',
  'relation',
  'disclosure',
  'subjectRequest',
  'logRequest',
  'misuseCase',
]);
const WHAT_IS_CHANGED: ReadonlySet<string> = new Set(['caseNote']);

const OfClient = z.looseObject({ clientId: ClientId });

/** The clients whose marks these changes move. */
export function markedBy(changes: readonly Change[]): ClientId[] {
  const moving = changes.flatMap((change) => {
    if (!('put' in change)) return [];
    const { entity } = change.put;
    const isOther = change.when !== 'absent' && WHAT_IS_CHANGED.has(entity);
    return WHATEVER_IS_WRITTEN.has(entity) || isOther ? [OfClient.parse(change.put).clientId] : [];
  });
  return [...new Set(moving)];
}

/**
 * The mark moves from wherever it stands, to a number that is drawn and not counted: two who move it at once need not
 * know of each other, and nothing is changed in place.
 */
function markMoved(
  { services, actor, now }: Pick<ActContext, 'services' | 'actor' | 'now'>,
  clientId: ClientId,
): FileMark {
  const drawn = [...services.random(6)].reduce((number, byte) => number * 256 + byte, 0);
  return {
    ...clientKeys.mark(actor.controller, clientId),
    entity: 'fileMark',
    ...created(now, actor.userId),
    version: drawn + 1,
    clientId,
  };
}

/**
 * The changes, with the marks that they move. A mark that the same commit asks moves from where it was noted: an item is
 * touched once.
 */
export function withMarks(
  context: Pick<ActContext, 'services' | 'actor' | 'now'>,
  changes: readonly Change[],
): { changes: Change[]; moved: FileMark[] } {
  const marks = new Map(
    markedBy(changes).map((clientId) => {
      const mark = markMoved(context, clientId);
      return [nameOf(mark), mark] as const;
    }),
  );
  const asked = changes.map((change): Change => {
    const mark = 'check' in change ? marks.get(nameOf(change.check)) : undefined;
    if (mark === undefined) return change;
    marks.delete(nameOf(mark));
    const { when, otherwise } = change;
    return { put: mark, when, ...(otherwise === undefined ? {} : { otherwise }) };
  });
  return { changes: asked, moved: [...marks.values()] };
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

/** Where the mark stands now, as a commit asks it: it has not moved since. */
export async function loadFileMark(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  clientId: ClientId,
): Promise<{ check: Key; when: { version: number } | 'absent' }> {
  const check = clientKeys.mark(actor.controller, clientId);
  const mark = await getItem(services.tables, actor.controller, 'records', check, FileMark);
  return { check, when: mark === undefined ? 'absent' : { version: mark.version } };
}
