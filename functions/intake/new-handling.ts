import type { ActContext, Change } from '../../shared/act.ts';
import type { MatterRing } from '../../shared/crypto/matter-ring.ts';
import type { HandlingContent, HandlingKind } from '../../shared/domain/intake/model.ts';
import { newHandling } from '../../shared/domain/intake/store.ts';
import { HandlingId, type MatterId, type SubjectId } from '../../shared/kernel/id.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';
import { newId } from '../../shared/new-id.ts';

/** An entry of what was done with a matter, as part of the act that did it. */
export async function handlingOf(
  context: ActContext,
  ring: MatterRing,
  entry: {
    matterId: MatterId;
    kind: HandlingKind;
    content: HandlingContent;
    on?: LocalDate;
    subjectId?: SubjectId | undefined;
  },
): Promise<{ handlingId: HandlingId; change: Change }> {
  const { services, actor, now, today } = context;
  const handlingId = HandlingId.parse(newId(services));
  const { on = today, ...rest } = entry;
  const change = await newHandling(
    ring,
    actor.controller,
    { ...rest, subjectId: entry.subjectId, handlingId, on },
    { now, by: actor.userId },
  );
  return { handlingId, change };
}
