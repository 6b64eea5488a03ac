import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { epochMsOf, type Instant } from '../../shared/kernel/instant.ts';
import type { GatewayLine } from '../../shared/witnesses/gateway-log.ts';
import { ensureFolder } from './durable-file.ts';

/** Where the log of a laptop's door lies, as the delivery stream of a door writes it. */
export const DOOR_PLACE = 'gateway/staff';

/** An answer as the door saw it: what the function behind it said of itself is not asked. */
export type Answered = {
  at: Instant;
  requestId: string;
  /** Of the token; undefined where none was believed. */
  user: string | undefined;
  method: string;
  route: string;
  status: number;
  bytes: number;
};

export function gatewayLine({ at, requestId, user = '-', method, route, status, bytes }: Answered): string {
  const line: GatewayLine = {
    time: String(epochMsOf(at)),
    extendedRequestId: requestId,
    sub: user,
    user,
    method,
    route,
    status: String(status),
    bytes: String(bytes),
  };
  return `${JSON.stringify(line)}\n`;
}

/** The name under which what was answered in an hour lies. */
export const gatewayLogName = (at: Instant): string =>
  `${DOOR_PLACE}/${at.slice(0, 13).replaceAll(/[-T]/g, '/')}/local-1-${at.slice(0, 13)}`;

/** The log of a laptop's door: one file an hour, a line for each answer as it leaves. */
export function folderGatewayLog(folder: string): (answered: Answered) => void {
  let ready = '';
  return (answered) => {
    const path = join(folder, gatewayLogName(answered.at));
    if (ready !== path) ensureFolder(dirname(path));
    ready = path;
    appendFileSync(path, gatewayLine(answered), { mode: 0o600 });
  };
}
