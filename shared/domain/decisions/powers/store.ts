import type { ActContext, Change } from '../../../act.ts';
import type { DelegationId, PostId } from '../../../kernel/id.ts';
import { changed, created } from '../../../table/item.ts';
import { controllerKeys, delegationKeys } from '../../../table/keys.ts';
import { batchGet, getItem, type LastKey, type Page, query, queryAll } from '../../../table/read.ts';
import { PostItem } from '../../controllers/model.ts';
import type { DecisionKind } from '../kinds.ts';
import { type Delegation, DelegationItem, DelegationVersion } from './model.ts';

/** What is stored of the delegation table. */

type Where = Pick<ActContext, 'services' | 'actor'>;
type Asked = { limit: number; after?: LastKey | undefined };
const paged = ({ limit, after }: Asked) => ({ limit, ...(after === undefined ? {} : { after }) });

/** Every row of one kind, those that have ended too: a handful. */
export const delegationsOfKind = (
  { services, actor: { controller } }: Where,
  kind: DecisionKind,
): Promise<DelegationItem[]> =>
  queryAll(
    services.tables,
    controller,
    { table: 'records', pk: delegationKeys.partition(controller), span: delegationKeys.spans.ofKind(kind) },
    DelegationItem,
  );

/** A page of the whole table, by kind. */
export const loadDelegations = (
  { services, actor: { controller } }: Where,
  asked: Asked,
): Promise<Page<DelegationItem>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: delegationKeys.partition(controller),
      span: delegationKeys.spans.all,
      ...paged(asked),
    },
    DelegationItem,
  );

export const loadDelegation = (
  { services, actor: { controller } }: Where,
  kind: DecisionKind,
  delegationId: DelegationId,
): Promise<DelegationItem | undefined> =>
  getItem(
    services.tables,
    controller,
    'records',
    delegationKeys.delegation(controller, kind, delegationId),
    DelegationItem,
  );

/** What a row said before, the latest first. */
export const loadDelegationVersions = (
  { services, actor: { controller } }: Where,
  delegationId: DelegationId,
  asked: Asked,
): Promise<Page<DelegationVersion>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: delegationKeys.historyPartition(controller, delegationId),
      span: delegationKeys.spans.history,
      descending: true,
      ...paged(asked),
    },
    DelegationVersion,
  );

/** The posts of these ids that the controller has. */
export const loadPostsNamed = (
  { services, actor: { controller } }: Where,
  postIds: readonly PostId[],
): Promise<PostItem[]> =>
  batchGet(
    services.tables,
    controller,
    'records',
    postIds.map((postId) => controllerKeys.post(controller, postId)),
    PostItem,
  );

/** The row with another content, and what it said until now. */
export function changedDelegation(
  { actor, now }: Pick<ActContext, 'actor' | 'now'>,
  item: DelegationItem,
  delegation: Delegation,
): { next: DelegationItem; changes: Change[] } {
  const next: DelegationItem = { ...item, ...changed(item, now, actor.userId), delegation };
  const kept: DelegationVersion = {
    ...delegationKeys.history(actor.controller, item.delegation.delegationId, item.version),
    entity: 'delegationVersion',
    ...created(now, actor.userId),
    delegation: item.delegation,
  };
  return {
    next,
    changes: [
      { put: next, when: { version: item.version } },
      { put: kept, when: 'absent' },
    ],
  };
}
