import type { Cost, Counted } from './count.ts';
import type { OperationName } from './operations.ts';
import { PRICES, REQUEST } from './prices.ts';
import { USAGE } from './usage.ts';

/** What counted units cost at the prices of `prices.ts`. */
export type Euros = {
  /** Tables and key service, for a thousand of each operation. */
  perThousand: Record<OperationName, { warm: number; cold: number }>;
  /** Gateway, firewall, function and logs, for a thousand requests of any kind. */
  requestsPerThousand: number;
  /** One client for a year, used as `usage.ts` supposes. */
  clientYear: { requests: number; tablesAndKeys: number; storage: number; total: number };
};

type Operated = { name: OperationName; counted: Counted };

const usdOf = (cost: Cost): number =>
  cost.readUnits * PRICES.readUnit.usd +
  (cost.writeUnits + cost.laterUnits) * PRICES.writeUnit.usd +
  cost.kmsCalls * PRICES.kmsCall.usd;

const usdOfRequest =
  PRICES.gatewayRequest.usd +
  PRICES.firewallRequest.usd +
  PRICES.functionRequest.usd +
  REQUEST.memoryGb * REQUEST.billedSeconds * PRICES.functionGbSecond.usd +
  (REQUEST.loggedBytes / 1e9) * PRICES.loggedGb.usd;

export function eurosOf(operations: readonly Operated[], euroRate: number): Euros {
  const perThousand = Object.fromEntries(
    operations.map(({ name, counted: { warm, cold } }) => [
      name,
      { warm: usdOf(warm) * 1000 * euroRate, cold: usdOf(cold) * 1000 * euroRate },
    ]),
  ) as Euros['perThousand'];
  const sum = (usd: (counted: Counted) => number): number =>
    operations.reduce((all, { name, counted }) => all + USAGE.timesAYear[name] * usd(counted), 0) * euroRate;
  const requests = sum(() => usdOfRequest);
  const tablesAndKeys = sum(({ warm, cold }) => usdOf(warm) + (usdOf(cold) - usdOf(warm)) / USAGE.coldOneIn);
  const gb = USAGE.storedBytes / 1e9;
  const storage = gb * 12 * (PRICES.storedGbMonth.usd + PRICES.backedUpGbMonth.usd) * euroRate;
  return {
    perThousand,
    requestsPerThousand: usdOfRequest * 1000 * euroRate,
    clientYear: { requests, tablesAndKeys, storage, total: requests + tablesAndKeys + storage },
  };
}
