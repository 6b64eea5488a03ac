import type * as z from 'zod';
import type { ClientId, ControllerId, UnitId } from '../kernel/id.ts';
import type { Tables } from '../services.ts';
import { clientKeys, indexKeys, type PartitionKey, type Span } from './keys.ts';
import { type LastKey, type Page, query, queryAll } from './read.ts';

/** The lists that most parts of a file have: said once, so that a store says only what of whom. */

type Where = { services: { tables: Tables }; actor: { controller: ControllerId } };
/** A page: so many, after the last one of the page before. */
export type Asked = { limit: number; after?: LastKey | undefined };

const paged = ({ limit, after }: Asked) => ({ limit, ...(after === undefined ? {} : { after }) });

/** All of a partition in a span that is known to be small. */
export const allOfPartition = <T>(
  { services, actor: { controller } }: Where,
  pk: PartitionKey,
  span: Span,
  schema: z.ZodType<T>,
): Promise<T[]> => queryAll(services.tables, controller, { table: 'records', pk, span }, schema);

/** All of a client in a span that is known to be small. */
export const allOfClient = <T>(
  where: Where,
  clientId: ClientId,
  span: Span,
  schema: z.ZodType<T>,
): Promise<T[]> =>
  allOfPartition(where, clientKeys.partition(where.actor.controller, clientId), span, schema);

/** A page of a client in a span that grows, the latest first unless told otherwise. */
export const pageOfClient = <T>(
  { services, actor: { controller } }: Where,
  clientId: ClientId,
  { span, descending = true, ...asked }: Asked & { span: Span; descending?: boolean },
  schema: z.ZodType<T>,
): Promise<Page<T>> =>
  query(
    services.tables,
    controller,
    { table: 'records', pk: clientKeys.partition(controller, clientId), span, descending, ...paged(asked) },
    schema,
  );

/** A page of what a unit has in hand, by its index: a moment behind, so that what it shows is read again by key. */
export const rowsOfUnit = <T>(
  { tables }: { tables: Tables },
  controller: ControllerId,
  unitId: UnitId,
  { span, ...asked }: Asked & { span: Span },
  schema: z.ZodType<T>,
): Promise<Page<T>> =>
  query(
    tables,
    controller,
    { table: 'records', index: 'gsi2', pk: indexKeys.unit(controller, unitId), span, ...paged(asked) },
    schema,
  );
