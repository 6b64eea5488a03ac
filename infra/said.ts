import * as z from 'zod';
import { Refusal } from '../shared/kernel/refusal.ts';

/** Why a command ends, in words for whoever typed it: what is wrong with what was typed, the refusal, or the fault. */
export function saidOf(thrown: unknown): string {
  if (thrown instanceof Refusal) return `${thrown.definition.code}: ${thrown.definition.title.en}`;
  if (thrown instanceof z.ZodError) {
    return thrown.issues
      .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
      .join('\n');
  }
  return thrown instanceof Error ? thrown.message : String(thrown);
}
