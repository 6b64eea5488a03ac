import * as z from 'zod';
import type { ActContext, Answer, Change } from '../../shared/act.ts';
import { commit } from '../../shared/commit.ts';
import { putAway } from '../../shared/domain/earlier.ts';
import {
  ContractContent,
  type ProviderContract,
  type Subcontract,
} from '../../shared/domain/providers/contract-model.ts';
import { judgeContract, judgeKept } from '../../shared/domain/providers/contract-rules.ts';
import { indexedContract, loadContract } from '../../shared/domain/providers/contracts.ts';
import { PROVIDER_REFUSALS } from '../../shared/domain/providers/refusals.ts';
import { loadParty } from '../../shared/domain/providers/store.ts';
import { expectVersion } from '../../shared/expect-version.ts';
import { canonicalJson } from '../../shared/kernel/canonical-json.ts';
import { ContractId, PartyId } from '../../shared/kernel/id.ts';
import { Refusal } from '../../shared/kernel/refusal.ts';
import { newId } from '../../shared/new-id.ts';
import { changed, created } from '../../shared/table/item.ts';
import { partyKeys } from '../../shared/table/keys.ts';

export const ContractChanged = z
  .strictObject({ partyId: PartyId, contractId: ContractId, version: z.int() })
  .meta({ id: 'ContractChanged' });
type Changed = Promise<Answer<z.infer<typeof ContractChanged>>>;
type OfParty = { partyId: PartyId };

/** Puts a contract with a producer on file: from then on services can be bought under it (C-34). */
export async function recordContract(
  context: ActContext,
  { params: { partyId }, body }: { params: OfParty; body: ContractContent },
): Changed {
  const { actor, services, now } = context;
  await mustBeInOrder(context, partyId, body);
  const contractId = ContractId.parse(newId(services));
  const put: ProviderContract = {
    ...partyKeys.contract(actor.controller, partyId, contractId),
    entity: 'providerContract',
    ...created(now, actor.userId),
    contractId,
    partyId,
    ...body,
    earlier: [],
  };
  const rows = body.subcontractors.map((sub) => subcontractRow(context, put, sub.partyId));
  return written(
    context,
    put,
    [{ put: indexedContract(put, actor.controller), when: 'absent' }, ...rows],
    ['contract'],
  );
}

/** Writes what a contract says anew: its days, its annex, its subcontractors. How it stood is kept. */
export async function changeContract(
  context: ActContext,
  {
    params: { partyId, contractId },
    body,
    version,
  }: { params: OfParty & { contractId: ContractId }; body: ContractContent; version: number },
): Changed {
  const { actor, now } = context;
  const [item] = await Promise.all([
    loadContract(context, partyId, contractId),
    mustBeInOrder(context, partyId, body),
  ]);
  expectVersion(item, version);
  const gone = judgeKept(item.subcontractors, body.subcontractors);
  if (gone.length > 0) throw new Refusal(PROVIDER_REFUSALS.contractNotValid, { findings: gone });
  const { pk, sk, entity, to, annex, ...rest } = item;
  const { kind, number, socialServices, from, subcontractors, systems } = rest;
  const stood = {
    kind,
    number,
    socialServices,
    from,
    ...(to === undefined ? {} : { to }),
    ...(annex === undefined ? {} : { annex }),
    subcontractors,
    systems,
  };
  const put: ProviderContract = {
    pk,
    sk,
    entity,
    ...changed(item, now, actor.userId),
    contractId,
    partyId,
    ...body,
    ...putAway(item, stood, now),
  };
  const fresh = body.subcontractors.filter(
    (sub) => !subcontractors.some((one) => one.partyId === sub.partyId),
  );
  const rows = fresh.map((sub) => subcontractRow(context, put, sub.partyId));
  const fields = ContractContent.keyof().options.filter(
    (field) => canonicalJson(item[field] ?? null) !== canonicalJson(body[field] ?? null),
  );
  return written(
    context,
    put,
    [{ put: indexedContract(put, actor.controller), when: { version } }, ...rows],
    fields,
  );
}

/** The seller and every subcontractor stand in the register of parties. @throws Refusal `provider.contractNotValid`. */
async function mustBeInOrder(context: ActContext, partyId: PartyId, body: ContractContent): Promise<void> {
  const findings = judgeContract(body, partyId);
  if (findings.length > 0) throw new Refusal(PROVIDER_REFUSALS.contractNotValid, { findings });
  await Promise.all(
    [partyId, ...body.subcontractors.map((sub) => sub.partyId)].map((id) => loadParty(context, id)),
  );
}

/** Where a subcontractor's contracts are found from. Nobody is taken off a contract, so that it is written once. */
function subcontractRow(
  { actor, now }: ActContext,
  { contractId, partyId: sellerId }: ProviderContract,
  partyId: PartyId,
): Change {
  const put: Subcontract = {
    ...partyKeys.subcontract(actor.controller, partyId, contractId),
    entity: 'subcontract',
    ...created(now, actor.userId),
    contractId,
    partyId,
    sellerId,
  };
  return { put, when: 'absent' };
}

function written(
  context: ActContext,
  { partyId, contractId, version }: ProviderContract,
  changes: readonly Change[],
  changedFields: readonly string[],
): Changed {
  return commit(context, {
    changes,
    line: {
      clients: [],
      resources: [
        { kind: 'party', id: partyId },
        { kind: 'contract', id: contractId, version },
      ],
      dataGroups: ['parties'],
      changedFields,
    },
    answer: {
      body: { partyId, contractId, version },
      version,
      location: `/v1/providers/${partyId}/contracts/${contractId}`,
    },
  });
}
