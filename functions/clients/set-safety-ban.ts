import * as z from 'zod';
import type { Answer } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import { BaseData, type RecordedField, SafetyBan, Source } from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { judgeSafetyBan, judgeSource } from '../../shared/domain/clients/rules.ts';
import { openBase, ringOf } from '../../shared/domain/clients/store.ts';
import { setSafetyBan as banned } from '../../shared/domain/clients/transitions/person.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { baseChange, isChildProtection, sourced } from './base-change.ts';
import type { ClientChanged } from './change-base-data.ts';

export const SetSafetyBan = z
  .strictObject({
    /** The last day; until further notice when there is none. */
    until: SafetyBan.shape.until,
    /** Yhteysosoite: the one address that may be used freely. */
    contactAddress: BaseData.shape.contactAddress,
    source: Source,
  })
  .meta({ id: 'SetSafetyBan' });

/** Sets a safety ban (turvakielto, 661/2009 § 36). From the same moment lists know no municipality. */
export async function setSafetyBan(
  context: ClientContext,
  { body, version }: { body: z.infer<typeof SetSafetyBan>; version: number },
): Promise<Answer<z.infer<typeof ClientChanged>>> {
  const { file, actor, now, today } = context;
  expectVersion(file.head, version);
  const { until, contactAddress, source } = body;
  const ban: SafetyBan = until === undefined ? {} : { until };
  const findings = [...judgeSafetyBan(ban, today), ...judgeSource(source, isChildProtection(context))];
  refuseErrors(CLIENT_REFUSALS.baseDataNotValid, findings);
  const head = banned(file.head, ban, { now, by: actor.userId });
  const before = await openBase(ringOf(context), file.head);
  const fields: RecordedField[] = [
    'safetyBan',
    ...(contactAddress === undefined ? [] : ['contactAddress' as const]),
  ];
  const after = {
    data: { ...before.data, ...(contactAddress === undefined ? {} : { contactAddress }) },
    sources: sourced(context, before.sources, fields, source),
  };
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
