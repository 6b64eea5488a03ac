import type { Change } from '../../shared/act.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import type { ClientHead, RecordedField, SealedBaseData, Source } from '../../shared/domain/clients/model.ts';
import { historyItem, indexed, labelChanges, ringOf, sealBase } from '../../shared/domain/clients/store.ts';

/** What every change of a client's data shares: head, history and label change together or not at all. */
export async function baseChange(
  context: ClientContext,
  change: {
    /** The head after the move, its version already the next. */
    head: ClientHead;
    before: SealedBaseData;
    after: SealedBaseData;
    fields: readonly RecordedField[];
  },
): Promise<Change[]> {
  const { file, actor, now } = context;
  const { head, before, after, fields } = change;
  const ring = ringOf(context);
  const [base, history, label] = await Promise.all([
    sealBase(ring, head, head.version, after),
    historyItem(ring, actor.controller, file.head, before, { fields, now, by: actor.userId }),
    labelChanges(context, head, after.data),
  ]);
  return [
    { put: indexed({ ...head, base }, actor.controller), when: { version: file.head.version } },
    { put: history, when: 'absent' },
    ...label,
  ];
}

/** The sources with that of the changed fields renewed. */
export function sourced(
  context: ClientContext,
  before: SealedBaseData['sources'],
  fields: readonly RecordedField[],
  source: Source,
): SealedBaseData['sources'] {
  const provenance = { source, recordedAt: context.now, recordedBy: context.actor.userId };
  return { ...before, ...Object.fromEntries(fields.map((field) => [field, provenance])) };
}

/** Whether a source in free text may be used: the client has an open matter of child protection (J-3.7). */
export const isChildProtection = ({ file }: ClientContext): boolean =>
  file.cases.some((item) => item.serviceTasks.includes('childWelfare'));
