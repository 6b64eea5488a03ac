import { createHash } from 'node:crypto';
import type { UploadFault, UploadItem } from '../../shared/domain/attachments/model.ts';
import type { ControllerId } from '../../shared/kernel/id.ts';
import { countPages } from '../../shared/objects/count-pages.ts';
import { typeOf } from '../../shared/objects/sniff.ts';
import type { MalwareVerdict, Services } from '../../shared/services.ts';

/** What the bytes themselves say. */
export type JudgedBytes = { fault: UploadFault } | { pages: number | undefined; scanned: boolean };

/** The scanner has not said yet: the file waits in the inbox and is asked about again. */
class ScanPending extends Error {
  constructor() {
    super('The malware scan has not said anything yet.');
    this.name = 'ScanPending';
  }
}

const SCAN_FAULTS: Partial<Record<MalwareVerdict, UploadFault>> = {
  infected: 'infected',
  unscannable: 'notScannable',
};

/**
 * Judges a file by its own bytes: as long and the same as was announced, of the type it was called, free of
 * malware, and readable to its end. The cheapest question first; the scanner before any parser.
 * @throws ScanPending
 */
export async function judgeBytes(
  { malware }: Services,
  controller: ControllerId,
  upload: Pick<UploadItem, 'uploadId' | 'bytes' | 'mediaType'>,
  { sha256, bytes, tag }: { sha256: string; bytes: Uint8Array; tag: string },
): Promise<JudgedBytes> {
  if (bytes.length !== upload.bytes) return { fault: 'wrongLength' };
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return { fault: 'wrongChecksum' };
  const verdict = await malware?.verdictOf(controller, { name: upload.uploadId, tag, bytes });
  if (verdict === 'pending') throw new ScanPending();
  const found = verdict === undefined ? undefined : SCAN_FAULTS[verdict];
  if (found !== undefined) return { fault: found };
  if (typeOf(bytes) !== upload.mediaType) return { fault: 'wrongType' };
  try {
    return { pages: await countPages(upload.mediaType, bytes), scanned: verdict !== undefined };
  } catch {
    return { fault: 'notReadable' };
  }
}
