import * as z from 'zod';
import { Sealed } from '../../shared/crypto/sealed.ts';
import { storedItem } from '../../shared/table/item.ts';
import { migrationsOf } from '../../shared/table/migrations/register.ts';

/**
 * An entity of tests alone, whose shape has changed twice: a name became two, then the weight got its unit. So
 * that the way of a migration is walked before the product needs one.
 */
export const Parcel = storedItem('parcel', {
  schemaVersion: z.literal(3),
  from: z.string(),
  to: z.string(),
  weight: z.strictObject({ grams: z.int() }),
  content: Sealed,
});
export type Parcel = z.infer<typeof Parcel>;

export const PARCEL_MIGRATIONS = migrationsOf([
  {
    table: 'records',
    entity: 'parcel',
    from: 2,
    change: ({ weight, ...rest }) => ({ ...rest, weight: { grams: z.int().parse(weight) } }),
  },
  {
    table: 'records',
    entity: 'parcel',
    from: 1,
    change({ fromTo, ...rest }) {
      const [from, to] = z.tuple([z.string(), z.string()]).parse(fromTo);
      return { ...rest, from, to };
    },
  },
]);

const MOMENT = '2026-11-24T10:00:00.000Z';

/** A parcel as the first release stored it. */
export const oldParcel = (pk: string, sk: string, content: z.infer<typeof Sealed>) => ({
  pk,
  sk,
  entity: 'parcel',
  schemaVersion: 1,
  version: 7,
  createdAt: MOMENT,
  createdBy: 'somebody',
  updatedAt: MOMENT,
  updatedBy: 'somebody',
  fromTo: ['Turku', 'Vaasa'],
  weight: 1200,
  content,
});
