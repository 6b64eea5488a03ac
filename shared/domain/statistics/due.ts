import * as z from 'zod';
import type { ActContext } from '../../act.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { statisticsKeys } from '../../table/keys.ts';
import { type LastKey, queryAll } from '../../table/read.ts';
import { loadSettingsVersions } from '../controllers/store.ts';
import { nameOfUse, type StatisticsUse } from './edition.ts';
import type { StatisticsRecipient } from './model.ts';
import type { Period } from './periods.ts';

type Where = Pick<ActContext, 'services' | 'actor' | 'today'>;

const VERSIONS_AT_ONCE = 25;

/**
 * From which day the settings have named the recipient without a break.
 * @returns nothing where the controller has chosen nothing: then it is as it ever was.
 */
export async function collectedSince(
  where: Where,
  recipient: z.infer<typeof StatisticsRecipient>,
): Promise<LocalDate | undefined> {
  let since: LocalDate | undefined;
  let after: LastKey | undefined;
  do {
    const page = await loadSettingsVersions(where, { limit: VERSIONS_AT_ONCE, after });
    // What waits for its day says nothing of today.
    for (const { settings } of page.items.filter((one) => one.settings.from <= where.today)) {
      if (!settings.settings.statistics.recipients.includes(recipient)) return since;
      since = settings.from;
    }
    after = page.lastKey;
  } while (after !== undefined);
  return since;
}

const Named = z.strictObject({ pk: z.string(), sk: z.string() });

/** Whether an edition of a period was given for this use, whichever it was. */
export async function wasGiven(
  { services, actor: { controller } }: Pick<Where, 'services' | 'actor'>,
  definitionId: string,
  period: Period,
  use: StatisticsUse,
): Promise<boolean> {
  const editions = await queryAll(
    services.tables,
    controller,
    {
      table: 'records',
      pk: statisticsKeys.partition(controller, definitionId),
      span: statisticsKeys.spans.ofPeriod(period),
      only: [['pk'], ['sk']],
    },
    Named,
  );
  return editions.some(({ sk }) => statisticsKeys.isOfUse(sk, nameOfUse(use)));
}
