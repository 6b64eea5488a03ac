import * as z from 'zod';
import { type Instant, instantOf } from '../kernel/instant.ts';
import { textOf } from './cloud-trail.ts';

/**
 * A line of the gateway's access log, in the format that the doors are given (`infra/constructs/door.ts`). The gateway
 * writes each value as a text, and `-` for one it does not have.
 */
const GatewayLine = z.object({
  time: z.coerce.number().int(),
  extendedRequestId: z.string(),
  sub: z.string(),
  /** The user's name in the pool, which is our own id. */
  user: z.string(),
  method: z.string(),
  /** As it is written and never as it was sent: `/v1/clients/{proxy+}`. */
  route: z.string(),
  status: z.coerce.number().int(),
  bytes: z.string(),
});
export type GatewayLine = z.input<typeof GatewayLine>;

/** An answer that left by a door. */
export type GatewayAnswer = {
  at: Instant;
  requestId: string;
  user: string;
  method: string;
  route: string;
  status: number;
};

/** One record may follow another without an end of line between. */
const BETWEEN = /\}\s*\{(?="time")/g;

/** @throws on what is no log of the gateway. */
export const answersIn = (bytes: Buffer): GatewayAnswer[] =>
  textOf(bytes)
    .replaceAll(BETWEEN, '}\n{')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const { time, extendedRequestId, user, method, route, status } = GatewayLine.parse(JSON.parse(text));
      return { at: instantOf(time), requestId: extendedRequestId, user, method, route, status };
    });

/** What a door let out from behind it: a health check and a browser's preflight reach no function of ours. */
export const isAnswerOfOurs = ({ method, route, status }: GatewayAnswer): boolean =>
  status >= 200 && status < 300 && method !== 'OPTIONS' && route.startsWith('/v1/');
