import type { ActContext } from '../../../act.ts';
import { statisticsKeys } from '../../../table/keys.ts';
import { getItem, queryAll } from '../../../table/read.ts';
import { type Period, sharesMonths } from '../periods.ts';
import { type Publication, PublicationHead, PublicationItem } from './model.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/** What was published of periods that begin in a year, each time. */
export async function loadPublications(
  { services, actor: { controller } }: Where,
  year: string,
): Promise<Publication[]> {
  const items = await queryAll(
    services.tables,
    controller,
    { table: 'records', pk: statisticsKeys.publicationPartition(controller, year) },
    PublicationItem,
  );
  return items.map(({ publication }) => publication);
}

/** Every publication whose period shares a month with this one, the last of each last: some began the year before. */
export async function publishedBeside(where: Where, period: Period): Promise<Publication[]> {
  const year = Number(period.slice(0, 4));
  const found = await Promise.all(
    [year - 1, year, year + 1].map((one) => loadPublications(where, String(one))),
  );
  return found.flat().filter((one) => sharesMonths(one.period, period));
}

export const loadPublicationHead = ({
  services,
  actor: { controller },
}: Where): Promise<PublicationHead | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    statisticsKeys.publicationHead(controller),
    PublicationHead,
  );
