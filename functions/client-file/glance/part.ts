import type * as z from 'zod';
import type { Action } from '../../../shared/access/action.ts';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import type { ClientContext } from '../../../shared/domain/clients/file.ts';
import { parseItem } from '../../../shared/table/parse-item.ts';
import type { DataGroup, Resource } from '../../../shared/trail/event.ts';

/**
 * What a glance shows of one kind of thing that is in force or under way. Its items lie in a client's partition
 * under two letters of which the first is `c`; one query reads the span of all kinds, however long the file's past is.
 */
export type GlancePart<View> = {
  /** Both letters under which the items lie. */
  letters: string;
  entity: string;
  dataGroup: DataGroup;
  /** The items of the worker's own sight, and how they are opened. */
  take(
    context: ClientContext,
    items: readonly unknown[],
  ): { resources: Resource[]; open: (ring: KeyRing) => Promise<View[]> };
};

export const glancePart = <Item extends object, View>(of: {
  letters: string;
  entity: string;
  /** The act by which the same is listed: a glance shows nothing to a role that may not list it. */
  list: Action;
  dataGroup: DataGroup;
  schema: z.ZodType<Item>;
  /** The rule by which a single read of it is allowed. */
  mayKnow: (context: ClientContext, item: Item) => boolean;
  order: (item: Item) => string;
  resource: (item: Item) => Resource;
  open: (ring: KeyRing, items: Item[], context: ClientContext) => Promise<View[]>;
}): GlancePart<View> => ({
  letters: of.letters,
  entity: of.entity,
  dataGroup: of.dataGroup,
  take(context, items) {
    const asListed = { ...context, action: of.list };
    const mayList = context.actor.grants.some(({ role }) => of.list.roles.includes(role));
    const known = items
      .map((item) => parseItem(of.schema, item))
      .filter((item) => mayList && of.mayKnow(asListed, item))
      .toSorted((a, b) => (of.order(a) < of.order(b) ? -1 : 1));
    return { resources: known.map(of.resource), open: (ring) => of.open(ring, known, context) };
  },
});
