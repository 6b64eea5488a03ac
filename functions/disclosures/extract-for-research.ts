import * as z from 'zod';
import { isPermitted } from '../../shared/access/client-permission.ts';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, Reading } from '../../shared/act.ts';
import { blindIndex } from '../../shared/crypto/blind-index.ts';
import { allClosedCases } from '../../shared/domain/cases/store.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { RESEARCH_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { isPermitInForce, ResearchRow, rowOf } from '../../shared/domain/disclosures/research.ts';
import { loadResearchPermit } from '../../shared/domain/disclosures/research-store.ts';
import { ClientId, ResearchPermitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS, Refusal } from '../../shared/kernel/refusal.ts';

/** So many persons a page: each is named in the line. */
const MOST = 25;

export const ExtractOrder = z
  .strictObject({
    clientIds: z
      .array(ClientId)
      .min(1)
      .max(MOST)
      .refine((ids) => new Set(ids).size === ids.length, 'each once'),
  })
  .meta({ id: 'ResearchExtractOrder' });

export const ResearchExtract = z
  .strictObject({
    permitId: ResearchPermitId,
    rows: z.array(ResearchRow),
    /** Restricted and merged files, and whose permission the controller asks for and has not got. */
    leftOut: z.int(),
  })
  .meta({ id: 'ResearchExtract' });

/**
 * What the permit names of these persons' cases, under pseudonyms of this permit's own: no name, no code, no words and
 * no day. The line names each person, so that a client sees it in the own log; it is of the disclosure log.
 */
export async function extractForResearch(
  context: ActContext,
  { params, body }: { params: { permitId: ResearchPermitId }; body: z.infer<typeof ExtractOrder> },
): Promise<Reading<z.infer<typeof ResearchExtract>>> {
  const { services, actor, today } = context;
  const permit = await loadResearchPermit(context, params.permitId);
  if (permit === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (!isPermitInForce(permit, today)) throw new Refusal(RESEARCH_REFUSALS.notInForce);
  const [listed, { access }] = await Promise.all([
    listedClients(context, body.clientIds),
    settingsOf(services, actor.controller),
  ]);
  const given = [...listed.values()].filter(
    ({ head }) => !access.requireClientPermission || isPermitted(head, today),
  );
  const clients = given.map(({ head }) => head.clientId);
  const { permitId, version } = permit;
  return {
    line: {
      clients,
      resources: [
        { kind: 'researchPermit', id: permitId, version },
        ...clients.map((id) => ({ kind: 'client' as const, id })),
      ],
      dataGroups: clients.length === 0 ? ['disclosures'] : ['disclosures', 'case'],
      reasonId: permitId,
      ...(clients.length === 0
        ? {}
        : {
            disclosure: {
              on: today,
              recipient: { kind: 'other', reference: permitId },
              purpose: 'research',
              ground: { kind: 'provision', provision: '621/1999 28 §' },
            },
          }),
    },
    body: async () => {
      const blind = await blindIndex(services, actor.controller);
      const rows = await Promise.all(
        given.map(async ({ head: { clientId }, label }) => {
          const [file, closed] = await Promise.all([
            loadClientFile(services, actor.controller, clientId),
            allClosedCases(context, clientId),
          ]);
          const pseudonym = blind.researchPseudonym(permitId, clientId);
          return rowOf(permit, { pseudonym, birthYear: label.birthYear }, [
            ...(file?.cases ?? []),
            ...closed,
          ]);
        }),
      );
      // In the order of pseudonyms: that of the clients asked for would tell who is who.
      rows.sort((one, other) => (one.pseudonym < other.pseudonym ? -1 : 1));
      return { permitId, rows, leftOut: body.clientIds.length - rows.length };
    },
  };
}
