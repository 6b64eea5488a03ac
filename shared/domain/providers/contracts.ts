import type { Purchasing } from '../../access/actor.ts';
import type { ActContext } from '../../act.ts';
import type { ContractId, ControllerId, PartyId } from '../../kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../kernel/refusal.ts';
import { outOfIndexes } from '../../table/item.ts';
import { indexKeys, partyKeys } from '../../table/keys.ts';
import { batchGet, getItem, queryAll } from '../../table/read.ts';
import { withKinds } from '../social-services.ts';
import { ProviderContract, Subcontract } from './contract-model.ts';
import { isUsable, type UseOfContracts, worksUnder } from './contract-rules.ts';
import { PartyItem } from './model.ts';

/** What is stored of contracts with producers: with the seller, and a row with each subcontractor. */

type Where = Pick<ActContext, 'services' | 'actor'>;

/** A contract with its row among those that end, where it has a last day. */
export function indexedContract(item: ProviderContract, controller: ControllerId): ProviderContract {
  const rest = outOfIndexes(item);
  const { to, partyId, contractId } = rest;
  if (to === undefined) return rest;
  return {
    ...rest,
    g4pk: indexKeys.ended(controller, 'contract'),
    g4sk: indexKeys.endedOn(to, partyId, contractId),
  };
}

/** @throws Refusal `request.notFound`. */
export async function loadContract(
  { services, actor: { controller } }: Where,
  partyId: PartyId,
  contractId: ContractId,
): Promise<ProviderContract> {
  const key = partyKeys.contract(controller, partyId, contractId);
  const item = await getItem(services.tables, controller, 'records', key, ProviderContract);
  if (item === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  return item;
}

/** The contracts of a producer, its own and those it works under as a subcontractor. A handful. */
export async function loadContractsOf(
  { services, actor: { controller } }: Where,
  partyId: PartyId,
): Promise<ProviderContract[]> {
  const at = { table: 'records' as const, pk: partyKeys.historyPartition(controller, partyId) };
  const [own, rows] = await Promise.all([
    queryAll(services.tables, controller, { ...at, span: partyKeys.spans.contracts }, ProviderContract),
    queryAll(services.tables, controller, { ...at, span: partyKeys.spans.subcontracts }, Subcontract),
  ]);
  const keys = rows.map(({ sellerId, contractId }) => partyKeys.contract(controller, sellerId, contractId));
  return [...own, ...(await batchGet(services.tables, controller, 'records', keys, ProviderContract))];
}

/**
 * What a producer's workers may serve today: contracts in force with the annex that they need, of a producer whose use
 * has not ended, and as a subcontractor within its days.
 */
export async function purchasingOf(
  where: Where,
  providerId: PartyId,
  on: UseOfContracts,
): Promise<Purchasing[]> {
  const { services, actor } = where;
  const contracts = await loadContractsOf(where, providerId);
  const usable = contracts.filter(
    (contract) => isUsable(contract, on) && worksUnder(contract, providerId, on.today),
  );
  const parties = [...new Set([providerId, ...usable.map(({ partyId }) => partyId)])];
  const keys = parties.map((partyId) => partyKeys.party(actor.controller, partyId));
  const found = await batchGet(services.tables, actor.controller, 'records', keys, PartyItem);
  const inUse = new Set(
    found.filter(({ to }) => to === undefined || on.today <= to).map(({ partyId }) => partyId),
  );
  return usable
    .filter(({ partyId }) => inUse.has(providerId) && inUse.has(partyId))
    .map(({ partyId, kind, socialServices }) => ({
      providerId,
      sellerId: partyId,
      kind,
      socialServices: withKinds(socialServices),
    }));
}
