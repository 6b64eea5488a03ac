import type { ActContext } from '../../shared/act.ts';
import type { ReminderMessage } from '../../shared/domain/appointments/model.ts';
import { shutOutFrom } from '../../shared/domain/disclosures/may-be-given.ts';
import { loadMinorsBans } from '../../shared/domain/disclosures/store.ts';
import type { ClientId } from '../../shared/kernel/id.ts';

/**
 * Whether a message may reach the client alone: a minor has shut a representative out (703/2023 § 51), and a letter to
 * the home or a message to a custodian's number would tell that there is an appointment. To whom a number belongs is
 * not known here: whatever sends is told, and sends accordingly. An appointment belongs to no document or task, so that
 * any ban concerns it.
 */
export const isForClientAlone = async (
  context: Pick<ActContext, 'services' | 'actor'>,
  { clientId }: Pick<ReminderMessage, 'clientId'>,
): Promise<boolean> => shutOutFrom(undefined, await loadMinorsBans(context, clientId)).size > 0;

/** Of which of these clients that is so: each is asked once. */
export async function forClientsAlone(
  context: Pick<ActContext, 'services' | 'actor'>,
  messages: readonly Pick<ReminderMessage, 'clientId'>[],
): Promise<ReadonlySet<ClientId>> {
  const clients = [...new Set(messages.map(({ clientId }) => clientId))];
  const asked = await Promise.all(
    clients.map(async (clientId) => ((await isForClientAlone(context, { clientId })) ? [clientId] : [])),
  );
  return new Set(asked.flat());
}
