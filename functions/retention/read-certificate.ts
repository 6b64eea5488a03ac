import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ActContext, LinePart, Reading } from '../../shared/act.ts';
import { DisposalList, Month } from '../../shared/domain/retention/model.ts';
import { allDisposalRows, loadDisposalList } from '../../shared/domain/retention/store.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

export const DisposalCertificate = z
  .strictObject({
    month: Month,
    state: DisposalList.shape.state,
    proposed: DisposalList.shape.proposed,
    approved: DisposalList.shape.approved,
    /** Units destroyed, by what they were. */
    destroyed: z.strictObject({ cases: z.int(), clients: z.int(), matters: z.int(), records: z.int() }),
    /** Units of which a part went to the archive, with the hash of each manifest. */
    transferred: z.int(),
    /** Sources of the periods by which they were due. */
    sources: z.array(z.string()),
    /** From this day no copy of any table holds a key of what was destroyed; missing while nothing was. */
    finalOn: LocalDate.optional(),
    /** Whether that day has come. */
    final: z.boolean(),
    /** SHA-256 of the rows in their order, canonical JSON a line: the same rows give the same hash for good. */
    sha256: z.string(),
  })
  .meta({ id: 'DisposalCertificate' });

/** @throws Refusal `request.notFound`. */
export async function knownCertificate(context: ActContext, month: string): Promise<DisposalList> {
  const list = await loadDisposalList(context, month);
  if (list === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return list;
}

export const lineOfCertificate = ({ month, version }: DisposalList): LinePart => ({
  clients: [],
  resources: [{ kind: 'disposalList', id: month, version }],
  dataGroups: ['retention'],
});

/** Hävitystodistus: what was destroyed by a list, on whose word, by which periods, and from which day for good. */
export async function readCertificate(
  context: ActContext,
  { params: { month } }: { params: { month: string } },
): Promise<Reading<z.infer<typeof DisposalCertificate>>> {
  const list = await knownCertificate(context, month);
  return { line: lineOfCertificate(list), body: () => certificateOf(context, list) };
}

export async function certificateOf(
  context: ActContext,
  { month, state, proposed, approved }: DisposalList,
): Promise<z.infer<typeof DisposalCertificate>> {
  const hash = createHash('sha256');
  const destroyed = { cases: 0, clients: 0, matters: 0, records: 0 };
  const sources = new Set<string>();
  let transferred = 0;
  let finalOn: LocalDate | undefined;
  for await (const row of allDisposalRows(context, month, false)) {
    const { unitId, unit, reasons, package: packed, keysGoneAt } = row;
    destroyed[`${unit.kind}s`] += 1;
    for (const { source } of reasons) sources.add(source);
    if (packed !== undefined) transferred += 1;
    if (row.finalOn !== undefined && (finalOn === undefined || row.finalOn > finalOn)) finalOn = row.finalOn;
    hash.update(`${canonicalJson({ unitId, reasons, keysGoneAt, manifest: packed?.sha256 })}\n`);
  }
  return {
    month,
    state,
    ...(proposed === undefined ? {} : { proposed }),
    ...(approved === undefined ? {} : { approved }),
    destroyed,
    transferred,
    sources: [...sources].toSorted(),
    ...(finalOn === undefined ? {} : { finalOn }),
    final: finalOn !== undefined && finalOn <= context.today,
    sha256: hash.digest('hex'),
  };
}
