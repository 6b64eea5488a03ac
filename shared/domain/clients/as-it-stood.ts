import type * as z from 'zod';
import type { Instant } from '../../kernel/instant.ts';
import { type Earlier, putAway } from '../earlier.ts';
import type { ClientHead, ClientThen } from './model.ts';

/** Of a head that is about to change: what ties workers to the client, or shuts them out, is put away as it stands. */
export function keptTies(head: ClientHead, now: Instant): { earlier: Earlier<z.infer<typeof ClientThen>>[] } {
  const { relationship, mattersAtHand, restriction, barred } = head;
  return putAway(
    head,
    {
      ...(relationship === undefined ? {} : { relationship }),
      ...(mattersAtHand === undefined ? {} : { mattersAtHand }),
      ...(restriction === undefined ? {} : { restriction }),
      ...(barred === undefined ? {} : { barred }),
    },
    now,
  );
}
