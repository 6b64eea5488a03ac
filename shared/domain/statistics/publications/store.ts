import type { ActContext } from '../../../act.ts';
import { statisticsKeys } from '../../../table/keys.ts';
import { packedParts, unpackedParts } from '../../../table/packed.ts';
import { getItem, queryAll } from '../../../table/read.ts';
import { type Period, sharesMonths } from '../periods.ts';
import { type Publication, PublicationHead, PublicationItem, PublicationKept } from './model.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;
type Asked = Pick<ActContext, 'services'> & { actor: Pick<ActContext['actor'], 'controller'> };

/** What was published of periods that begin in a year, each time. */
export async function loadPublications(
  { services, actor: { controller } }: Where,
  year: string,
): Promise<Publication[]> {
  const items = await loadItems({ services, actor: { controller } }, year);
  return items.map(({ publication }) => publication);
}

const loadItems = ({ services, actor: { controller } }: Asked, year: string): Promise<PublicationItem[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: statisticsKeys.publicationPartition(controller, year) },
    PublicationItem,
  );

/** A publication with what is kept beside it. */
export type Published = Publication & { kept?: PublicationKept };

const published = ({ publication, kept }: PublicationItem): Published => ({
  ...publication,
  ...(kept === undefined ? {} : { kept: PublicationKept.parse(unpackedParts([kept])) }),
});

/** Beside the figures of many rows nothing is kept: whatever differs from them later is hidden. */
const MOST_KEPT_BYTES = 200_000;

/** @returns nothing where it is more than an item of the table holds beside the figures. */
export function packedKept(kept: PublicationKept): { kept?: Uint8Array<ArrayBuffer> } {
  const [packed, another] = packedParts(kept);
  const fits = packed !== undefined && another === undefined && packed.length <= MOST_KEPT_BYTES;
  return fits ? { kept: packed } : {};
}

/** Every publication whose period shares a month with this one, the last of each last: some began the year before. */
export async function publishedBeside(where: Where, period: Period): Promise<Published[]> {
  const year = Number(period.slice(0, 4));
  const found = await Promise.all([year - 1, year, year + 1].map((one) => loadItems(where, String(one))));
  return found
    .flat()
    .filter(({ publication }) => sharesMonths(publication.period, period))
    .map(published);
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
