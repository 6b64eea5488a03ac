import type { ActContext } from '../../act.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { PostId, SettingsProposalId, UnitId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { controllerKeys } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query } from '../../table/read.ts';
import { ControllerItem, PostItem, UnitItem } from './model.ts';
import { SettingsItem, SettingsProposalItem, SettingsVersionItem } from './settings/stored.ts';

/** What is stored of a controller: two small partitions, one of the organisation, one of its settings. */

type Where = Pick<ActContext, 'services' | 'actor'>;
type Asked = { limit: number; after?: LastKey | undefined };

function found<T>(item: T | undefined): T {
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}

/** @throws Refusal `request.notFound`. */
export async function loadController({ services, actor: { controller } }: Where): Promise<ControllerItem> {
  const key = controllerKeys.controller(controller);
  return found(await getItem(services.tables, controller, 'records', key, ControllerItem));
}

/** The settings that stand now and wait, past the memory: a change rests on what is stored. */
export const loadSettings = ({ services, actor: { controller } }: Where): Promise<SettingsItem | undefined> =>
  getItem(services.tables, controller, 'records', controllerKeys.settings(controller), SettingsItem);

/** @throws Refusal `request.notFound`. */
export async function loadSettingsVersion(
  { services, actor: { controller } }: Where,
  version: number,
): Promise<SettingsVersionItem> {
  const key = controllerKeys.settingsVersion(controller, version);
  return found(await getItem(services.tables, controller, 'records', key, SettingsVersionItem));
}

/** Versions of the settings, the latest first. */
export const loadSettingsVersions = (
  { services, actor: { controller } }: Where,
  { limit, after }: Asked,
): Promise<Page<SettingsVersionItem>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: controllerKeys.settingsPartition(controller),
      span: controllerKeys.spans.settingsVersions,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    SettingsVersionItem,
  );

/** @throws Refusal `request.notFound`. */
export async function loadSettingsProposal(
  { services, actor: { controller } }: Where,
  proposalId: SettingsProposalId,
): Promise<SettingsProposalItem> {
  const key = controllerKeys.settingsProposal(controller, proposalId);
  return found(await getItem(services.tables, controller, 'records', key, SettingsProposalItem));
}

/** What was proposed of the settings and what became of it, the latest first. */
export const loadSettingsProposals = (
  { services, actor: { controller } }: Where,
  { limit, after }: Asked,
): Promise<Page<SettingsProposalItem>> =>
  query(
    services.tables,
    controller,
    {
      table: 'records',
      pk: controllerKeys.settingsPartition(controller),
      span: controllerKeys.spans.settingsProposals,
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    SettingsProposalItem,
  );

/** @throws Refusal `request.notFound`. */
export const loadUnit = async (where: Where, unitId: UnitId): Promise<UnitItem> =>
  found(await findUnit(where, unitId));

export const findUnit = (
  { services, actor: { controller } }: Where,
  unitId: UnitId,
): Promise<UnitItem | undefined> =>
  getItem(services.tables, controller, 'records', controllerKeys.unit(controller, unitId), UnitItem);

/** @throws Refusal `request.notFound`. */
export const loadPost = async (where: Where, postId: PostId): Promise<PostItem> =>
  found(await findPost(where, postId));

export const findPost = (
  { services, actor: { controller } }: Where,
  postId: PostId,
): Promise<PostItem | undefined> =>
  getItem(services.tables, controller, 'records', controllerKeys.post(controller, postId), PostItem);

const organisation = ({ actor: { controller } }: Where, { limit, after }: Asked) => ({
  table: 'records' as const,
  pk: controllerKeys.organisation(controller),
  limit,
  ...(after === undefined ? {} : { after }),
});

/** A page of the controller's units. */
export const loadUnits = (where: Where, asked: Asked): Promise<Page<UnitItem>> =>
  query(
    where.services.tables,
    where.actor.controller,
    { ...organisation(where, asked), span: controllerKeys.spans.units },
    UnitItem,
  );

const UNITS_AT_ONCE = 100;

/** All units of the controller, those that have ended too: some dozens, of a county some hundreds. */
export async function allUnits(where: Where): Promise<UnitItem[]> {
  const units: UnitItem[] = [];
  let after: LastKey | undefined;
  do {
    const page = await loadUnits(where, { limit: UNITS_AT_ONCE, after });
    units.push(...page.items);
    after = page.lastKey;
  } while (after !== undefined);
  return units;
}

/** A page of the controller's posts. */
export const loadPosts = (where: Where, asked: Asked): Promise<Page<PostItem>> =>
  query(
    where.services.tables,
    where.actor.controller,
    { ...organisation(where, asked), span: controllerKeys.spans.posts },
    PostItem,
  );

/** Names of what became different, for the log. */
export function changedFieldsOf(before: object, after: object): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter(
    (name) =>
      canonicalJson(Reflect.get(before, name) ?? null) !== canonicalJson(Reflect.get(after, name) ?? null),
  );
}
