import * as z from 'zod';
import { visibleParty } from '../../shared/access/visibility.ts';
import type { ActContext } from '../../shared/act.ts';
import { PartyContent, PartyItem, type PartyVersion } from '../../shared/domain/providers/model.ts';

/** A party as it is read. */
export const PartyView = z
  .strictObject({
    ...PartyItem.pick({ partyId: true, kind: true, from: true, to: true, version: true }).shape,
    /** Its last day has passed. */
    ended: z.boolean(),
    content: PartyContent.partial(),
    /** Data held back by a safety ban. */
    hidden: z.array(z.string()),
  })
  .meta({ id: 'PartyView' });
export type PartyView = z.infer<typeof PartyView>;

/** `current`: what stands now, for its ban hides what was recorded before the ban too. */
export function partyView(
  { actor, today }: ActContext,
  item: PartyItem | PartyVersion,
  content: PartyContent,
  current: PartyContent = content,
): PartyView {
  const { partyId, kind, from, to, version } = item;
  const { data, hidden } = visibleParty(actor, content, current, today);
  return {
    partyId,
    kind,
    from,
    ...(to === undefined ? {} : { to }),
    version,
    ended: to !== undefined && to < today,
    content: data,
    hidden,
  };
}
