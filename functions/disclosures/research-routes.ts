import * as z from 'zod';
import { RESEARCH_ACTIONS } from '../../shared/access/actions/research.ts';
import { RESEARCH_REFUSALS } from '../../shared/domain/disclosures/refusals.ts';
import { PageQuery } from '../../shared/http/paging.ts';
import { type Route, read, write } from '../../shared/http/route.ts';
import { ResearchPermitId } from '../../shared/kernel/id.ts';
import { COMMON_REFUSALS } from '../../shared/kernel/refusal.ts';
import { ExtractOrder, extractForResearch, ResearchExtract } from './extract-for-research.ts';
import { PopulationQuery, ResearchPopulation, readPopulation } from './read-population.ts';
import {
  endResearchPermit,
  listResearchPermits,
  RecordResearchPermit,
  ResearchPermitChanged,
  ResearchPermits,
  recordResearchPermit,
} from './research-permits.ts';

const AT = '/v1/disclosures/research-permits';
const OnePermit = z.strictObject({ permitId: ResearchPermitId });

const permit: z.input<typeof RecordResearchPermit> = {
  grantor: 'controllerAuthority',
  grantedOn: '2026-11-01',
  period: { from: '2026-11-01', to: '2027-10-31' },
  serviceTasks: ['families'],
  data: ['birthYear', 'serviceTasks', 'openedMonth', 'state'],
  cases: { from: '2024-01-01', to: '2026-10-31' },
  readers: ['01KBN4PZ00000000000000000A'],
  study: 'Perhetyön vaikuttavuus, Esimerkkiyliopisto',
  decision: 'Sosiaalijohtaja 1.11.2026 § 12',
};

/** Research permits, and what is given by them. */
export const researchRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: AT,
    action: RESEARCH_ACTIONS.record,
    event: 'ResearchPermitRecorded',
    summary:
      'Records a research permit that an authority has granted: data, readers, conditions and last day.',
    writes: 'creates',
    body: RecordResearchPermit,
    returns: ResearchPermitChanged,
    refusals: [RESEARCH_REFUSALS.notValid],
    example: permit,
    handle: recordResearchPermit,
  }),
  read({
    method: 'GET',
    path: AT,
    action: RESEARCH_ACTIONS.list,
    event: 'ResearchPermitsListed',
    summary: "The controller's research permits, those that have ended too.",
    query: PageQuery,
    returns: ResearchPermits,
    handle: listResearchPermits,
  }),
  write({
    method: 'POST',
    path: `${AT}/{permitId}/end`,
    action: RESEARCH_ACTIONS.end,
    event: 'ResearchPermitEnded',
    summary: 'Ends a permit before its last day: nothing is given by it from this moment.',
    writes: 'changes',
    params: OnePermit,
    returns: ResearchPermitChanged,
    refusals: [COMMON_REFUSALS.notFound, RESEARCH_REFUSALS.notInForce],
    handle: endResearchPermit,
  }),
  read({
    method: 'POST',
    path: `${AT}/{permitId}/extract`,
    action: RESEARCH_ACTIONS.extract,
    event: 'ResearchDataExtracted',
    discloses: true,
    summary: 'What a permit in force names of these persons’ cases, under pseudonyms of its own.',
    params: OnePermit,
    body: ExtractOrder,
    returns: ResearchExtract,
    refusals: [COMMON_REFUSALS.notFound, RESEARCH_REFUSALS.notInForce, RESEARCH_REFUSALS.notReader],
    example: { clientIds: ['01KBN4PZ00000000000000000A'] },
    handle: extractForResearch,
  }),
  read({
    method: 'GET',
    path: `${AT}/{permitId}/population`,
    action: RESEARCH_ACTIONS.population,
    event: 'ResearchPopulationExtracted',
    discloses: true,
    summary: 'The next part of the study population that a permit declares, under pseudonyms of its own.',
    params: OnePermit,
    query: PopulationQuery,
    returns: ResearchPopulation,
    refusals: [
      COMMON_REFUSALS.notFound,
      RESEARCH_REFUSALS.notInForce,
      RESEARCH_REFUSALS.notReader,
      RESEARCH_REFUSALS.noPopulation,
    ],
    handle: readPopulation,
  }),
];
