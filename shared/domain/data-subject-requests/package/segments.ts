import { chunksOf } from '../../../crypto/sealed-object.ts';
import type { MediaType } from '../../attachments/media-type.ts';

/** The download of a package comes in segments, which put one after another are one archive: each is made by itself. */

/** Chunks of a file that a segment carries: with the header of the archive they fit an answer. */
export const SEGMENT_CHUNKS = 3;

/** Of each part, how long the files are that are given with it. */
type Files = { files: readonly number[] };

export type Segment =
  | { kind: 'data' | 'page'; part: number }
  | { kind: 'file'; part: number; file: number; first: number; isLast: boolean }
  | { kind: 'manifest' };

const segmentsOfFile = (bytes: number): number => Math.ceil(chunksOf(bytes) / SEGMENT_CHUNKS);

/** Of each part its data and its page, then its files; at the end the manifest. */
export function* segmentsOf(parts: readonly Files[]): Generator<Segment> {
  for (const [part, { files }] of parts.entries()) {
    yield { kind: 'data', part };
    yield { kind: 'page', part };
    for (const [file, bytes] of files.entries()) {
      const count = segmentsOfFile(bytes);
      for (let at = 0; at < count; at += 1) {
        yield { kind: 'file', part, file, first: at * SEGMENT_CHUNKS, isLast: at === count - 1 };
      }
    }
  }
  yield { kind: 'manifest' };
}

const ENDING: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'text/plain': 'txt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
};

const three = (place: number): string => String(place + 1).padStart(3, '0');

/** Names in the archive: the part, and of a file its place in the part. They tell nothing of the person. */
export const nameOfPart = (part: number, ending: 'json' | 'pdf'): string => `osa-${three(part)}.${ending}`;
export const nameOfFile = (part: number, place: number, mediaType: MediaType): string =>
  `osa-${three(part)}-liite-${three(place)}.${ENDING[mediaType]}`;
export const NAME_OF_MANIFEST = 'luettelo.json';
