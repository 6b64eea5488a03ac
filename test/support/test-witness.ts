import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { type Checkpoint, readCheckpoint } from '../../shared/tlog/checkpoint.ts';
import { cosignatureLine, cosignedText, cosignerKey } from '../../shared/tlog/cosignature.ts';
import { bytesOfKey, type NoteKey, openNote } from '../../shared/tlog/note.ts';
import { isGrownFrom } from '../../shared/tlog/proof.ts';
import type { Post } from '../../shared/trail/cosigning/ask-witness.ts';

/** Another authority, written to the public form (c2sp.org/tlog-witness): it knows one log by its key. */
export function testWitness(log: NoteKey) {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = cosignerKey('witness.example/w1', bytesOfKey(createPublicKey(privateKey)));
  let latest: Checkpoint | undefined;
  let seconds = 1_700_000_000n;
  const asked: string[] = [];
  const size = (): string => `${latest?.size ?? 0}\n`;
  const say = (status: number, body = '', type = 'text/plain') => ({ status, body, type });

  const post: Post = async (url, body) => {
    asked.push(body);
    if (url !== 'https://witness.example/add-checkpoint') return say(404);
    const [head = '', note = ''] = body.split(/\n\n(.*)/s, 2);
    const [oldLine = '', ...proof] = head.split('\n');
    const [, digits] = /^old (0|[1-9]\d*)$/.exec(oldLine) ?? [];
    const text = openNote(note, log);
    const checkpoint = text === undefined ? undefined : readCheckpoint(text);
    if (digits === undefined || proof.length > 63) return say(400);
    if (text === undefined || checkpoint === undefined) return say(403);
    if (checkpoint.origin !== log.name) return say(404);
    const old = Number(digits);
    if (old > checkpoint.size) return say(400);
    if (old !== (latest?.size ?? 0)) return say(409, size(), 'text/x.tlog.size');
    const before = latest ?? { size: 0, root: Buffer.alloc(32) };
    const hashes = proof.map((line) => Buffer.from(line, 'base64'));
    if (!isGrownFrom(before, checkpoint, hashes)) return say(422);
    latest = checkpoint;
    seconds += 1n;
    const other = cosignatureLine(
      cosignerKey('witness.example/other', Buffer.alloc(32)),
      1n,
      Buffer.alloc(64),
    );
    const own = cosignatureLine(
      key,
      seconds,
      sign(null, Buffer.from(cosignedText(text, seconds)), privateKey),
    );
    return say(200, `${other}${own}`);
  };
  return { key, post, asked, knows: () => latest };
}
