import { sha256Of } from '../../crypto/sha256.ts';
import type { ControllerId } from '../../kernel/id.ts';
import type { Services } from '../../services.ts';
import type { Head } from './heads.ts';
import { LogNotWhole } from './log-not-whole.ts';
import { batchName } from './places.ts';

/** The batch that a head names, byte for byte. @throws LogNotWhole where it is another, or not there. */
export async function batchOf(
  { sealedLog }: Pick<Services, 'sealedLog'>,
  controller: ControllerId,
  head: Head,
): Promise<Buffer> {
  const bytes = await sealedLog(controller).archive.get(batchName(controller, head.from));
  if (bytes === undefined) throw new LogNotWhole('A batch of the sealed log is not there.', head);
  if (sha256Of(bytes.toString('utf8')) !== head.batch.sha256) {
    throw new LogNotWhole('A batch of the sealed log is not the one that was sealed.', head);
  }
  return bytes;
}
