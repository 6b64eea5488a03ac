import type {
  CommitmentId,
  ContractId,
  ControllerId,
  DelegationId,
  DisqualificationId,
  DraftId,
  GrantId,
  InstructionId,
  PartyId,
  PolicyId,
  PostId,
  SettingsProposalId,
  UnitId,
  UserId,
} from '../../kernel/id.ts';
import { AFTER_ALL, type Key, partition, type Span, sort, spanOf, versionText } from './parts.ts';

/** A user, the user's grants and the powers compiled from them. */
export const userKeys = {
  partition: (controller: ControllerId, userId: UserId) => partition(controller, 'u', userId),
  user: (controller: ControllerId, userId: UserId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('u'),
  }),
  powers: (controller: ControllerId, userId: UserId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('p'),
  }),
  grant: (controller: ControllerId, userId: UserId, grantId: GrantId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('g', grantId),
  }),
  /** What a user has signed: kept when the account has ended. */
  commitment: (controller: ControllerId, userId: UserId, commitmentId: CommitmentId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('c', commitmentId),
  }),
  /** What the employer knows of a user, as keyed hashes. */
  knownAs: (controller: ControllerId, userId: UserId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('k'),
  }),
  /** A declaration that a user handles no matters of one person. */
  disqualification: (controller: ControllerId, userId: UserId, id: DisqualificationId): Key => ({
    pk: userKeys.partition(controller, userId),
    sk: sort('d', id),
  }),
  /** A draft lies with its writer; its content is sealed under the client it concerns. */
  draft: (controller: ControllerId, userId: UserId, draftId: DraftId): Key => ({
    pk: partition(controller, 'd', userId),
    sk: sort(draftId),
  }),
  draftPartition: (controller: ControllerId, userId: UserId) => partition(controller, 'd', userId),
  /** Drafts of documents lie with their writer too, apart from those of notes. */
  documentDraft: (controller: ControllerId, userId: UserId, draftId: DraftId): Key => ({
    pk: userKeys.documentDraftPartition(controller, userId),
    sk: sort(draftId),
  }),
  documentDraftPartition: (controller: ControllerId, userId: UserId) => partition(controller, 'g', userId),
  spans: { grants: spanOf('g'), commitments: spanOf('c'), disqualifications: spanOf('d') },
};

/** Settings, units, posts and the list of users of a controller. */
export const controllerKeys = {
  organisation: (controller: ControllerId) => partition(controller, 'o'),
  controller: (controller: ControllerId): Key => ({ pk: partition(controller, 'o'), sk: sort('c') }),
  unit: (controller: ControllerId, unitId: UnitId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('u', unitId),
  }),
  post: (controller: ControllerId, postId: PostId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('p', postId),
  }),
  member: (controller: ControllerId, userId: UserId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('w', userId),
  }),
  /** A proposed grant that the main user has not decided on. */
  proposal: (controller: ControllerId, grantId: GrantId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('r', grantId),
  }),
  /** Upon what rights are given: what management approved, and the register's responsible person instructed. */
  rightsPolicy: (controller: ControllerId, policyId: PolicyId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('a', policyId),
  }),
  rightsInstruction: (controller: ControllerId, instructionId: InstructionId): Key => ({
    pk: partition(controller, 'o'),
    sk: sort('i', instructionId),
  }),
  settings: (controller: ControllerId): Key => ({ pk: partition(controller, 's'), sk: sort('s') }),
  settingsVersion: (controller: ControllerId, version: number): Key => ({
    pk: partition(controller, 's'),
    sk: sort('h', versionText(version)),
  }),
  /** A change that waits for somebody else's eyes, or what became of it. */
  settingsProposal: (controller: ControllerId, proposalId: SettingsProposalId): Key => ({
    pk: partition(controller, 's'),
    sk: sort('q', proposalId),
  }),
  settingsPartition: (controller: ControllerId) => partition(controller, 's'),
  spans: {
    units: spanOf('u'),
    posts: spanOf('p'),
    members: spanOf('w'),
    proposals: spanOf('r'),
    rightsPolicies: spanOf('a'),
    rightsInstructions: spanOf('i'),
    settingsVersions: spanOf('h'),
    settingsProposals: spanOf('q'),
  },
};

/** Toimivaltataulukko: rows by the kind of decision they give, and what they said before. */
export const delegationKeys = {
  partition: (controller: ControllerId) => partition(controller, 'z'),
  delegation: (controller: ControllerId, kind: string, delegationId: DelegationId): Key => ({
    pk: partition(controller, 'z'),
    sk: sort('a', kind, delegationId),
  }),
  history: (controller: ControllerId, delegationId: DelegationId, version: number): Key => ({
    pk: partition(controller, 'z', delegationId),
    sk: sort('h', versionText(version)),
  }),
  historyPartition: (controller: ControllerId, delegationId: DelegationId) =>
    partition(controller, 'z', delegationId),
  spans: {
    all: spanOf('a'),
    history: spanOf('h'),
    ofKind: (kind: string): Span => ({ from: sort('a', kind, ''), to: sort('a', kind, AFTER_ALL) }),
  },
};

/** Support persons, support families, suppliers: parties of their own, not clients. */
export const partyKeys = {
  partition: (controller: ControllerId) => partition(controller, 'y'),
  party: (controller: ControllerId, partyId: PartyId): Key => ({
    pk: partition(controller, 'y'),
    sk: sort('p', partyId),
  }),
  history: (controller: ControllerId, partyId: PartyId, version: number): Key => ({
    pk: partition(controller, 'y', partyId),
    sk: sort('h', versionText(version)),
  }),
  historyPartition: (controller: ControllerId, partyId: PartyId) => partition(controller, 'y', partyId),
  contract: (controller: ControllerId, partyId: PartyId, contractId: ContractId): Key => ({
    pk: partition(controller, 'y', partyId),
    sk: sort('c', contractId),
  }),
  /** In the partition of a subcontractor: the contract of the seller it works under. */
  subcontract: (controller: ControllerId, partyId: PartyId, contractId: ContractId): Key => ({
    pk: partition(controller, 'y', partyId),
    sk: sort('u', contractId),
  }),
  spans: { parties: spanOf('p'), history: spanOf('h'), contracts: spanOf('c'), subcontracts: spanOf('u') },
};
