import { readCosignature } from '../../tlog/cosignature.ts';
import type { Hash } from '../../tlog/hash.ts';
import type { NoteKey } from '../../tlog/note.ts';

/** Another authority that cosigns: under which address it is asked, and the key that it told. */
export type Cosigner = { url: string; key: NoteKey };

/** A request to a witness, and what it answered. */
export type Post = (url: string, body: string) => Promise<{ status: number; type: string; body: string }>;

/** `ahead`: it has cosigned another size, which it names. */
export type Answered = { cosignature: string } | { ahead: number } | { refused: number };

const MOST_PROOF_LINES = 63;

/** The body of `add-checkpoint` (c2sp.org/tlog-witness): the size known to the witness, the proof from there, the note. */
export function requestOf(old: number, proof: readonly Hash[], note: string): string {
  if (proof.length > MOST_PROOF_LINES) throw new Error('A proof has at most 63 lines.');
  return [`old ${old}`, ...proof.map((hash) => hash.toString('base64')), '', note].join('\n');
}

/** Asks once. A cosignature that does not verify is none: nothing that a witness says is believed without its key. */
export async function addCheckpoint(
  post: Post,
  { url, key }: Cosigner,
  { old, proof, note }: { old: number; proof: readonly Hash[]; note: string },
): Promise<Answered> {
  const address = `${url.replace(/\/$/, '')}/add-checkpoint`;
  const { status, type, body } = await post(address, requestOf(old, proof, note));
  if (status === 200) {
    const checkpoint = note.slice(0, note.lastIndexOf('\n\n') + 1);
    const line = body
      .split('\n')
      .find((one) => one !== '' && readCosignature(one, checkpoint, key) !== undefined);
    return line === undefined ? { refused: status } : { cosignature: `${line}\n` };
  }
  const [, size] = /^(0|[1-9]\d{0,14})\n$/.exec(body) ?? [];
  if (status === 409 && type.startsWith('text/x.tlog.size') && size !== undefined) {
    return { ahead: Number(size) };
  }
  return { refused: status };
}
