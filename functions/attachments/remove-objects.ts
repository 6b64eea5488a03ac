import type { Envelope } from '../../shared/events/envelope.ts';
import type { Services } from '../../shared/services.ts';

/** Takes away the sealed files of a removed attachment. Their keys went with the act itself; repeated, it finds nothing. */
export async function removeObjects({ documents }: Services, envelope: Envelope): Promise<void> {
  if (envelope.type !== 'AttachmentRemoved') return;
  for (const name of envelope.objectNames) await documents.remove(envelope.controller, name);
}
