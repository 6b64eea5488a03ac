import * as z from 'zod';
import { knownClient } from '../../shared/access/known-client.ts';
import type { ActContext, Answer } from '../../shared/act.ts';
import { MisuseOrigin, Suspected, SuspicionContent } from '../../shared/domain/log-requests/misuse.ts';
import { Asker, RequestChannel } from '../../shared/domain/log-requests/model.ts';
import { openMisuse } from '../../shared/domain/log-requests/open-misuse.ts';
import { type ClientId, LogRequestId, MisuseId } from '../../shared/kernel/id.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';

export const SuspectMisuse = z
  .strictObject({
    origin: MisuseOrigin,
    /** Id of the check or the finding that began it. */
    sourceId: z
      .string()
      .regex(/^[A-Za-z0-9._-]{1,64}$/)
      .optional(),
    /** The request for log data from which the client's suspicion comes. */
    requestId: LogRequestId.optional(),
    /** Of a client's request: when and how it came, and who asked. */
    receivedOn: LocalDate.optional(),
    channel: RequestChannel.exclude(['citizen']).optional(),
    asker: Asker.optional(),
    suspected: Suspected,
    ...SuspicionContent.shape,
  })
  .refine(({ origin, sourceId }) => origin === 'client' || sourceId !== undefined, {
    message: 'what began it is named',
    path: ['sourceId'],
  })
  .refine(
    ({ origin, channel, asker }) => origin !== 'client' || (channel !== undefined && asker !== undefined),
    {
      message: 'how it came and who asked is named',
      path: ['channel'],
    },
  )
  .refine(({ asker, rightToAct }) => asker === undefined || asker === 'client' || rightToAct !== undefined, {
    message: 'how the right to act was checked is recorded',
    path: ['rightToAct'],
  })
  .meta({ id: 'SuspectMisuse' });

export const MisuseSuspected = z
  .strictObject({ misuseId: MisuseId, dueOn: LocalDate })
  .meta({ id: 'MisuseSuspected' });

/** A suspicion is put on record: the client's, or one that the controller's own supervision found. */
export async function suspectMisuse(
  context: ActContext,
  { params: { clientId }, body }: { params: { clientId: ClientId }; body: z.infer<typeof SuspectMisuse> },
): Promise<Answer<z.infer<typeof MisuseSuspected>>> {
  const head = await knownClient(context, clientId);
  const { receivedOn = context.today, ...suspicion } = body;
  return openMisuse(context, head, {
    ...suspicion,
    receivedOn: receivedOn > context.today ? context.today : receivedOn,
  });
}
