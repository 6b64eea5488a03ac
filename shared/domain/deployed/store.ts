import type { ControllerId } from '../../kernel/id.ts';
import type { Tables } from '../../services.ts';
import { deployedKeys } from '../../table/keys.ts';
import { type LastKey, type Page, query } from '../../table/read.ts';
import { DeployedDay } from './model.ts';

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
