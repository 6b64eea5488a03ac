import * as z from 'zod';
import { PROVIDER_ACTIONS } from '../../shared/access/actions/providers.ts';
import { ContractContent } from '../../shared/domain/providers/contract-model.ts';
import { PROVIDER_REFUSALS } from '../../shared/domain/providers/refusals.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ContractId, PartyId } from '../../shared/kernel/id.ts';
import { ContractsRead, listContracts } from './list-contracts.ts';
import { ContractChanged, changeContract, recordContract } from './record-contract.ts';

const OneParty = z.strictObject({ partyId: PartyId });
const EXAMPLE = {
  kind: 'purchased' as const,
  number: 'KEU/123/2026',
  socialServices: ['homeCare' as const],
  from: '2026-01-01',
  to: '2027-12-31',
  annex: { signedOn: '2025-12-15', from: '2026-01-01', to: '2027-12-31' },
  subcontractors: [],
  systems: [{ name: 'Hoiva-asiakastieto', terms: 'KEU/123/2026 liite 2' }],
};

/** Contracts with producers, and the annexes on personal data without which they process none. */
export const contractRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/providers/{partyId}/contracts',
    action: PROVIDER_ACTIONS.recordContract,
    event: 'ProviderContractRecorded',
    summary: 'Puts a contract with a provider on file, with its annex on processing personal data.',
    writes: 'creates',
    params: OneParty,
    body: ContractContent,
    returns: ContractChanged,
    refusals: [PROVIDER_REFUSALS.contractNotValid],
    example: EXAMPLE,
    handle: recordContract,
  }),
  read({
    method: 'GET',
    path: '/v1/providers/{partyId}/contracts',
    action: PROVIDER_ACTIONS.listContracts,
    event: 'ProviderContractsListed',
    summary: 'The contracts of a provider, and whether each can be used today.',
    params: OneParty,
    returns: ContractsRead,
    handle: listContracts,
  }),
  write({
    method: 'PUT',
    path: '/v1/providers/{partyId}/contracts/{contractId}',
    action: PROVIDER_ACTIONS.changeContract,
    event: 'ProviderContractChanged',
    summary:
      'Writes what a contract says anew: its days, its annex, its subcontractors, the systems in which the producer keeps data.',
    writes: 'changes',
    params: OneParty.extend({ contractId: ContractId }),
    body: ContractContent,
    returns: ContractChanged,
    refusals: [PROVIDER_REFUSALS.contractNotValid],
    example: EXAMPLE,
    handle: changeContract,
  }),
];
