import { expect, test } from 'vitest';
import { readBody } from '../../../shared/http/read-body.ts';
import { Refusal } from '../../../shared/kernel/refusal.ts';

const read = (body: string): unknown =>
  readBody({
    method: 'POST',
    path: '/',
    query: {},
    headers: { 'content-type': 'application/json' },
    body,
    requestId: 'r',
    sourceIPAddress: '127.0.0.1',
  });

test.each(['\\u0000', '\\u0007', '\\u000b', '\\u001b', '\\ufffe', '\\uffff', '\\ud800'])(
  'the character %s, which no document can hold, is refused in a value and in a name, at any depth',
  (character) => {
    for (const body of [`{"a":"b${character}c"}`, `{"a":[{"b${character}":1}]}`]) {
      expect(() => read(body)).toThrow(Refusal);
    }
  },
);

test('ends of lines, tabs and characters of every script are kept as they were sent', () => {
  expect(read('{"a":"\\tä\\r\\n\\ud83d\\ude00\\u0416"}')).toEqual({ a: '\tä\r\n😀Ж' });
});
