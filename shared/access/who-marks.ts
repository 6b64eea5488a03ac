import type { ActContext } from '../act.ts';
import type { Doer } from '../domain/case-notes/model.ts';
import { NOTE_REFUSALS } from '../domain/case-notes/refusals.ts';
import { settingsOf } from '../domain/controllers/settings-cache.ts';
import type { UserId } from '../kernel/id.ts';
import { Refusal } from '../kernel/refusal.ts';
import { userKeys } from '../table/keys.ts';
import { getItem } from '../table/read.ts';
import { hasSpecialRight } from './actor.ts';
import { PowersItem } from './powers.ts';

/**
 * Who may mark an entry or a document as corrected, removed or moved: its author, and who else is the controller's choice
 * (C-26). `authorThenSpecial`: a user with the special right, in the presence of the person responsible for
 * register matters, and both are recorded (L-11.5, L-11.6). `controller`: a user to whom the controller has given
 * the special right. `anyWorker`: any who may open the entry and make one like it (J-9.10, J-9.11).
 */
export async function whoMarks(
  context: ActContext,
  { writtenBy }: { writtenBy: string },
  presentUserId: UserId | undefined,
): Promise<Doer> {
  const { services, actor, now } = context;
  const doer: Doer = { userId: actor.userId, name: actor.name, post: actor.postTitle, at: now };
  if (writtenBy === actor.userId) return doer;
  const [{ correction }, present] = await Promise.all([
    settingsOf(services, actor.controller),
    whoIsPresent(context, presentUserId),
  ]);
  if (correction.corrector === 'anyWorker') return doer;
  if (!hasSpecialRight(actor, 'correctRecord')) throw new Refusal(NOTE_REFUSALS.notTheAuthor);
  if (correction.corrector === 'controller') return doer;
  if (present === undefined) throw new Refusal(NOTE_REFUSALS.presenceNeeded);
  return { ...doer, presentUserId: present };
}

/** Another user whose account is in use: nobody is present with oneself. */
async function whoIsPresent(
  { services, actor }: ActContext,
  userId: UserId | undefined,
): Promise<UserId | undefined> {
  if (userId === undefined || userId === actor.userId) return undefined;
  const key = userKeys.powers(actor.controller, userId);
  const item = await getItem(services.tables, actor.controller, 'records', key, PowersItem);
  return item?.powers.status === 'active' ? userId : undefined;
}
