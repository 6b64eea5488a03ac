import type { ControllerId } from '../../../kernel/id.ts';
import type { Services } from '../../../services.ts';
import { lookupKeys } from '../../../table/keys.ts';
import { batchGet } from '../../../table/read.ts';
import { type Barred, barredTogether } from '../../clients/barred.ts';
import type { BaseData } from '../../clients/model.ts';
import { codesOf, lookupMacs } from '../../clients/store.ts';
import { BarredOfCode } from './model.ts';

/** Workers to whom the file of whoever has these codes is closed (434/2003 §§ 27–28). Nothing is asked without a code. */
export async function barredOf(
  services: Services,
  controller: ControllerId,
  data: BaseData,
): Promise<Barred[]> {
  if (codesOf(data).length === 0) return [];
  const macs = await lookupMacs(services, controller, data);
  const keys = macs.map((mac) => lookupKeys.barred(controller, mac));
  const items = await batchGet(services.tables, controller, 'records', keys, BarredOfCode);
  return barredTogether(items.flatMap(({ barred }) => barred));
}
