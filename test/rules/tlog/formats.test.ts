import { generateKeyPairSync, sign } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ENTRY, packEntries, unpackEntries } from '../../../shared/tlog/bundle.ts';
import { checkpointText, readCheckpoint } from '../../../shared/tlog/checkpoint.ts';
import { EMPTY_ROOT } from '../../../shared/tlog/hash.ts';
import {
  bytesOfKey,
  noteKey,
  openNote,
  readVerifier,
  signedNote,
  verifierText,
} from '../../../shared/tlog/note.ts';
import { bundlePath, readPath, tilePath } from '../../../shared/tlog/tile.ts';

/** The example of golang.org/x/mod/sumdb/note, where the format comes from. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const NOTE =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n" +
  '\n' +
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const own = noteKey('sointu.example/AAAAAA', bytesOfKey(publicKey));
const ownNote = (text: string) => signedNote(text, own, sign(null, Buffer.from(text), privateKey));

describe('signed notes', () => {
  const peter = readVerifier(PETER);
  if (peter === undefined) throw new Error('the key is of the format');

  test('a note signed by others is opened with their key', () => {
    expect(openNote(NOTE, peter)).toBe(NOTE.split('\n\n')[0]?.concat('\n'));
    expect(verifierText(peter)).toBe(PETER);
  });

  test('one changed letter of the text, another key, no signature: nothing is opened', () => {
    expect(openNote(NOTE.replace('answer', 'Answer'), peter)).toBeUndefined();
    expect(openNote(NOTE, own)).toBeUndefined();
    expect(openNote(NOTE.slice(0, NOTE.indexOf('—')), peter)).toBeUndefined();
  });

  test('what we sign, we open; a signature of others beside it is passed over', () => {
    const note = ownNote('one\n\ntwo\n');
    expect(openNote(note, own)).toBe('one\n\ntwo\n');
    expect(openNote(note + (NOTE.split('\n\n')[1] ?? ''), own)).toBe('one\n\ntwo\n');
  });

  test.each([
    'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    'PeterNeumann+c74f20a3+AhpC',
    'Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    '',
  ])('%j is no key', (text) => {
    expect(readVerifier(text)).toBeUndefined();
  });
});

describe('checkpoints', () => {
  const text = `example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n`;

  test('the example of the format is read, and written the same', () => {
    const read = readCheckpoint(text);
    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 });
    expect(read && checkpointText(read)).toBe(text);
  });

  test.each([
    text.replace('20852163', '020852163'),
    text.replace('20852163', '-1'),
    text.replace('20852163', '99999999999999999999'),
    text.replace('CsUY', 'CsU'),
    text.replace('example.com/behind-the-sofa', ''),
    text.trimEnd(),
    `${text}\n`,
    '',
  ])('%j is none', (broken) => {
    expect(readCheckpoint(broken)).toBeUndefined();
  });

  test('a checkpoint of an empty log is one', () => {
    const empty = { origin: 'a', size: 0, root: EMPTY_ROOT };
    expect(readCheckpoint(checkpointText(empty))).toEqual(empty);
  });
});

describe('paths and bundles', () => {
  test('an index of seven digits goes into three folders', () => {
    expect(tilePath({ level: 3, index: 1_234_067, width: 256 })).toBe('tile/3/x001/x234/067');
    expect(bundlePath({ index: 0, width: 7 })).toBe('tile/entries/000.p/7');
  });

  test('every path is read back as what it names', () => {
    fc.assert(
      fc.property(fc.nat({ max: 63 }), fc.nat(), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(readPath(tilePath({ level, index, width }))).toEqual({ level, index, width });
        expect(readPath(bundlePath({ index, width }))).toEqual({ level: 'entries', index, width });
      }),
    );
  });

  test.each([
    'tile/00/000',
    'tile/64/000',
    'tile/0/x000/001',
    'tile/0/1',
    'tile/0/001.p/0',
    'tile/0/001.p/256',
    'tile/0/001.p/07',
    'tile/entries/../000',
    'checkpoint',
  ])('%s is no path of a log', (path) => {
    expect(readPath(path)).toBeUndefined();
  });

  test('entries come out of a bundle as they went in; one cut short gives none', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 }), (entries) => {
        const bundle = packEntries(entries);
        expect(unpackEntries(bundle)).toEqual(entries.map((entry) => Buffer.from(entry)));
        expect(unpackEntries(bundle.subarray(0, -1))?.length ?? 0).toBeLessThan(entries.length);
      }),
    );
    expect(() => packEntries([Buffer.alloc(LONGEST_ENTRY + 1)])).toThrow('64 KB');
  });
});
