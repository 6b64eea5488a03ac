import * as z from 'zod';
import { type AccessEvent, BasisKind } from '../event.ts';

/** Beside its basis, what a line may be asked for by. */
const Mark = z.enum(['refused', 'failed', 'disclosure', 'search']);

/** What the log can be asked for by: the basis of the use, a refused or failed attempt, a disclosure, a search. */
export const LineClass = z.enum([...BasisKind.options, ...Mark.options]).meta({ id: 'LineClass' });
export type LineClass = z.infer<typeof LineClass>;

/** Every line has one basis, so that these together are all lines. */
export const BASES: readonly LineClass[] = BasisKind.options;

/**
 * What the lines of one worker can be asked for by: all but the bases of everyday work, which are nearly all of them.
 * They stand in the worker's own log page by page, and rows of them would be one write more for each line there is.
 */
export const WorkerClass = LineClass.exclude([
  'ownWorker',
  'assignment',
  'unit',
  'intake',
  'appointment',
  'ownMatters',
]).meta({ id: 'WorkerLineClass' });
export type WorkerClass = z.infer<typeof WorkerClass>;

/** How a class stands in a key: keys can be seen where lines can't. A code is never given another meaning. */
const CODES: Readonly<Record<LineClass, string>> = {
  ownWorker: 'ba',
  assignment: 'bb',
  unit: 'bc',
  intake: 'bd',
  appointment: 'be',
  referral: 'bf',
  onCall: 'bg',
  deputy: 'bh',
  breakGlass: 'bi',
  administration: 'bj',
  supervision: 'bk',
  ownMatters: 'bl',
  none: 'bm',
  duty: 'bn',
  guidance: 'bo',
  jointService: 'bp',
  purchase: 'bq',
  refused: 'ma',
  failed: 'mb',
  disclosure: 'mc',
  search: 'md',
};
export const codeOf = (lineClass: LineClass): string => CODES[lineClass];

/** Acts that look for persons, files or matters by words or codes. */
export const SEARCHES: ReadonlySet<string> = new Set([
  'clients.search',
  'intake.search',
  'providers.search',
  'search.searchFile',
]);

/** The classes of a line: its basis first. */
export function classesOf({ basis, outcome, disclosure, action }: AccessEvent): LineClass[] {
  return [
    basis.kind,
    ...(outcome.result === 'allowed' ? [] : [outcome.result]),
    ...(disclosure === undefined ? [] : ['disclosure' as const]),
    ...(SEARCHES.has(action) ? ['search' as const] : []),
  ];
}
