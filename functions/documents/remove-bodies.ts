import type { Envelope } from '../../shared/events/envelope.ts';
import type { Services } from '../../shared/services.ts';

/** Takes away the objects of contents that are gone. Their keys went with the act itself; repeated, it finds nothing. */
export async function removeBodies({ documents }: Services, envelope: Envelope): Promise<void> {
  if (envelope.type !== 'DocumentBodiesRemoved') return;
  for (const name of envelope.objectNames) await documents.remove(envelope.controller, name);
}
