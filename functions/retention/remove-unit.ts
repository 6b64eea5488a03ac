import * as z from 'zod';
import type { ActContext } from '../../shared/act.ts';
import { blindIndex } from '../../shared/crypto/blind-index.ts';
import { Citizen, CitizenSubject } from '../../shared/domain/citizens/model.ts';
import { IdentityLookup } from '../../shared/domain/clients/lookup.ts';
import { belongingsOf, everyFileOf } from '../../shared/domain/retention/belongings.ts';
import type { DisposalRow } from '../../shared/domain/retention/model.ts';
import { objectOf, type RawOfClient } from '../../shared/domain/stores/walk.ts';
import { type GoneFact, goneFactsOf } from '../../shared/gone-facts.ts';
import { openKept } from '../../shared/kept-facts.ts';
import { KEEPERS } from '../../shared/kept-in.ts';
import type { ClientId } from '../../shared/kernel/id.ts';
import { CountedAs } from '../../shared/table/item.ts';
import { citizenKeys, type Key, lookupKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';
import { removeItem } from '../../shared/table/remove.ts';
import { removeMarked } from '../../shared/table/remove-marked.ts';
import { liftMarksOf } from './lift-marks.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/**
 * Takes away whatever the destroyed keys had sealed, and what it was found by: items, objects, look-ups, index entries,
 * which go with their items. It does nothing that a repetition would not do; what is gone is passed over.
 * @returns how much of each kind this time.
 */
export async function removeUnit(where: ActContext, row: DisposalRow): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  const count = (kind: string): void => {
    removed[kind] = (removed[kind] ?? 0) + 1;
  };
  const { services, actor } = where;
  if (row.unit.kind === 'client') {
    await removeCodes(where, await everyFileOf(where, row.unit.clientId), row.codes ?? [], count);
  }
  for await (const found of belongingsOf(where, row.unit)) {
    const object = objectOf(found);
    if (object !== undefined) {
      await services.documents.remove(actor.controller, object.objectName);
      count(object.store.kind);
    }
    await liftMarksOf(where, found.item);
    const marks = await marksOf(where, found.item);
    await (marks.length === 0
      ? removeItem(services.tables, actor.controller, 'records', found.item)
      : removeMarked(services.tables, actor.controller, found.item, marks));
    count(found.item.entity);
  }
  return removed;
}

const Counted = z.looseObject({ countedAs: z.array(CountedAs) });

/** What it was counted as stays counted: each fact is marked as one whose thing is no more. */
async function marksOf({ services, actor }: Where, item: RawOfClient): Promise<GoneFact[]> {
  const { countedAs } = Counted.safeParse(item).data ?? { countedAs: [] };
  if (countedAs.length === 0 || !KEEPERS.includes(item.entity)) return [];
  const { controller } = actor;
  const index = await blindIndex(services, controller);
  return goneFactsOf(controller, index, openKept({ controller, index }, { ...item, countedAs }));
}

/** The ways to the client by code. A code that has come to another file meanwhile is that one's. */
async function removeCodes(
  where: Where,
  files: readonly ClientId[],
  codes: readonly string[],
  count: (kind: string) => void,
): Promise<void> {
  const { tables } = where.services;
  const { controller } = where.actor;
  const remove = async (key: Key, kind: string): Promise<void> => {
    await removeItem(tables, controller, 'records', key);
    count(kind);
  };
  for (const code of codes) {
    const identity = lookupKeys.identity(controller, code);
    const found = await getItem(tables, controller, 'records', identity, IdentityLookup);
    if (found !== undefined && !files.includes(found.clientId)) continue;
    const subject = await getItem(
      tables,
      controller,
      'records',
      citizenKeys.subject(controller, code),
      CitizenSubject,
    );
    if (subject !== undefined) {
      const person = citizenKeys.person(controller, subject.subject);
      if ((await getItem(tables, controller, 'records', person, Citizen)) !== undefined) {
        await remove(person, 'citizen');
      }
      await remove(subject, 'citizenSubject');
    }
    if (found !== undefined) await remove(found, 'identityLookup');
  }
}
