import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type RecordedField, Source } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeDeath, judgeSource } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { recordDeath as died } from '../../shared/domain/clients/transitions/person.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { baseChange, isChildProtection, sourced } from './base-change.ts';
import type { ClientChanged } from './change-base-data.ts';

export const RecordDeath = z
  .strictObject({
    /** `null` takes back a death recorded by mistake. */
    diedOn: LocalDate.nullable(),
    source: Source,
  })
  .meta({ id: 'RecordDeath' });

/** Records the client's death, from which the retention of base data and clienthood runs (703/2023 annex). */
export async function recordDeath(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof RecordDeath>; version: number },
): Promise<Answer<z.infer<typeof ClientChanged>>> {
  const { file, actor, now, today } = context;
  expectVersion(file.head, version);
  const diedOn = body.diedOn ?? undefined;
  const head = died(file.head, diedOn, { now, by: actor.userId });
  const before = await openBase(ringOf(context), file.head);
  refuseErrors(CLIENT_REFUSALS.baseDataNotValid, [
    ...(diedOn === undefined ? [] : judgeDeath(diedOn, before.data, today)),
    ...judgeSource(body.source, isChildProtection(context)),
  ]);
  const fields: RecordedField[] = ['diedOn'];
  const after = { data: before.data, sources: sourced(context, before.sources, fields, body.source) };
  return commit(context, {
    changes: await baseChange(context, { head, before, after, fields }),
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'client', id: head.clientId, version: head.version }],
      dataGroups: ['baseData'],
      changedFields: fields,
    },
    events: [{ type: 'RetentionEventKnown', clientIds: [head.clientId] }],
    answer: {
      body: { clientId: head.clientId, version: head.version, findings: [] },
      version: head.version,
    },
  });
}
