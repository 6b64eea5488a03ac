import type { ActContext } from '../../act.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { LastKey } from '../../table/read.ts';
import { DAYS_IN_TABLE } from '../../trail/line.ts';
import type { ClientHead } from '../clients/model.ts';
import type { LogExtract } from './extract.ts';
import type { AskedDays } from './model.ts';
import { filesOf, type OwnPage, ownPage } from './own-lines.ts';
import { loadWithholdings } from './store.ts';

/** A page of one person's lines within some days, as the decisions in force give it, and what the extract says of it. */
export async function pageForExtract(
  context: Pick<ActContext, 'services' | 'actor' | 'now' | 'today'>,
  head: ClientHead,
  days: AskedDays,
  after: LastKey | undefined,
): Promise<{
  page: OwnPage;
  about: Pick<LogExtract, 'controller' | 'clientIds' | 'days' | 'madeAt' | 'notHeldBefore'>;
}> {
  const { services, actor, now, today } = context;
  const { controller } = actor;
  const [files, withholdings] = await Promise.all([
    filesOf(services, controller, head),
    loadWithholdings(context, head.clientId),
  ]);
  const page = await ownPage(services, controller, { files, days, withholdings }, after);
  const held = addDays(today, -DAYS_IN_TABLE);
  return {
    page,
    about: {
      controller,
      clientIds: files,
      days,
      madeAt: now,
      ...(days.from < held ? { notHeldBefore: held } : {}),
    },
  };
}
