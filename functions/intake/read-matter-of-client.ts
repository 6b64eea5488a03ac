import * as z from 'zod';
import { INTAKE } from '../../shared/access/role-groups.ts';
import type { Reading } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type Handling, MatterOfClient } from '../../shared/domain/intake/model.ts';
import { isShielded, shielded } from '../../shared/domain/intake/notifier.ts';
import { loadNotifierMessages } from '../../shared/domain/intake/notifier-message.ts';
import type { IntakeRecord } from '../../shared/domain/intake/record.ts';
import { loadWholeMatter, openRecord } from '../../shared/domain/intake/store.ts';
import { UserId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';
import { findMatterOfClient } from './find-matter-of-client.ts';
import { MatterView, messageStateOf, openHandlings, rowOf } from './matter-view.ts';
import type { OneMatterOfClient } from './one-matter.ts';

/** What stands in one client's file: of the others of the matter it says only how many there are. */
export const MatterOfClientView = z
  .strictObject({
    ...MatterView.omit({ subjects: true }).shape,
    subjectId: MatterOfClient.shape.subjectId,
    handled: MatterOfClient.shape.handled,
    documentId: MatterOfClient.shape.documentId,
  })
  .meta({ id: 'MatterOfClientView' });
type MatterOfClientView = z.infer<typeof MatterOfClientView>;

/**
 * A matter as it stands in the file of a client: what was told, this client's own part, what was done for the client
 * or for all. Nothing of a sibling is in it. A shielded notifier is shown only to those whose duty it is to take in
 * and to arrange; others see what kind of notifier it was.
 */
export async function readMatterOfClient(
  context: ClientContext,
  { params }: { params: z.infer<typeof OneMatterOfClient> },
): Promise<Reading<MatterOfClientView>> {
  const { clientId } = context.file.head;
  const [{ inFile, ring }, whole, messages] = await Promise.all([
    findMatterOfClient(context, params.matterId),
    loadWholeMatter(context, params.matterId),
    loadNotifierMessages(context, params.matterId),
  ]);
  if (whole === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  const { head, record, handlings } = whole;
  const { handled, documentId } = inFile;
  return {
    version: head.version,
    line: {
      clients: [clientId],
      resources: [
        {
          kind: 'intakeMatter',
          id: head.matterId,
          client: clientId,
          version: head.version,
          serviceTasks: head.serviceTasks,
        },
      ],
      dataGroups: ['intake'],
    },
    body: async () => {
      const [told, done] = await Promise.all([
        openRecord(ring, record),
        openHandlings(ring, ofSubject(handlings, inFile)),
      ]);
      const maySee = context.actor.grants.some(({ role }) => INTAKE.includes(role));
      const hidden = told.notifier !== undefined && isShielded(told.notifier) && !maySee;
      return {
        ...rowOf(head),
        receivedBy: UserId.parse(head.createdBy),
        recordedAt: head.createdAt,
        record: ownPart(told, inFile, hidden),
        notifierHidden: hidden,
        handlings: done,
        arrivals: (head.arrivals ?? []).filter((one) => isOfSubject(one, inFile)),
        messages: messages.map(messageStateOf),
        subjectId: inFile.subjectId,
        ...(handled === undefined ? {} : { handled }),
        ...(documentId === undefined ? {} : { documentId }),
      };
    },
  };
}

const isOfSubject = (one: Pick<Handling, 'subjectId'>, { subjectId }: MatterOfClient): boolean =>
  one.subjectId === undefined || one.subjectId === subjectId;

const ofSubject = (handlings: readonly Handling[], inFile: MatterOfClient): Handling[] =>
  handlings.filter((one) => isOfSubject(one, inFile));

function ownPart(record: IntakeRecord, { subjectId }: MatterOfClient, hideNotifier: boolean): IntakeRecord {
  const { notifier, ...rest } = record;
  return {
    ...rest,
    subjects: record.subjects.filter((subject) => subject.subjectId === subjectId),
    ...(notifier === undefined ? {} : { notifier: hideNotifier ? shielded(notifier) : notifier }),
  };
}
