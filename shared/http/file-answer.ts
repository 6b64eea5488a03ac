import * as z from 'zod';

/** Kinds of files that routes answer with. `application/octet-stream`: a part of a file that is put together again. */
export const FileKind = z.enum([
  'text/html',
  'text/calendar',
  'text/csv',
  'application/pdf',
  'application/octet-stream',
]);
export type FileKind = z.infer<typeof FileKind>;

/** The kinds of a route, and the one an input asks for. */
export type FileChoice<I> = { kinds: readonly FileKind[]; kindOf: (input: I) => FileKind };

/**
 * Kinds that are no text. The gateway carries them as bytes to who names the kind first in Accept, and to others
 * as base64: so dispatch refuses the others (RFC 9110 406) before anything is opened.
 */
export const BINARY_KINDS: readonly FileKind[] = ['application/pdf', 'application/octet-stream'];

/** Lambda answers with 6 MB at most, and bytes travel as base64, a third longer. */
export const FILE_BYTES = 4 * 1024 * 1024;

/**
 * A file as an answer. Its name goes to downloads folders and histories, so it is made of ids and says nothing of
 * the client. `styleHash` lets the file's own style sheet through the content security policy.
 */
export const FileAnswer = z.strictObject({
  kind: FileKind,
  bytes: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length <= FILE_BYTES, 'a file that the door can carry'),
  name: z.string().regex(/^[A-Za-z0-9-]{1,100}\.(?:html|ics|csv|pdf|bin)$/),
  styleHash: z
    .string()
    .regex(/^sha256-[A-Za-z0-9+/]{43}=$/)
    .optional(),
});
export type FileAnswer = z.infer<typeof FileAnswer>;

export const headersOfFile = ({ kind, name, styleHash }: FileAnswer): Record<string, string> => ({
  'content-type': BINARY_KINDS.includes(kind) ? kind : `${kind}; charset=utf-8`,
  'content-disposition': `inline; filename="${name}"`,
  ...(styleHash === undefined
    ? {}
    : {
        'content-security-policy': `default-src 'none'; style-src '${styleHash}'; frame-ancestors 'none'`,
      }),
});

/** Whether the caller named the kind first, as the gateway asks. Text needs no asking. */
export const isAccepted = (kind: FileKind, accept: string | undefined): boolean =>
  !BINARY_KINDS.includes(kind) ||
  (accept ?? '').split(/[,;]/, 1).some((first) => first.trim().toLowerCase() === kind);
