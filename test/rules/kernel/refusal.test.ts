import { expect, test, vi } from 'vitest';
import { COMMON_REFUSALS, Refusal } from '../../../shared/kernel/refusal.ts';

test('what a part that is read on first use refuses is a refusal, though the part carries the class once more', async () => {
  vi.resetModules();
  const copy = await import('../../../shared/kernel/refusal.ts');
  expect(copy.Refusal).not.toBe(Refusal);
  const refused: unknown = new copy.Refusal(COMMON_REFUSALS.conflict, { details: { version: 2 } });
  expect(refused instanceof Refusal && refused.definition.code).toBe('request.conflict');
  expect(new Error('Refusal') instanceof Refusal).toBe(false);
});
