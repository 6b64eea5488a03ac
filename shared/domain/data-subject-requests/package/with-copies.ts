import type { KeyRing } from '../../../crypto/key-ring.ts';
import type { Finding } from '../../../kernel/finding.ts';
import { wrong } from '../findings.ts';
import type { KeptReview, Review, StoredItem } from './model.ts';
import { isCopyOf, openCopy, type RedactedFile } from './redacted.ts';

type KeptFile = KeptReview['files'][number];

/** A review with what each copy is that it names: a copy is given in the place of the file that it was made of. */
export async function withCopies(
  ring: KeyRing,
  items: readonly StoredItem[],
  review: Review,
  copies: readonly RedactedFile[],
): Promise<{ review: KeptReview; findings: Finding[] }> {
  const strange: number[] = [];
  const files = await Promise.all(
    review.files.map(async ({ redacted, ...file }): Promise<KeptFile> => {
      if (redacted === undefined) return file;
      const source = items[file.place]?.source;
      const copy = copies.find(({ copyId }) => copyId === redacted.copyId);
      if (copy === undefined || source === undefined || !isCopyOf(copy, source)) {
        strange.push(file.place);
        return file;
      }
      const { mediaType, bytes } = copy;
      const { sha256 } = await openCopy(ring, copy);
      return { ...file, redacted: { ...redacted, file: { mediaType, bytes, sha256 } } };
    }),
  );
  const kept = { ...review, files };
  if (strange.length === 0) return { review: kept, findings: [] };
  const places = strange.toSorted((a, b) => a - b).join(', ');
  const finding = wrong('copyOfFile', '/files', '(EU) 2016/679 15 art. 4 kohta', {
    fi: `Tiedoston tilalle annetaan siitä tälle pyynnölle tehty ja vastaanotettu jäljennös: kohdat ${places}.`,
    sv: `I stället för filen lämnas en kopia av den som har gjorts för denna begäran och tagits emot: punkterna ${places}.`,
    en: `What is given in the place of a file is a copy of it, made for this request and taken in: items ${places}.`,
  });
  return { review: kept, findings: [finding] };
}
