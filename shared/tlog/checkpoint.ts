import { HASH_BYTES, type Hash } from './hash.ts';

/** The head of a log's tree at a size (c2sp.org/tlog-checkpoint): what its key signs. */
export type Checkpoint = {
  /** Names the log. */
  origin: string;
  size: number;
  root: Hash;
};

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** Reads a checkpoint; nothing where the text is none. Lines after the third are others' and are left out. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', digits = '', encoded = '', ...rest] = text.split('\n');
  const end = rest.pop();
  const root = Buffer.from(encoded, 'base64');
  const size = Number(digits);
  const isOne =
    origin !== '' &&
    /^(0|[1-9]\d*)$/.test(digits) &&
    Number.isSafeInteger(size) &&
    root.length === HASH_BYTES &&
    root.toString('base64') === encoded &&
    end === '' &&
    !rest.includes('');
  return isOne ? { origin, size, root } : undefined;
}
