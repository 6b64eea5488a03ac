import { describe, expect, test } from 'vitest';
import {
  cosignedText,
  cosignerKey,
  readCosignature,
  readCosigner,
} from '../../../shared/tlog/cosignature.ts';
import { verifierText } from '../../../shared/tlog/note.ts';
import { requestOf } from '../../../shared/trail/cosigning/ask-witness.ts';

/** The examples are those of c2sp.org/tlog-cosignature and c2sp.org/tlog-witness, which give no key to verify them by. */

const CHECKPOINT = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const LINE =
  '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==';

test('a cosignature is an id, a time and a signature, over the time and the whole checkpoint', () => {
  const bytes = Buffer.from(LINE.split(' ')[2] ?? '', 'base64');
  expect(bytes).toHaveLength(4 + 8 + 64);
  const seconds = bytes.readBigUInt64BE(4);
  expect(seconds).toBe(1_679_315_147n);
  expect(cosignedText(CHECKPOINT, seconds)).toBe(`cosignature/v1\ntime 1679315147\n${CHECKPOINT}`);
});

test('a request is the size that the witness knows, the proof, an empty line and the note', () => {
  const hash = Buffer.from('PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=', 'base64');
  const note = `${CHECKPOINT}\n— example.com/behind-the-sofa Az3g\n`;
  expect(requestOf(20_852_014, [hash], note)).toBe(
    `old 20852014\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\n${note}`,
  );
  expect(requestOf(0, [], note)).toBe(`old 0\n\n${note}`);
});

describe('the key of a witness', () => {
  const key = cosignerKey('witness.example/w1', Buffer.alloc(32, 7));
  const told = `${key.name}+${key.id.toString('hex')}+${Buffer.concat([Buffer.of(4), key.publicKey]).toString('base64')}`;

  test('is told as it tells it, and is no key of a log though its bytes be the same', () => {
    expect(readCosigner(told)).toEqual(key);
    expect(readCosigner(verifierText(key))).toBeUndefined();
    expect(readCosigner(told.replace('w1', 'w2'))).toBeUndefined();
  });

  test('opens no line of another', () => {
    expect(readCosignature(LINE, CHECKPOINT, key)).toBeUndefined();
    expect(readCosignature(LINE, CHECKPOINT, { ...key, name: 'witness.example.com/w1' })).toBeUndefined();
  });
});
