import type { UserId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { changed } from '../../../table/item.ts';
import { keptTies } from '../as-it-stood.ts';
import type { ClientHead, Restriction } from '../model.ts';
import { CLIENT_REFUSALS } from '../refusals.ts';
import { type Mover, refuseMerged } from './relationship.ts';

/** Rajaaminen: the file of a person whom only some may know as a client here. */

/** The file of a person and the files of those merged into it: what holds of one holds of all. */
export type WholeFile = { head: ClientHead; merged: readonly ClientHead[] };

/**
 * Restricts a file to its readers, or names others. The files merged into it follow, unless somebody restricted
 * one of them by itself: its own readers stay.
 */
export function restrict({ head, merged }: WholeFile, readers: UserId[], mover: Mover): WholeFile {
  refuseMerged(head);
  const restriction = { readers, since: head.restriction?.since ?? mover.now };
  const next = (one: ClientHead): ClientHead => ({
    ...one,
    ...changed(one, mover.now, mover.by),
    ...keptTies(one, mover.now),
    restriction,
  });
  return { head: next(head), merged: followersOf(head, merged).map(next) };
}

/** Lifts the restriction, and that of the merged files that had followed it. */
export function liftRestriction({ head, merged }: WholeFile, mover: Mover): WholeFile {
  refuseMerged(head);
  if (head.restriction === undefined) throw new Refusal(CLIENT_REFUSALS.notRestricted);
  const next = (before: ClientHead): ClientHead => {
    const { restriction: _restriction, ...one } = before;
    return { ...one, ...changed(one, mover.now, mover.by), ...keptTies(before, mover.now) };
  };
  return { head: next(head), merged: followersOf(head, merged).map(next) };
}

const followersOf = ({ restriction }: ClientHead, merged: readonly ClientHead[]): ClientHead[] =>
  merged.filter((one) => isSame(one.restriction, restriction));

const isSame = (a: Restriction | undefined, b: Restriction | undefined): boolean =>
  a?.since === b?.since && a?.readers.join() === b?.readers.join();
