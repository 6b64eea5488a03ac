import * as z from 'zod';
import type { Action } from '../access/action.ts';
import type { Identity } from '../access/actor.ts';
import { controllerKey } from '../crypto/controller-keys.ts';
import { openJson, type Place, sealJson } from '../crypto/seal.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { Services } from '../services.ts';
import type { LastKey } from '../table/read.ts';

/** What a paged list takes. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});

/** Who asks what. An act's context is one; a read sent before authorise knows only the token's identity. */
export type Asker = {
  services: Services;
  actor: Pick<Identity, 'userId' | 'controller'>;
  action: Pick<Action, 'name'>;
};

/**
 * A cursor is opaque and bound to its question: sealed under the controller's key with the action, the
 * worker and the question as its place, so that it opens for nobody else and nothing else.
 */
const placeOf = (asker: Asker, question: string): Place => ({
  table: 'cursor',
  pk: asker.actor.userId,
  sk: asker.action.name,
  attribute: question,
  version: 1,
});

export async function sealCursor(
  asker: Asker,
  question: string,
  lastKey: LastKey | undefined,
): Promise<string | undefined> {
  if (lastKey === undefined) return undefined;
  const { services, actor } = asker;
  const key = await controllerKey(services, actor.controller, 'list');
  const blob = sealJson(key, placeOf(asker, question), lastKey, services.random(12));
  return Buffer.from(blob).toString('base64url');
}

/** @throws Refusal `request.invalid` for a cursor that was altered or belongs to another question. */
export async function openCursor(
  asker: Asker,
  question: string,
  cursor: string | undefined,
): Promise<LastKey | undefined> {
  if (cursor === undefined) return undefined;
  const key = await controllerKey(asker.services, asker.actor.controller, 'list');
  try {
    const opened = openJson(key, placeOf(asker, question), Buffer.from(cursor, 'base64url'));
    return z.record(z.string(), z.string()).parse(opened);
  } catch {
    throw new Refusal(COMMON_REFUSALS.invalid, {
      findings: [
        {
          rule: 'input.cursor',
          severity: 'error',
          path: '/query/cursor',
          message: {
            fi: 'Sivutustieto ei kuulu tähän kysymykseen.',
            sv: 'Sidmarkören hör inte till den här frågan.',
            en: 'This cursor does not belong to this question.',
          },
        },
      ],
    });
  }
}
