import { isOvertaken, writeIndex } from '../../../table/index-write.ts';
import { changed } from '../../../table/item.ts';
import type { Key } from '../../../table/keys.ts';
import { workKeys } from '../../../table/keys.ts';
import { removeDerived } from '../../../table/remove-derived.ts';
import { monthsOf, type Period } from '../periods.ts';
import type { LateFacts } from './model.ts';
import { loadCubeHeads, loadLateFacts, pagesIn, type Where } from './store.ts';

/**
 * What comes to a month after its facts were disposed of stands in no sum: what it takes back or takes the place of is
 * known as a sum alone. It is told: how often something came is kept with the sums of the month, and the facts go as those
 * before them did. What a thing was counted as it keeps itself.
 */

const BY = 'statistics';
/** So many marks of one write, beside the head. */
const MARKS_AT_ONCE = 90;

/** Moves the marks that name the month into its head, each once: two who do so at once meet at the head. */
export async function tellCameAfter(where: Where, month: string): Promise<void> {
  const { services, actor } = where;
  for (;;) {
    const [head] = await loadCubeHeads(where, [month]);
    if (head?.factsGoneOn === undefined) return;
    // Read after the head: of a mark that another has moved since, the head is another too.
    const marks = (await loadLateFacts(where))
      .filter(({ months }) => months.includes(month))
      .slice(0, MARKS_AT_ONCE);
    if (marks.length === 0) break;
    const left = marks.map((mark) => without(mark, month));
    const put = {
      ...head,
      ...changed(head, services.clock.now(), BY),
      cameAfter: (head.cameAfter ?? 0) + marks.length,
    };
    try {
      await writeIndex(services.tables, actor.controller, {
        puts: left.filter(({ months }) => months.length > 0),
        removes: left.filter(({ months }) => months.length === 0),
        mark: { put, when: { version: head.version } },
      });
    } catch (thrown) {
      if (isOvertaken(thrown)) return;
      throw thrown;
    }
  }
  await withoutFacts(where, month);
}

const without = (mark: LateFacts, month: string): LateFacts => ({
  ...mark,
  months: mark.months.filter((one) => one !== month),
});

async function withoutFacts(where: Where, month: string): Promise<void> {
  const keys: Key[] = [];
  for (const span of Object.values(workKeys.factSpans))
    for await (const page of pagesIn(where, month, span)) keys.push(...page);
  await removeDerived(where.services.tables, where.actor.controller, keys);
}

/** How often something came to the months of a period after their facts had been disposed of. */
export async function cameAfter(where: Where, period: Period): Promise<number> {
  const heads = await loadCubeHeads(where, monthsOf(period));
  return heads.reduce((sum, head) => sum + (head.cameAfter ?? 0), 0);
}
