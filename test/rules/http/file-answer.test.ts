import { describe, expect, test } from 'vitest';
import { FILE_BYTES, FileAnswer, headersOfFile, isAccepted } from '../../../shared/http/file-answer.ts';

describe('a file as an answer', () => {
  test.each([
    ['application/pdf', 'application/pdf', true],
    ['application/pdf', 'Application/PDF;q=0.9, text/html', true],
    // The gateway looks at the first kind alone.
    ['application/pdf', 'text/html, application/pdf', false],
    ['application/pdf', '*/*', false],
    ['application/pdf', undefined, false],
    ['text/html', undefined, true],
    ['text/html', '*/*', true],
  ] as const)('%s to a caller that accepts %s: %s', (kind, accept, accepted) => {
    expect(isAccepted(kind, accept)).toBe(accepted);
  });

  test.each([
    ['Päätös Maija Mallila.pdf', false],
    ['../asiakirja.pdf', false],
    ['asiakirja.pdf"; x="', false],
    ['asiakirja.exe', false],
    ['asiakirja-01KBN4PZ00000000000000000A-v2.pdf', true],
  ])('the name %s passes: %s', (name, passes) => {
    const file = { kind: 'application/pdf', bytes: new Uint8Array(3), name };
    expect(FileAnswer.safeParse(file).success).toBe(passes);
  });

  test('more than the door carries is no answer', () => {
    const file = { kind: 'application/pdf', bytes: new Uint8Array(FILE_BYTES + 1), name: 'asiakirja.pdf' };
    expect(FileAnswer.safeParse(file).success).toBe(false);
    expect(Math.ceil(FILE_BYTES / 3) * 4).toBeLessThan(6 * 1024 * 1024);
  });

  test('the policy of a page lets in its own style sheet and nothing else', () => {
    const styleHash = `sha256-${'a'.repeat(43)}=`;
    const headers = headersOfFile({ kind: 'text/html', bytes: new Uint8Array(), name: 'a.html', styleHash });
    expect(headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'inline; filename="a.html"',
      'content-security-policy': `default-src 'none'; style-src '${styleHash}'; frame-ancestors 'none'`,
    });
  });
});
