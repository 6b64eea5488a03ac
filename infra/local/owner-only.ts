import { readFileSync, statSync } from 'node:fs';

/** Readable or writable by the group or by anyone. */
const OTHERS = 0o077;

/**
 * The text of a file that holds keys, or undefined when there is none.
 * @throws when somebody else of this machine may read it: keys that others have seen protect nothing.
 */
export function readOwnerOnly(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (process.platform !== 'win32' && (found.mode & OTHERS) !== 0) {
    throw new Error(
      `${path} holds keys and others may read it: chmod 600 it, or start with an empty folder.`,
    );
  }
  return readFileSync(path, 'utf8');
}
