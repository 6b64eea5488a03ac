import { createSointuClient, type SointuClient } from '../../shared/api-client/client.ts';
import type { Worker } from './world.ts';

/** The typed client of a worker, in process: what a front end would send, under the clock that the test moves. */
export const clientOf = (worker: Worker): SointuClient =>
  createSointuClient({
    baseUrl: 'http://127.0.0.1',
    token: 'given-by-the-worker',
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const { authorization: _, ...headers } = Object.fromEntries(request.headers);
      const body = await request.text();
      const told = await worker.call(request.method, `${pathname}${search}`, {
        headers,
        ...(body === '' ? {} : { body }),
      });
      return new Response(told.body ?? null, { status: told.status, headers: told.headers });
    },
  });
