import * as z from 'zod';
import type { ActContext } from '../act.ts';
import { controllerKey } from '../crypto/controller-keys.ts';
import { openJson, type Place, sealJson } from '../crypto/seal.ts';
import { COMMON_REFUSALS, Refusal } from '../kernel/refusal.ts';
import type { LastKey } from '../table/read.ts';

/** What a paged list takes. */
export const PageQuery = z.strictObject({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});

/**
 * A cursor is opaque and bound to its question: sealed under the controller's key with the action, the
 * worker and the question as its place, so that it opens for nobody else and nothing else.
 */
const placeOf = (context: ActContext, question: string): Place => ({
  table: 'cursor',
  pk: context.actor.userId,
  sk: context.action.name,
  attribute: question,
  version: 1,
});

export async function sealCursor(
  context: ActContext,
  question: string,
  lastKey: LastKey | undefined,
): Promise<string | undefined> {
  if (lastKey === undefined) return undefined;
  const { services, actor } = context;
  const key = await controllerKey(services, actor.controller, 'list');
  const blob = sealJson(key, placeOf(context, question), lastKey, services.random(12));
  return Buffer.from(blob).toString('base64url');
}

/** @throws Refusal `request.invalid` for a cursor that was altered or belongs to another question. */
export async function openCursor(
  context: ActContext,
  question: string,
  cursor: string | undefined,
): Promise<LastKey | undefined> {
  if (cursor === undefined) return undefined;
  const key = await controllerKey(context.services, context.actor.controller, 'list');
  try {
    const opened = openJson(key, placeOf(context, question), Buffer.from(cursor, 'base64url'));
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
