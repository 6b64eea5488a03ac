import { expect, test } from 'vitest';
import { COMMON_REFUSALS, Refusal } from '../../../shared/kernel/refusal.ts';

test('what a part that is read on first use refuses is a refusal, though the part carries the class once more', async () => {
  // @ts-expect-error -- the query makes a copy of the module, as a bundle of its own has one
  const copy: { Refusal: typeof Refusal } = await import('../../../shared/kernel/refusal.ts?copy');
  expect(copy.Refusal).not.toBe(Refusal);
  const refused: unknown = new copy.Refusal(COMMON_REFUSALS.conflict, { details: { version: 2 } });
  expect(refused instanceof Refusal && refused.definition.code).toBe('request.conflict');
  expect(new Error('Refusal') instanceof Refusal).toBe(false);
});
