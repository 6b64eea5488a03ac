import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { packGrants } from '../../shared/access/packed-grants.ts';
import { PowersItem } from '../../shared/access/powers.ts';
import { GrantId } from '../../shared/kernel/id.ts';
import { newId } from '../../shared/new-id.ts';
import { userKeys } from '../../shared/table/keys.ts';
import type { County } from './county.ts';
import type { Stage } from './stage.ts';

/** The worker's grant so many times over: what years of deputies and projects leave behind. */
export async function fillGrants({ world, bare }: County, { worker }: Stage, count: number): Promise<void> {
  const { services, controller } = world;
  const Key = userKeys.powers(controller, worker.userId);
  const { Item } = await bare.send(new GetCommand({ TableName: services.tables.records, Key }));
  const item = PowersItem.parse(Item);
  const [first] = item.powers.grants;
  if (first === undefined) throw new Error('The worker has no grant.');
  const more = Array.from({ length: count - 1 }, () => ({
    ...first,
    grantId: GrantId.parse(newId(services)),
    services: [],
    relatedServices: [],
  }));
  const powers = { ...item.powers, grants: packGrants([...more, first]) };
  await bare.send(new PutCommand({ TableName: services.tables.records, Item: { ...item, powers } }));
}
