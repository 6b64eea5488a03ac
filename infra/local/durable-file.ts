import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Only the owner of the account reads what Sointu keeps on a laptop. */
const OWNER_FILE = 0o600;
const OWNER_FOLDER = 0o700;

export function ensureFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: OWNER_FOLDER });
}

function writeAndSync(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w', OWNER_FILE);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A new name is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Replaces a file by the whole of `content`, or leaves it as it was: a killed process leaves no half file. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  ensureFolder(dirname(path));
  writeAndSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
  syncFolder(dirname(path));
}

/** Makes a file that was not there. Throws EEXIST when something stands under the name, and leaves it alone. */
export function createFile(path: string, content: string | Uint8Array): void {
  ensureFolder(dirname(path));
  const draft = `${path}.${process.pid}.new`;
  writeAndSync(draft, content);
  try {
    linkSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  syncFolder(dirname(path));
}
