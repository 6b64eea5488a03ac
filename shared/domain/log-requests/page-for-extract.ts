import type { ActContext } from '../../act.ts';
import type { ClientId } from '../../kernel/id.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { LastKey } from '../../table/read.ts';
import { ownPart } from '../../trail/line.ts';
import { LINES_SHOWN } from '../../trail/read.ts';
import { linesAt } from '../../trail/sealing/old-lines.ts';
import type { LogSearch } from '../../trail/search/model.ts';
import { expectWhole } from '../../trail/search/not-whole.ts';
import { heldFrom, partsOf } from '../../trail/search/rules.ts';
import { placesFound } from '../../trail/search/store.ts';
import type { ClientHead } from '../clients/model.ts';
import type { LogExtract } from './extract.ts';
import { givingOf } from './given-parts.ts';
import type { AskedDays, Withholding } from './model.ts';
import { filesOf, type OwnPage, ownPage } from './own-lines.ts';
import { loadWithholdingsOf } from './store.ts';

type Context = Pick<ActContext, 'services' | 'actor' | 'now' | 'today'>;

/**
 * A page of one person's lines within some days, as the decisions in force give it, and what the extract says of it.
 * First what the table holds; then, where they were searched for, the older lines out of the sealed log.
 */
export async function pageForExtract(
  context: Context,
  head: ClientHead,
  days: AskedDays,
  after: LastKey | undefined,
  older?: LogSearch,
): Promise<{
  page: OwnPage;
  about: Pick<LogExtract, 'controller' | 'clientIds' | 'days' | 'madeAt' | 'notHeldBefore'>;
}> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const files = await filesOf(services, controller, head);
  const withholdings = await loadWithholdingsOf(context, files);
  const page =
    older === undefined
      ? await ownPage(services, controller, { files, days, withholdings }, after)
      : await pageWithOlder(context, { files, days, withholdings, older }, after);
  const held = heldFrom(today);
  return {
    page,
    about: {
      controller,
      clientIds: files,
      days,
      madeAt: now,
      ...(days.from < held && older === undefined ? { notHeldBefore: held } : {}),
    },
  };
}

type Asked = {
  files: readonly ClientId[];
  days: AskedDays;
  withholdings: readonly Withholding[];
  older: LogSearch;
};

/** The page after the last one of the table is the first one of what was found in the sealed log. */
async function pageWithOlder(
  context: Context,
  { older, days, ...asked }: Asked,
  after: LastKey | undefined,
): Promise<OwnPage> {
  const { services, actor } = context;
  const before = after?.['archived'];
  const from = addDays(partsOf(older).sealed.to, 1);
  if (before === undefined && from <= days.to) {
    const page = await ownPage(services, actor.controller, { ...asked, days: { from, to: days.to } }, after);
    return page.next === undefined ? { ...page, next: { archived: ALL } } : page;
  }
  return olderPage(
    context,
    asked,
    older,
    before === undefined || before === ALL ? undefined : Number(before),
  );
}
/** Nothing of what was found has been shown yet. */
const ALL = 'all';

async function olderPage(
  context: Context,
  { files, withholdings }: Pick<Asked, 'files' | 'withholdings'>,
  older: LogSearch,
  before: number | undefined,
): Promise<OwnPage> {
  const { services, actor } = context;
  const { places, more } = await placesFound(context, older, before, LINES_SHOWN);
  const concerns = files.slice(0, 1);
  const events = await expectWhole(context, concerns, () => linesAt(services, actor.controller, places));
  const lines = events.flatMap((sealed, nth) => {
    const own = files.find((file) => sealed.clients.includes(file));
    const index = places[nth]?.index;
    if (own === undefined || index === undefined) return [];
    const event = sealed.clients.length === 1 ? sealed : ownPart(sealed, own);
    const giving = givingOf(withholdings, event);
    return giving.given ? [{ event, giving, index }] : [];
  });
  const last = places.at(-1);
  return {
    lines,
    withheld: places.length - lines.length,
    ...(more && last !== undefined ? { next: { archived: String(last.index) } } : {}),
  };
}
