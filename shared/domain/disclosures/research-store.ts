import type { ActContext } from '../../act.ts';
import { controllerRing } from '../../crypto/controller-ring.ts';
import { recordPlace } from '../../crypto/place.ts';
import type { Sealed } from '../../crypto/sealed.ts';
import type { ResearchPermitId } from '../../kernel/id.ts';
import { type Key, researchKeys } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query } from '../../table/read.ts';
import { PermitContent, ResearchPermit } from './research.ts';

/** Research permits as they are stored: sealed under the controller, for they tell of no client. */

type Where = Pick<ActContext, 'services' | 'actor'>;

const place = (key: Key) => recordPlace(key, 'content');

export const sealPermit = ({ services, actor }: Where, key: Key, content: PermitContent): Promise<Sealed> =>
  controllerRing(services, actor.controller).seal(place(key), 1, content);
export const openPermit = ({ services, actor }: Where, item: ResearchPermit): Promise<PermitContent> =>
  controllerRing(services, actor.controller).open(item.content, place(item), PermitContent);

/** The controller's permits, the latest first, those that have ended too. */
export const loadResearchPermits = (
  { services, actor: { controller } }: Where,
  { limit, after }: { limit: number; after: LastKey | undefined },
): Promise<Page<ResearchPermit>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: researchKeys.partition(controller),
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    ResearchPermit,
  );

/** One permit. */
export const loadResearchPermit = (
  { services, actor: { controller } }: Where,
  permitId: ResearchPermitId,
): Promise<ResearchPermit | undefined> =>
  getItem(services.tables, controller, 'records', researchKeys.permit(controller, permitId), ResearchPermit);
