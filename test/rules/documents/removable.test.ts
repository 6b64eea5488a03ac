import { expect, test } from 'vitest';
import { mustStayRemovable } from '../../../shared/domain/documents/versions.ts';
import { Refusal } from '../../../shared/kernel/refusal.ts';

const corrected = (times: number, content: { long?: { objectName: string; bytes: number } }): void => {
  const version = { pieces: 1, ...content };
  mustStayRemovable(
    [version],
    Array.from({ length: times }, () => version),
    [content],
  );
};

test('a document whose contents lie in objects is corrected once less: what takes them away is written too', () => {
  const long = { objectName: 'documents/long', bytes: 300_000 };
  expect(() => corrected(5, {})).not.toThrow();
  expect(() => corrected(4, { long })).not.toThrow();
  expect(() => corrected(5, { long })).toThrow(Refusal);
});
