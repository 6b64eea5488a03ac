import * as z from 'zod';
import type { Answer, Change, Plan } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { barredOf } from '../../shared/domain/access-rights/disqualification/of-codes.ts';
import { keptTies } from '../../shared/domain/clients/as-it-stood.ts';
import { barredTogether } from '../../shared/domain/clients/barred.ts';
import { addressHashesOf } from '../../shared/domain/clients/compared-address.ts';
import type { ClientContext } from '../../shared/domain/clients/file.ts';
import {
  BaseData,
  type BaseDataField,
  type ClientHead,
  type SealedBaseData,
  Source,
} from '../../shared/domain/clients/model.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { birthDateIn, hasSafetyBan, judgeBaseData, judgeSource } from '../../shared/domain/clients/rules.ts';
import { lookupChanges, openBase, ringOf, tokenHashesOf } from '../../shared/domain/clients/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { ClientId } from '../../shared/kernel/id.ts';
import { refuseErrors } from '../../shared/kernel/refuse-errors.ts';
import { changed } from '../../shared/table/item.ts';
import { baseChange, isChildProtection, sourced } from './base-change.ts';
import { namingWhoHas } from './duplicates.ts';
import { mustBeRecorded } from './must-be-recorded.ts';
import { mustComeFrom } from './must-come-from.ts';

const optional = BaseData.omit({
  name: true,
  formerNames: true,
  formerIdentityCodes: true,
  addresses: true,
  phones: true,
  emails: true,
  secretContacts: true,
});

/** Only what changes is sent; `null` takes a datum away. */
export const ChangeBaseData = z
  .strictObject({
    changes: z.strictObject({
      name: BaseData.shape.name.optional(),
      formerNames: BaseData.shape.formerNames.unwrap().optional(),
      formerIdentityCodes: BaseData.shape.formerIdentityCodes.unwrap().optional(),
      addresses: BaseData.shape.addresses.unwrap().optional(),
      phones: BaseData.shape.phones.unwrap().optional(),
      emails: BaseData.shape.emails.unwrap().optional(),
      secretContacts: z.boolean().optional(),
      personalIdentityCode: optional.shape.personalIdentityCode.nullable(),
      temporaryId: optional.shape.temporaryId.nullable(),
      birthDate: optional.shape.birthDate.nullable(),
      homeMunicipality: optional.shape.homeMunicipality.nullable(),
      temporaryMunicipality: optional.shape.temporaryMunicipality.nullable(),
      motherTongue: optional.shape.motherTongue.nullable(),
      serviceLanguage: optional.shape.serviceLanguage.nullable(),
      interpreter: optional.shape.interpreter.nullable(),
      maritalStatus: optional.shape.maritalStatus.nullable(),
      occupation: optional.shape.occupation.nullable(),
      workplace: optional.shape.workplace.nullable(),
      contactAddress: optional.shape.contactAddress.nullable(),
    }),
    source: Source,
  })
  .meta({ id: 'ChangeBaseData' });
type ChangeBaseData = z.infer<typeof ChangeBaseData>;

export const ClientChanged = z
  .strictObject({ clientId: ClientId, version: z.int(), findings: z.array(z.string()) })
  .meta({ id: 'ClientChanged' });
type ClientChanged = z.infer<typeof ClientChanged>;

const CODES: readonly string[] = ['personalIdentityCode', 'formerIdentityCodes'];

/** Changes base and contact data; what stood before is kept as history, readable with its own right. */
export async function changeBaseData(
  context: ClientContext,
  { body, version }: { body: ChangeBaseData; version: number },
): Promise<Answer<ClientChanged>> {
  const { file, actor, services, now, today } = context;
  expectVersion(file.head, version);
  const [before] = await Promise.all([
    openBase(ringOf(context), file.head),
    mustBeRecorded(context, body.changes, 'changes'),
    mustComeFrom(context, {
      given: body.changes,
      source: body.source,
      isBanned: hasSafetyBan(file.head, today),
      under: 'changes',
    }),
  ]);
  const { after, fields } = applied(context, before, body);
  const findings = [
    ...judgeBaseData(after.data, today),
    ...judgeSource(body.source, isChildProtection(context)),
  ];
  refuseErrors(CLIENT_REFUSALS.baseDataNotValid, findings);

  const isRecoded = fields.some((field) => CODES.includes(field));
  const more = isRecoded ? await barredOf(services, actor.controller, after.data) : [];
  const head: ClientHead = {
    ...file.head,
    ...changed(file.head, now, actor.userId),
    ...(more.length === 0
      ? {}
      : { ...keptTies(file.head, now), barred: barredTogether(file.head.barred, more) }),
  };
  const changes: Change[] = [
    ...(await baseChange(context, { head, before, after, fields })),
    ...(await lookupChanges(
      services,
      actor.controller,
      head.clientId,
      { before: before.data, after: after.data, now, by: actor.userId },
      CLIENT_REFUSALS.duplicate,
    )),
  ];
  const isRenamed = (['name', 'formerNames', 'addresses'] as const).some((field) => fields.includes(field));
  const plan: Plan<ClientChanged> = {
    changes,
    line: {
      clients: [head.clientId],
      resources: [{ kind: 'client', id: head.clientId, version: head.version }],
      dataGroups: ['baseData'],
      changedFields: fields,
    },
    events: [
      ...(isRenamed
        ? [
            {
              type: 'ClientNamed' as const,
              clientId: head.clientId,
              headVersion: head.version,
              tokenHashes: await tokenHashesOf(services, actor.controller, after.data),
              addressHashes: await addressHashesOf(services, actor.controller, after.data),
            },
          ]
        : []),
      // Of a child's matters of family law the retention runs from the birth.
      ...(birthDateIn(after.data) === birthDateIn(before.data)
        ? []
        : [{ type: 'RetentionEventKnown' as const, clientIds: [head.clientId] }]),
    ],
    answer: {
      body: {
        clientId: head.clientId,
        version: head.version,
        findings: findings.map((finding) => finding.rule),
      },
      version: head.version,
    },
  };
  return namingWhoHas(context, after.data, () => commit(context, plan));
}

/** The base data with the changes in, a name that was given up kept as a former one, and an old code too. */
function applied(
  context: ClientContext,
  before: SealedBaseData,
  { changes, source }: ChangeBaseData,
): { after: SealedBaseData; fields: BaseDataField[] } {
  const merged: Record<string, unknown> = { ...before.data };
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete merged[field];
    else if (value !== undefined) merged[field] = value;
  }
  const old = before.data;
  const { name, personalIdentityCode } = changes;
  if (name && canonicalJson(name) !== canonicalJson(old.name) && !changes.formerNames) {
    merged['formerNames'] = [...old.formerNames, old.name];
  }
  const oldCode = old.personalIdentityCode;
  if (personalIdentityCode !== undefined && oldCode !== undefined && personalIdentityCode !== oldCode) {
    merged['formerIdentityCodes'] = [...(changes.formerIdentityCodes ?? old.formerIdentityCodes), oldCode];
  }
  const data = BaseData.parse(merged);
  const fields = BaseData.keyof().options.filter(
    (field) => canonicalJson(data[field] ?? null) !== canonicalJson(old[field] ?? null),
  );
  return { after: { data, sources: sourced(context, before.sources, fields, source) }, fields };
}
