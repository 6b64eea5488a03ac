import type * as z from 'zod';
import type { Action } from '../access/action.ts';
import type { Identity } from '../access/actor.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import type { LastKey, Page } from '../table/read.ts';
import { PAGE_OF_CLIENTS } from './limits.ts';
import { openCursor, type PageQuery } from './paging.ts';

/** Rows found in the round of the powers, to be used once the worker is known to be allowed. */
export type FoundRows<T> = { page: Page<T> } | { refusal: Refusal };

/** A cursor that does not open is told only after the role has been judged, like everything else of a request. */
export async function foundRows<T>(
  services: Services,
  caller: Identity,
  of: { action: Action; question: string; query: z.infer<typeof PageQuery> },
  ask: (asked: { limit: number; after: LastKey | undefined }) => Promise<Page<T>>,
): Promise<FoundRows<T>> {
  const { action, question, query } = of;
  try {
    const after = await openCursor({ services, actor: caller, action }, question, query.cursor);
    return { page: await ask({ limit: query.limit ?? PAGE_OF_CLIENTS, after }) };
  } catch (thrown) {
    if (thrown instanceof Refusal) return { refusal: thrown };
    throw thrown;
  }
}

/** @throws Refusal what was refused while looking. */
export function rowsOf<T>(found: FoundRows<T> | undefined): Page<T> {
  if (found === undefined) return { items: [] };
  if ('refusal' in found) throw found.refusal;
  return found.page;
}
