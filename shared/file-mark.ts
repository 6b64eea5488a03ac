import * as z from 'zod';
import type { ActContext, Change } from './act.ts';
import { ClientId } from './kernel/id.ts';
import { storedItem } from './table/item.ts';
import { clientKeys, type Key } from './table/keys.ts';
import { getItem } from './table/read.ts';

/**
 * One item of each client that moves whenever an entry of the file is changed or taken away, or a permit, a ban, a
 * consent or a relation is written. Commit alone moves it. Whoever gives data notes it before looking and names it in
 * the commit: what changed between the look and the giving stops it, however many things were looked at.
 */
export const FileMark = storedItem('fileMark', { clientId: ClientId });
export type FileMark = z.infer<typeof FileMark>;

/** Written anew, these say otherwise than a look before. An entry does so when it is changed: a new one was not looked at. */
const WHATEVER_IS_WRITTEN: ReadonlySet<string> = new Set(['declaration', 'minorsBan', 'relation']);
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

/** The mark moves from wherever it stands: two who move it at once need not know of each other. */
export const markMoved = ({ actor, now }: Pick<ActContext, 'actor' | 'now'>, clientId: ClientId) => ({
  Key: { ...clientKeys.mark(actor.controller, clientId) },
  UpdateExpression:
    'SET #entity = :entity, #schema = :one, #client = :client, #updatedAt = :now, #updatedBy = :by, ' +
    '#createdAt = if_not_exists(#createdAt, :now), #createdBy = if_not_exists(#createdBy, :by) ADD #version :one',
  ExpressionAttributeNames: {
    '#entity': 'entity',
    '#schema': 'schemaVersion',
    '#client': 'clientId',
    '#updatedAt': 'updatedAt',
    '#updatedBy': 'updatedBy',
    '#createdAt': 'createdAt',
    '#createdBy': 'createdBy',
    '#version': 'version',
  },
  ExpressionAttributeValues: {
    ':entity': 'fileMark',
    ':one': 1,
    ':client': clientId,
    ':now': now,
    ':by': actor.userId,
  },
});

/** Where the mark stands now, as a commit asks it: it has not moved since. */
export async function loadFileMark(
  { services, actor }: Pick<ActContext, 'services' | 'actor'>,
  clientId: ClientId,
): Promise<{ check: Key; when: { version: number } | 'absent' }> {
  const check = clientKeys.mark(actor.controller, clientId);
  const mark = await getItem(services.tables, actor.controller, 'records', check, FileMark);
  return { check, when: mark === undefined ? 'absent' : { version: mark.version } };
}
