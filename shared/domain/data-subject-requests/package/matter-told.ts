import type { ActContext } from '../../../act.ts';
import type { KeyRing } from '../../../crypto/key-ring.ts';
import { matterRingOfClient } from '../../../crypto/matter-ring.ts';
import { Json } from '../../../kernel/json.ts';
import type { MatterOfClient } from '../../intake/model.ts';
import { isShielded, shielded } from '../../intake/notifier.ts';
import { loadMatterKeyOfClient } from '../../intake/of-client.ts';
import { loadWholeMatter, openHandling, openRecord } from '../../intake/store.ts';

type Where = Pick<ActContext, 'services' | 'actor'>;

/**
 * What a notification or an application tells of this client: of the others it names there is nothing, and of a shielded
 * notifier who it was is left out (417/2007 § 25; 621/1999 § 11). The common text may still tell of others.
 */
export async function matterTold(
  where: Where,
  ring: KeyRing,
  row: MatterOfClient,
): Promise<{ told: Json; hasNotifier: boolean; others: number }> {
  const { matterId, subjectId, kind, receivedAt, handled } = row;
  const head = { matterId, kind, receivedAt, ...(handled === undefined ? {} : { handled }) };
  const [key, whole] = await Promise.all([
    loadMatterKeyOfClient(where, ring.clientId, matterId),
    loadWholeMatter(where, matterId),
  ]);
  if (key === undefined || whole === undefined) {
    return { told: Json.parse(head), hasNotifier: false, others: 0 };
  }
  const ofMatter = matterRingOfClient(where.services, ring, key);
  const own = whole.handlings.filter((one) => one.subjectId === undefined || one.subjectId === subjectId);
  const [record, handlings] = await Promise.all([
    openRecord(ofMatter, whole.record),
    Promise.all(
      own.map(async (one) => ({ kind: one.kind, on: one.on, ...(await openHandling(ofMatter, one)) })),
    ),
  ]);
  const { subjects, notifier, ...rest } = record;
  const told = {
    ...head,
    record: {
      ...rest,
      subjects: subjects.filter((subject) => subject.subjectId === subjectId),
      ...(notifier === undefined ? {} : { notifier: isShielded(notifier) ? shielded(notifier) : notifier }),
    },
    handlings,
  };
  return {
    told: Json.parse(structuredClone(told)),
    hasNotifier: notifier !== undefined,
    others: subjects.length - 1,
  };
}
