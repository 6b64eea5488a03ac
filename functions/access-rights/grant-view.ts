import * as z from 'zod';
import { Grant } from '../../shared/access/actor.ts';
import {
  Attestation,
  EndReason,
  type GrantItem,
  GrantState,
  grantStateOn,
  overruledBy,
  RestsOn,
} from '../../shared/access/granting/model.ts';
import { Ending } from '../../shared/domain/access-rights/model.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { Instant } from '../../shared/kernel/instant.ts';
import type { LocalDate } from '../../shared/kernel/local-date.ts';

const Step = z.strictObject({ at: Instant, by: UserId });

/** A grant with its whole course: who proposed, decided and ended it, and when. */
export const GrantView = z
  .strictObject({
    userId: UserId,
    grant: Grant,
    state: GrantState,
    version: z.int(),
    proposed: Step,
    decided: Step.optional(),
    /** Each time a supervisor found that it is still needed, the latest last. */
    attested: z.array(Attestation),
    restsOn: RestsOn.optional(),
    ended: Step.extend({ reason: z.union([EndReason, Ending.shape.reason]) }).optional(),
  })
  .meta({ id: 'GrantView' });
type GrantView = z.infer<typeof GrantView>;

export function grantView(item: GrantItem, endings: readonly Ending[], today: LocalDate): GrantView {
  const { userId, grant, version, course, createdAt, createdBy } = item;
  const over = overruledBy(item, endings, today);
  const ended =
    course.state === 'ended' ? { at: course.endedAt, by: course.endedBy, reason: course.reason } : over;
  return {
    userId,
    grant,
    state: grantStateOn(item, endings, today),
    version,
    proposed: { at: createdAt, by: UserId.parse(createdBy) },
    ...(course.state === 'proposed' ? {} : { decided: { at: course.decidedAt, by: course.decidedBy } }),
    attested: item.attestations ?? [],
    ...(item.restsOn === undefined ? {} : { restsOn: item.restsOn }),
    ...(ended === undefined ? {} : { ended }),
  };
}
