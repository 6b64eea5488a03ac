import * as z from 'zod';
import type { ActContext, Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { factOfUnit } from '../../shared/domain/retention/counted.ts';
import { UnitId } from '../../shared/domain/retention/disposal-gate.ts';
import {
  clientsNamedBy,
  type DisposalRow,
  KeepGround,
  Reference,
} from '../../shared/domain/retention/model.ts';
import { RETENTION_REFUSALS } from '../../shared/domain/retention/refusals.ts';
import { addYears, LocalDate } from '../../shared/kernel/local-date.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import type { Fact } from '../../shared/statistics-fact.ts';
import { changed } from '../../shared/table/item.ts';
import { knownRow } from './known-list.ts';

export const KeepUnit = z
  .strictObject({
    ground: KeepGround,
    /** It is looked at again after this day, two years from now at most. */
    until: LocalDate,
  })
  .meta({ id: 'KeepUnit' });

export const ReceivedPackage = z
  .strictObject({
    /** The number under which the archive has taken it in. */
    reference: Reference,
  })
  .meta({ id: 'ReceivedPackage' });

export const DisposalRowChanged = z
  .strictObject({ unitId: UnitId, version: z.int() })
  .meta({ id: 'DisposalRowChanged' });
type Changed = Answer<z.infer<typeof DisposalRowChanged>>;
type At = { params: { month: string; disposalUnitId: string }; version: number };

const MOST_YEARS = 2;

/** Keeps a unit for now, with its ground: whoever looks through the list says no to one row and not to the whole. */
export async function keepUnit(
  context: ActContext,
  { params, body, version }: At & { body: z.infer<typeof KeepUnit> },
): Promise<Changed> {
  const row = await knownRow(context, params, version);
  if (row.state !== 'due' && row.state !== 'excepted') throw new Refusal(RETENTION_REFUSALS.rowNotOpen);
  const { now, today, actor } = context;
  if (body.until <= today || body.until > addYears(today, MOST_YEARS)) {
    throw new Refusal(RETENTION_REFUSALS.dayPassed);
  }
  return moved(
    context,
    row,
    { state: 'kept', kept: { ...body, userId: actor.userId, at: now } },
    { field: 'kept', fact: factOfUnit('disposalUnitKept', today, row, body.ground) },
  );
}

/** The archive has what is kept for good: from then on the rest may be destroyed, and is with the next run. */
export async function confirmReceived(
  context: ActContext,
  { params, body, version }: At & { body: z.infer<typeof ReceivedPackage> },
): Promise<Changed> {
  const row = await knownRow(context, params, version);
  if (row.state !== 'packaged' || row.package === undefined || row.package.received !== undefined) {
    throw new Refusal(RETENTION_REFUSALS.notPackaged);
  }
  const { now, actor } = context;
  const received = { userId: actor.userId, at: now, reference: body.reference };
  return moved(
    context,
    row,
    { package: { ...row.package, received } },
    { field: 'received', fact: factOfUnit('disposalUnitArchived', context.today, row) },
  );
}

function moved(
  context: ActContext,
  row: DisposalRow,
  to: Partial<DisposalRow>,
  { field, fact }: { field: string; fact: Fact },
): Promise<Changed> {
  const put: DisposalRow = { ...row, ...changed(row, context.now, context.actor.userId), ...to };
  const { unitId, unit, version } = put;
  return commit(context, {
    changes: [{ put, when: { version: row.version } }],
    line: {
      clients: clientsNamedBy(unit),
      resources: [{ kind: 'disposalUnit', id: unitId, version }],
      dataGroups: ['retention'],
      changedFields: [field],
    },
    facts: [fact],
    answer: { body: { unitId, version }, version },
  });
}
