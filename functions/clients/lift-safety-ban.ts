import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { type RecordedField, Source } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeSource } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { liftSafetyBan as lifted } from '../../shared/domain/clients/transitions/person.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { baseChange, isChildProtection, sourced } from './base-change.ts';
import type { ClientChanged } from './change-base-data.ts';

export const LiftSafetyBan = z.strictObject({ source: Source }).meta({ id: 'LiftSafetyBan' });

/** Lifts a safety ban. One that has a last day ends by itself; this is for the others, and for earlier. */
export async function liftSafetyBan(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof LiftSafetyBan>; version: number },
): Promise<Answer<z.infer<typeof ClientChanged>>> {
  const { file, actor, now } = context;
  expectVersion(file.head, version);
  refuseErrors(CLIENT_REFUSALS.baseDataNotValid, judgeSource(body.source, isChildProtection(context)));
  const head = lifted(file.head, { now, by: actor.userId });
  const before = await openBase(ringOf(context), file.head);
  const fields: RecordedField[] = ['safetyBan'];
  const after = { data: before.data, sources: sourced(context, before.sources, fields, body.source) };
  return commit(context, {
    changes: await baseChange(context, { head, before, after, fields }),
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'client', id: head.clientId, version: head.version }],
      dataGroups: ['baseData', 'contactData'],
      changedFields: fields,
    },
    answer: {
      body: { clientId: head.clientId, version: head.version, findings: [] },
      version: head.version,
    },
  });
}
