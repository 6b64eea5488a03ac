import { get } from 'node:https';
import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';

/** What of a published key set is looked at before jose reads the rest. */
const KeySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).max(20) });

const BYTES = 64 * 1024;
const PATIENCE_MS = 3000;

/**
 * The issuer's public keys. By `node:https`, because the first use of `fetch` costs a cold start 36 ms and
 * more.
 */
export function fetchSigningKeys(url: string): Promise<JSONWebKeySet> {
  return new Promise((resolve, reject) => {
    const request = get(url, { timeout: PATIENCE_MS }, (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > BYTES) request.destroy(new Error('The key set is too long.'));
        else parts.push(part);
      });
      response.on('error', reject);
      response.on('end', () => {
        try {
          if (response.statusCode !== 200) throw new Error('The key set was not given.');
          resolve(KeySet.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))));
        } catch (thrown) {
          reject(thrown instanceof Error ? thrown : new Error('The key set does not parse.'));
        }
      });
    });
    request.on('timeout', () => request.destroy(new Error('The key set did not come in time.')));
    request.on('error', reject);
  });
}
