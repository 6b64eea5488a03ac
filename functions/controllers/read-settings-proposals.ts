import * as z from 'zod';
import type { ActContext, Reading } from '../../shared/act.ts';
import { SettingsProposal } from '../../shared/domain/controllers/settings/stored.ts';
import {
  loadSettingsProposal,
  loadSettingsProposals,
  loadSettingsVersion,
} from '../../shared/domain/controllers/store.ts';
import { openCursor, type PageQuery, sealCursor } from '../../shared/http/paging.ts';
import type { SettingsProposalId } from '../../shared/kernel/id.ts';

/** A proposal without what it says: strip, not strict, so that the rest falls away. */
const ProposalRow = SettingsProposal.omit({ settings: true }).extend({ version: z.int() }).strip();

export const SettingsProposals = z
  .strictObject({
    proposals: z.array(ProposalRow),
    next: z.string().optional(),
  })
  .meta({ id: 'SettingsProposals' });

export const SettingsProposalView = z
  .strictObject({
    ...SettingsProposal.shape,
    /** What the settings named say in the version that the change rests on. */
    before: SettingsProposal.shape.settings,
  })
  .meta({ id: 'SettingsProposalView' });

const QUESTION = 'settingsProposals';
const MOST = 20;

/** What was proposed of the settings, by whom, and what became of it, the latest first. */
export async function listSettingsProposals(
  context: ActContext,
  { query: { cursor, limit = MOST } }: { query: z.infer<typeof PageQuery> },
): Promise<Reading<z.infer<typeof SettingsProposals>>> {
  const after = await openCursor(context, QUESTION, cursor);
  const page = await loadSettingsProposals(context, { limit, after });
  return {
    line: {
      clients: [],
      resources: page.items.map(({ proposal, version }) => ({
        kind: 'settings',
        id: proposal.proposalId,
        version,
      })),
      dataGroups: ['settings'],
    },
    body: async () => {
      const next = await sealCursor(context, QUESTION, page.lastKey);
      return {
        proposals: page.items.map(({ version, proposal }) => ProposalRow.parse({ ...proposal, version })),
        ...(next === undefined ? {} : { next }),
      };
    },
  };
}

/** One proposal with what it would change, before and after. */
export async function readSettingsProposal(
  context: ActContext,
  { params: { proposalId } }: { params: { proposalId: SettingsProposalId } },
): Promise<Reading<z.infer<typeof SettingsProposalView>>> {
  const { proposal, version } = await loadSettingsProposal(context, proposalId);
  const { settings } = await loadSettingsVersion(context, proposal.baseVersion);
  const before = Object.fromEntries(
    Object.entries(settings.settings).filter(([name]) => name in proposal.settings),
  );
  return {
    line: {
      clients: [],
      resources: [{ kind: 'settings', id: proposalId, version }],
      dataGroups: ['settings'],
    },
    body: () => ({ ...proposal, before }),
    version,
  };
}
