import { expect, test } from 'vitest';
import { mustStayRemovable } from '../../../shared/domain/documents/versions.ts';
import { Refusal } from '../../../shared/kernel/refusal.ts';

type Content = { long?: { objectName: string; bytes: number } };

const corrected = (times: number, content: Content, of: { clients?: number; beside?: number } = {}) => {
  const version = { pieces: 1, ...content };
  const { clients = 1, beside = 0 } = of;
  mustStayRemovable(
    Array.from({ length: clients }, () => version),
    Array.from({ length: times }, () => version),
    [content],
    beside,
  );
};

test('a document whose contents lie in objects is corrected once less: what takes them away is written too', () => {
  const long = { objectName: 'documents/long', bytes: 300_000 };
  expect(() => corrected(5, {})).not.toThrow();
  expect(() => corrected(4, { long })).not.toThrow();
  expect(() => corrected(5, { long })).toThrow(Refusal);
});

test('a correction that moves a document of several clients to another class tells the attachments of each, and is counted with that', () => {
  expect(() => corrected(0, {}, { clients: 4 })).not.toThrow();
  expect(() => corrected(0, {}, { clients: 3, beside: 3 })).not.toThrow();
  expect(() => corrected(0, {}, { clients: 4, beside: 4 })).toThrow(Refusal);
});
