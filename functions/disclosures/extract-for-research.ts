import * as z from 'zod';
import { isPermitted } from '../../shared/access/client-permission.ts';
import { listedClients } from '../../shared/access/listed-clients.ts';
import type { ActContext, LinePart, Reading } from '../../shared/act.ts';
import { blindIndex } from '../../shared/crypto/blind-index.ts';
import type { CaseHead } from '../../shared/domain/cases/model.ts';
import { allClosedCases } from '../../shared/domain/cases/store.ts';
import { loadClientFile } from '../../shared/domain/clients/file.ts';
import { settingsOf } from '../../shared/domain/controllers/settings-cache.ts';
import { allUnits } from '../../shared/domain/controllers/store.ts';
import {
  type Clienthood,
  clienthoodOf,
  isOfPopulation,
  unitsOf,
} from '../../shared/domain/disclosures/population.ts';
import { RESEARCH_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import {
  isPermitInForce,
  isReader,
  type ResearchPermit,
  ResearchRow,
  rowOf,
} from '../../shared/domain/disclosures/research.ts';
import { loadResearchPermit } from '../../shared/domain/disclosures/research-store.ts';
import { ClientId, ResearchPermitId, type UnitId } from '../../shared/kernel/id.ts';
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
    /** Restricted and merged files, whose permission the controller asks for and has not got, and whom the permit is not about. */
    leftOut: z.int(),
  })
  .meta({ id: 'ResearchExtract' });

/** @throws Refusal not found; `research.notInForce`; `research.notReader` for whom the permit does not name. */
export async function permitInForce(
  context: ActContext,
  permitId: ResearchPermitId,
): Promise<ResearchPermit> {
  const permit = await loadResearchPermit(context, permitId);
  if (permit === undefined) throw new Refusal(COMMON_REFUSALS.notFound);
  if (!isPermitInForce(permit, context.today)) throw new Refusal(RESEARCH_REFUSALS.notInForce);
  if (!isReader(permit, context.actor.userId)) throw new Refusal(RESEARCH_REFUSALS.notReader);
  return permit;
}

/** The units whose cases the permit is about. */
export async function unitsWithin(context: ActContext, permit: ResearchPermit): Promise<UnitId[]> {
  const { services, actor } = context;
  const [units, { controller }] = await Promise.all([
    allUnits(context),
    settingsOf(services, actor.controller),
  ]);
  return unitsOf(
    permit,
    units.map(({ unit }) => unit),
    controller.municipalities,
  );
}

/** Somebody whose data may be given, with all cases. */
export type Person = {
  clientId: ClientId;
  birthYear: number | undefined;
  cases: CaseHead[];
  /** Whose client it is, and since when. */
  of: Clienthood;
};

/** Those of these clients whose data may be given; restricted and merged files, and those who have not permitted, may not. */
export async function personsOf(
  context: ActContext,
  clientIds: readonly ClientId[],
): Promise<{ persons: Person[]; leftOut: number }> {
  const { services, actor, today } = context;
  const [listed, { access }] = await Promise.all([
    listedClients(context, clientIds),
    settingsOf(services, actor.controller),
  ]);
  const given = [...listed.values()].filter(
    ({ head }) => !access.requireClientPermission || isPermitted(head, today),
  );
  const persons = await Promise.all(
    given.map(async ({ head, label: { birthYear } }) => {
      const { clientId } = head;
      const [file, closed] = await Promise.all([
        loadClientFile(services, actor.controller, clientId),
        allClosedCases(context, clientId),
      ]);
      return { clientId, birthYear, cases: [...(file?.cases ?? []), ...closed], of: clienthoodOf(head) };
    }),
  );
  return { persons, leftOut: new Set(clientIds).size - persons.length };
}

/** Each person is named, so that a client sees it in the own log; it is of the disclosure log. */
export const lineOfExtract = (
  { today }: ActContext,
  { permitId, version }: ResearchPermit,
  persons: readonly Person[],
): LinePart => ({
  clients: persons.map(({ clientId }) => clientId),
  resources: [
    { kind: 'researchPermit', id: permitId, version },
    ...persons.map(({ clientId: id }) => ({ kind: 'client' as const, id })),
  ],
  dataGroups: persons.length === 0 ? ['disclosures'] : ['disclosures', 'case'],
  reasonId: permitId,
  ...(persons.length === 0
    ? {}
    : {
        disclosure: {
          on: today,
          recipient: { kind: 'other', reference: permitId },
          purpose: 'research',
          ground: { kind: 'provision', provision: '621/1999 28 §' },
        },
      }),
});

/** In the order of pseudonyms: that of the clients would tell who is who. */
export async function rowsFor(
  { services, actor }: ActContext,
  permit: ResearchPermit,
  persons: readonly Person[],
): Promise<ResearchRow[]> {
  const blind = await blindIndex(services, actor.controller);
  return persons
    .map(({ clientId, birthYear, cases }) =>
      rowOf(permit, { pseudonym: blind.researchPseudonym(permit.permitId, clientId), birthYear }, cases),
    )
    .toSorted((one, other) => (one.pseudonym < other.pseudonym ? -1 : 1));
}

/**
 * What the permit names of these persons' cases, under pseudonyms of this permit's own: no name, no code, no words and
 * no day. Whom a declared population leaves out is not given by being named.
 */
export async function extractForResearch(
  context: ActContext,
  { params, body }: { params: { permitId: ResearchPermitId }; body: z.infer<typeof ExtractOrder> },
): Promise<Reading<z.infer<typeof ResearchExtract>>> {
  const permit = await permitInForce(context, params.permitId);
  const [found, within] = await Promise.all([
    personsOf(context, body.clientIds),
    permit.population === undefined ? [] : unitsWithin(context, permit),
  ]);
  const units = new Set(within);
  const persons = found.persons.filter((person) => isOfPopulation(permit, person, units));
  return {
    line: lineOfExtract(context, permit, persons),
    body: async () => ({
      permitId: permit.permitId,
      rows: await rowsFor(context, permit, persons),
      leftOut: body.clientIds.length - persons.length,
    }),
  };
}
