import type { MatterRing } from '../../shared/crypto/matter-ring.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { Deadline } from '../../shared/domain/deadlines/model.ts';
import { deadlinesOfMatter } from '../../shared/domain/intake/deadlines.ts';
import type { Handling, IntakeMatter, MatterOfClient } from '../../shared/domain/intake/model.ts';
import type { IntakeRecord } from '../../shared/domain/intake/record.ts';
import { loadWholeMatter, openRecord } from '../../shared/domain/intake/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import type { MatterId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { findMatterOfClient } from './find-matter-of-client.ts';

/** A matter with all that an act on it in a client's file may need: opened, for the tie has been verified. */
export type MatterInFile = {
  matter: IntakeMatter;
  record: IntakeRecord;
  handlings: Handling[];
  inFile: MatterOfClient;
  ring: MatterRing;
  running: Deadline[];
};

/**
 * A matter in the file of a client, to be changed from the version that the worker saw.
 * @throws Refusal `request.notFound`, `request.stale`.
 */
export async function matterInFile(
  context: ClientContext,
  { matterId }: { matterId: MatterId },
  version: number,
): Promise<MatterInFile> {
  const [{ inFile, ring }, whole, running] = await Promise.all([
    findMatterOfClient(context, matterId),
    loadWholeMatter(context, matterId),
    deadlinesOfMatter(context, matterId),
  ]);
  if (whole === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  expectVersion(whole.head, version);
  const record = await openRecord(ring, whole.record);
  return { matter: whole.head, record, handlings: whole.handlings, inFile, ring, running };
}
