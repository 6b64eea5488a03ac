import type * as z from 'zod';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { type EndedKind, indexKeys } from '../../../table/keys.ts';
import { type LastKey, type Page, query } from '../../../table/read.ts';
import type { ToLookAt } from './kind.ts';

/** What has ended by a day, the earliest first: it reads no further, so that it costs what is due. */
export async function* endedBy<T>(
  { services, actor: { controller } }: ToLookAt,
  kind: EndedKind,
  until: LocalDate,
  schema: z.ZodType<T>,
): AsyncGenerator<T> {
  let after: LastKey | undefined;
  do {
    const page: Page<T> = await query(
      services.tables,
      controller,
      {
        table: 'records',
        index: 'gsi4',
        pk: indexKeys.ended(controller, kind),
        span: indexKeys.endedUntil(until),
        ...(after === undefined ? {} : { after }),
      },
      schema,
    );
    yield* page.items;
    after = page.lastKey;
  } while (after !== undefined);
}
