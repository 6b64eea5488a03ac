import type * as z from 'zod';
import { storedItem } from '../table/item.ts';
import { Powers } from './actor.ts';

/** The powers of a worker as stored: one item, at most 64 KB, rewritten with every grant. */
export const PowersItem = storedItem('powers', { powers: Powers });
export type PowersItem = z.infer<typeof PowersItem>;
