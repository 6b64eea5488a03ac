import * as z from 'zod';
import type { ClientId, ControllerId, UnitId, UserId } from '../../kernel/id.ts';
import type { Tables } from '../../services.ts';
import { type PartitionKey, questionKeys, type SortKey, type Span } from '../../table/keys.ts';
import { batchGet, type LastKey, type Page, query } from '../../table/read.ts';
import { AccessEvent } from '../event.ts';
import { LINES_SHOWN, type Moments, spanOf, withinNamed } from '../read.ts';
import { BASES, codeOf, type LineClass } from './line-class.ts';

/**
 * Of whose use: of the whole controller, of those who acted for a unit, of one worker, or of one client's data. Of a
 * worker a class is named.
 */
export type Asked = {
  subject:
    | { of: 'controller' }
    | { of: 'unit'; unitId: UnitId }
    | { of: 'user'; userId: UserId }
    | { of: 'client'; clientId: ClientId };
  /** Left out: lines of every class. */
  lineClass?: LineClass | undefined;
};

const isText = (value: unknown): boolean => typeof value === 'string';
const Row = z.looseObject({
  sk: z.custom<SortKey>(isText),
  line: z.custom<PartitionKey>(isText),
});
const Line = z.looseObject({ sk: z.string(), event: AccessEvent });
/** The last line that was shown: all partitions go on from it. */
const Place = z.strictObject({ shown: z.custom<SortKey>(isText) });

/**
 * Lines of a class, the latest first: one query of the rows of that class, then the lines in one batch, however many
 * others there are. Without a class the rows of all bases are asked beside each other, since each line has one basis.
 */
export async function linesAsked(
  tables: Tables,
  controller: ControllerId,
  { subject, lineClass }: Asked,
  moments: Moments,
  after?: LastKey,
): Promise<Page<AccessEvent>> {
  const shown = after === undefined ? undefined : Place.parse(after).shown;
  const span = upTo(spanOf(moments), shown);
  const classes = lineClass === undefined ? BASES : [lineClass];
  const pages = await Promise.all(
    classes.map((one) =>
      query(
        tables,
        controller,
        {
          table: 'trail',
          pk: partitionOf(controller, subject, codeOf(one)),
          span,
          descending: true,
          // One more tells that there is more, and another is the line that was shown last.
          limit: LINES_SHOWN + (shown === undefined ? 1 : 2),
        },
        Row,
      ),
    ),
  );
  const rows = pages
    .flatMap(({ items }) => items)
    .filter(({ sk }) => sk !== shown)
    .sort((a, b) => (a.sk > b.sk ? -1 : 1));
  const found = rows.slice(0, LINES_SHOWN);
  const lines = await batchGet(
    tables,
    controller,
    'trail',
    found.map(({ line, sk }) => ({ pk: line, sk })),
    Line,
  );
  const byId = new Map(lines.map((line) => [line.sk, line.event]));
  const { items, last } = withinNamed(found, ({ sk }) => byId.get(sk));
  const isMore = last !== undefined && (rows.length > found.length || last !== found.at(-1));
  return isMore ? { items, lastKey: { shown: last.sk } } : { items };
}

/** A span to go on in: what was shown last is its end, and is left out of the page. */
const upTo = ({ from, to }: Span, shown: SortKey | undefined): Span => ({
  from,
  to: shown !== undefined && shown < to ? shown : to,
});

function partitionOf(controller: ControllerId, subject: Asked['subject'], code: string): PartitionKey {
  switch (subject.of) {
    case 'controller':
      return questionKeys.ofController(controller, code);
    case 'unit':
      return questionKeys.ofUnit(controller, subject.unitId, code);
    case 'user':
      return questionKeys.ofUser(controller, subject.userId, code);
    case 'client':
      return questionKeys.ofClient(controller, subject.clientId, code);
    default:
      return subject satisfies never;
  }
}
