import * as z from 'zod';
import { ContractId, PartyId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { partyKeys } from '../../../table/keys.ts';
import { getItem, query, queryAll } from '../../../table/read.ts';
import { ProviderContract, Subcontract } from '../../providers/contract-model.ts';
import { PartyItem, PartyVersion } from '../../providers/model.ts';
import { loadParties } from '../../providers/store.ts';
import { endedBy } from './ended.ts';
import type { HouseItem, HouseKind, ToLookAt } from './kind.ts';

/**
 * Producers, support persons and families, and the contracts with them. What was bought for a client says in the client's
 * own file what it was and from whom by id; the name of a producer is read there as long as its record is kept.
 */

const ofContract = (item: ProviderContract, today: LocalDate): HouseItem => ({
  item,
  recordId: `${item.partyId}-${item.contractId}`,
  endedOn: item.to !== undefined && item.to < today ? item.to : undefined,
});

/** Ostopalvelu- tai toimeksiantosopimus after its last day, with its rows among the subcontractors'. */
const contract: HouseKind = {
  entities: ['providerContract', 'subcontract'],
  rules: ['contract'],
  ended: async function* ended(where, until) {
    for await (const item of endedBy(where, 'contract', until, ProviderContract))
      yield ofContract(item, where.today);
  },
  one: async ({ services, actor, today }, recordId) => {
    const [partyId = '', contractId = ''] = recordId.split('-');
    const key = partyKeys.contract(actor.controller, PartyId.parse(partyId), ContractId.parse(contractId));
    const item = await getItem(services.tables, actor.controller, 'records', key, ProviderContract);
    return item === undefined ? undefined : ofContract(item, today);
  },
  parts: async function* parts({ services, actor: { controller } }, { item }) {
    const { subcontractors, contractId } = ProviderContract.parse(item);
    for (const { partyId } of subcontractors) {
      const key = partyKeys.subcontract(controller, partyId, contractId);
      const row = await getItem(services.tables, controller, 'records', key, Subcontract);
      if (row !== undefined) yield row;
    }
  },
};

const ofParty = (item: PartyItem, today: LocalDate): HouseItem => ({
  item,
  recordId: item.partyId,
  endedOn: item.to !== undefined && item.to < today ? item.to : undefined,
});

const Any = z.looseObject({ entity: z.string() });

/** Tukihenkilö, tukiperhe, toimittaja, palveluntuottaja after the last day of use: when its contracts have gone. */
const party: HouseKind = {
  entities: ['party', 'partyVersion'],
  rules: ['party'],
  // A county has some hundreds: they are read whole.
  ended: async function* ended(where) {
    for (const item of await loadParties(where)) yield ofParty(item, where.today);
  },
  one: async ({ services, actor, today }, recordId) => {
    const key = partyKeys.party(actor.controller, PartyId.parse(recordId));
    const item = await getItem(services.tables, actor.controller, 'records', key, PartyItem);
    return item === undefined ? undefined : ofParty(item, today);
  },
  isNeeded: async (where, { recordId }) => {
    const { contracts, subcontracts } = partyKeys.spans;
    const [own, under] = await Promise.all(
      [contracts, subcontracts].map((span) => someOf(where, recordId, span)),
    );
    return own === true || under === true;
  },
  parts: async function* parts({ services, actor: { controller } }, { recordId }) {
    yield* await queryAll(
      services.tables,
      controller,
      {
        table: 'records',
        pk: partyKeys.historyPartition(controller, PartyId.parse(recordId)),
        span: partyKeys.spans.history,
      },
      PartyVersion,
    );
  },
};

async function someOf(
  { services, actor: { controller } }: ToLookAt,
  partyId: string,
  span: (typeof partyKeys.spans)['contracts'],
): Promise<boolean> {
  const pk = partyKeys.historyPartition(controller, PartyId.parse(partyId));
  const page = await query(services.tables, controller, { table: 'records', pk, span, limit: 1 }, Any);
  return page.items.length > 0;
}

export const PRODUCERS = { contract, party } satisfies Record<string, HouseKind>;
