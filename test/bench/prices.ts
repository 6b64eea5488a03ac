/**
 * Prices of one region, each for one unit of what is billed, in US dollars. `source` says where a figure comes
 * from; `isVerified` whether it was compared with the price list on that day. None is, as yet: compare them with
 * https://aws.amazon.com/dynamodb/pricing/on-demand/ and its neighbours before a decision rests on them.
 */
type Price = { usd: number; source: string; isVerified: boolean };

const fromMemory = (usd: number): Price => ({ usd, source: 'from memory', isVerified: false });

export const PRICES = {
  region: 'eu-north-1',
  date: '2026-11-24',
  /** One request unit, on demand, after the halving of November 2024. */
  writeUnit: fromMemory(0.71 / 1e6),
  readUnit: fromMemory(0.142 / 1e6),
  /** One GB for a month in the table, and in its continuous backup. */
  storedGbMonth: fromMemory(0.28),
  backedUpGbMonth: fromMemory(0.22),
  /** One call to the key service. */
  kmsCall: fromMemory(0.03 / 10_000),
  /** One request through a REST API, through the web application firewall, and to a function. */
  gatewayRequest: fromMemory(3.5 / 1e6),
  firewallRequest: fromMemory(0.6 / 1e6),
  functionRequest: fromMemory(0.2 / 1e6),
  /** One GB of memory for a second (arm64). */
  functionGbSecond: fromMemory(0.0000133334),
  /** One GB taken into the log service. */
  loggedGb: fromMemory(0.5),
} as const;

/** What the deployment gives a function, and what a request writes into the operator's logs. */
export const REQUEST = { memoryGb: 0.5, billedSeconds: 0.05, loggedBytes: 1_500 } as const;
