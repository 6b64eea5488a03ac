import { NameTokens } from '../../shared/domain/clients/lookup.ts';
import type { Envelope } from '../../shared/events/envelope.ts';
import type { Services } from '../../shared/services.ts';
import { writeIndex } from '../../shared/table/index-write.ts';
import { changed, created } from '../../shared/table/item.ts';
import { lookupKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';

/**
 * The name look-up follows the names within seconds. Ordered by the version of the head, so that a late
 * arrival changes nothing; repeated, it does the same again.
 */
export async function indexNames(services: Services, envelope: Envelope): Promise<void> {
  if (envelope.type !== 'ClientNamed') return;
  const { controller, clientId, headVersion, tokenHashes, addressHashes } = envelope;
  const key = lookupKeys.tokensOf(controller, clientId);
  const before = await getItem(services.tables, controller, 'records', key, NameTokens);
  if (before !== undefined && before.headVersion >= headVersion) return;
  const now = services.clock.now();
  const head = before === undefined ? created(now, 'index') : changed(before, now, 'index');
  const known = before?.tokenHashes ?? [];
  await writeIndex(services.tables, controller, {
    puts: tokenHashes
      .filter((hash) => !known.includes(hash))
      .map((hash) => ({
        ...lookupKeys.name(controller, hash, clientId),
        entity: 'nameLookup',
        ...created(now, 'index'),
        clientId,
      })),
    removes: known
      .filter((hash) => !tokenHashes.includes(hash))
      .map((hash) => lookupKeys.name(controller, hash, clientId)),
    mark: {
      put: {
        ...key,
        entity: 'nameTokens',
        ...head,
        clientId,
        headVersion,
        tokenHashes,
        ...(addressHashes === undefined ? {} : { addressHashes }),
      },
      when: before === undefined ? 'absent' : { version: before.version },
    },
  });
}
