import { Deadline } from '../../shared/domain/deadlines/model.ts';
import { deadlineKeys, type PartitionKey } from '../../shared/table/keys.ts';
import { queryAll } from '../../shared/table/read.ts';
import type { World } from './world.ts';

/** Every time in a partition, running or ended, as it is stored. */
export async function deadlinesIn({ services, controller }: World, pk: PartitionKey): Promise<Deadline[]> {
  const { open, ended } = deadlineKeys.spans;
  const found = await Promise.all(
    [open, ended].map((span) =>
      queryAll(services.tables, controller, { table: 'records', pk, span }, Deadline),
    ),
  );
  return found.flat();
}
