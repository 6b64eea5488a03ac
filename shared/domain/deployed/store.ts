import type { ControllerId } from '../../kernel/id.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Tables } from '../../services.ts';
import { deployedKeys } from '../../table/keys.ts';
import { getItem, type LastKey, type Page, query, queryAll } from '../../table/read.ts';
import { AnnouncingTurn, DeployedDay, DeploymentAnnounced } from './model.ts';

/** What ran on these days, the latest first. */
export const pageOfDeployed = (
  tables: Tables,
  controller: ControllerId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<DeployedDay>> =>
  query(
    tables,
    controller,
    {
      table: 'records',
      pk: deployedKeys.days(controller),
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    DeployedDay,
  );

/** What is announced for this day or later ones. */
export const announcedFrom = (
  tables: Tables,
  controller: ControllerId,
  day: LocalDate,
): Promise<DeploymentAnnounced[]> =>
  queryAll(
    tables,
    controller,
    {
      table: 'records',
      pk: deployedKeys.announcements(controller),
      span: deployedKeys.announcedFrom(day),
    },
    DeploymentAnnounced,
  );

/** What was ever announced, the last first. */
export const pageOfAnnounced = (
  tables: Tables,
  controller: ControllerId,
  { limit, after }: { limit: number; after?: LastKey | undefined },
): Promise<Page<DeploymentAnnounced>> =>
  query(
    tables,
    controller,
    {
      table: 'records',
      pk: deployedKeys.announcements(controller),
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    },
    DeploymentAnnounced,
  );

/** The turn of whoever announces, to be taken with the announcement. */
export const loadTurn = (tables: Tables, controller: ControllerId): Promise<AnnouncingTurn | undefined> =>
  getItem(tables, controller, 'records', deployedKeys.turn(controller), AnnouncingTurn);
