import { expect, test } from 'vitest';
import { roomBeside } from '../../shared/commit.ts';
import { ControllerId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { workKeys } from '../../shared/table/keys.ts';

/** What an act of many parts may put in one commit. */

const today = LocalDate.parse('2026-11-24');
const idempotency = {
  key: workKeys.mark(ControllerId.parse('KEUSOTE'), 'any'),
  bodyHash: '0',
};

test('a commit has room for 24 changes beside its line, and for one less with the mark of a repeated request', () => {
  expect(roomBeside({ today }, {})).toBe(24);
  expect(roomBeside({ today, idempotency }, {})).toBe(23);
});

test('events and facts take their room, and a fact of a month that is over takes that of its mark too', () => {
  const fact = { kind: 'caseClosed', on: today } as const;
  const event = { type: 'DocumentBodiesRemoved', objectNames: ['documents/long'] } as const;
  expect(
    roomBeside({ today }, { facts: [fact], events: [{ ...event, objectNames: [...event.objectNames] }] }),
  ).toBe(22);
  expect(roomBeside({ today }, { facts: [{ ...fact, on: LocalDate.parse('2026-10-31') }] })).toBe(22);
});
