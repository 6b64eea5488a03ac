import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { ContractContent, ProviderContract } from '../../shared/domain/providers/contract-model.ts';
import { isUsable, useOfContracts, worksUnder } from '../../shared/domain/providers/contract-rules.ts';
import { loadContractsOf } from '../../shared/domain/providers/contracts.ts';
import { loadParty } from '../../shared/domain/providers/store.ts';
import { ContractId, PartyId } from '../../shared/kernel/id.ts';

export const ContractsRead = z
  .strictObject({
    contracts: z.array(
      z.strictObject({
        contractId: ContractId,
        /** Whose contract it is: the provider asked for, or the seller under whom it works. */
        sellerId: PartyId,
        ...ContractContent.shape,
        /** In force today, with the annex that the controller requires: its workers see the clients bought from it. */
        usable: z.boolean(),
        /** Whether the systems that it names are sub-registers of the controller's register, by the controller's choice (C-34). */
        systemsAreSubRegisters: z.boolean(),
        version: z.int(),
        /** How it stood before. */
        earlier: ProviderContract.shape.earlier,
      }),
    ),
  })
  .meta({ id: 'ContractsRead' });

/** The contracts of a provider, its own and those it works under, and whether each can be used today. */
export async function listContracts(
  context: ActContext,
  { params: { partyId } }: { params: { partyId: PartyId } },
): Promise<Reading<z.infer<typeof ContractsRead>>> {
  const { services, actor, today } = context;
  const [contracts, { producers }] = await Promise.all([
    loadContractsOf(context, partyId),
    settingsOf(services, actor.controller),
    loadParty(context, partyId),
  ]);
  const on = useOfContracts({ producers }, today);
  return {
    line: {
      clients: [],
      resources: [
        { kind: 'party', id: partyId },
        ...contracts.map(({ contractId }) => ({ kind: 'contract' as const, id: contractId })),
      ],
      dataGroups: ['parties'],
    },
    body: () => ({
      contracts: contracts.map((contract) => {
        const { contractId, partyId: sellerId, version, earlier } = contract;
        return {
          contractId,
          sellerId,
          ...ContractContent.strip().parse(contract),
          systemsAreSubRegisters: producers.registersAreSubRegisters,
          usable: isUsable(contract, on) && worksUnder(contract, partyId, today),
          version,
          earlier,
        };
      }),
    }),
  };
}
