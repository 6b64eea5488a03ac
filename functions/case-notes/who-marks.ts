import { hasSpecialRight } from '../../shared/access/actor.ts';
import { PowersItem } from '../../shared/access/powers.ts';
import type { ActContext } from '../../shared/act.ts';
import type { Doer, NoteHead } from '../../shared/domain/case-notes/model.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import type { UserId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { userKeys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/read.ts';

/**
 * Who may mark an entry as corrected, removed or moved: its author; else a user with the special right, in the
 * presence of the person responsible for register matters, and both are recorded (L-11.5, L-11.6).
 */
export async function whoMarks(
  context: ActContext,
  note: Pick<NoteHead, 'writtenBy'>,
  presentUserId: UserId | undefined,
): Promise<Doer> {
  const { actor, now } = context;
  const doer: Doer = { userId: actor.userId, name: actor.name, post: actor.postTitle, at: now };
  if (note.writtenBy === actor.userId) return doer;
  if (!hasSpecialRight(actor, 'correctRecord')) throw new Refusal(NOTE_REFUSALS.notTheAuthor);
  if (presentUserId === undefined || presentUserId === actor.userId) {
    throw new Refusal(NOTE_REFUSALS.presenceNeeded);
  }
  const present = await getItem(
    context.services.tables,
    actor.controller,
    'records',
    userKeys.powers(actor.controller, presentUserId),
    PowersItem,
  );
  if (present?.powers.status !== 'active') throw new Refusal(NOTE_REFUSALS.presenceNeeded);
  return { ...doer, presentUserId };
}
