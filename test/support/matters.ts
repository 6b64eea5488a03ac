import { expect } from 'vitest';
import * as z from 'zod';
import type { ClientId } from '../../shared/kernel/id.ts';
import { asPdf, bytesOf, printsAt } from './prints.ts';
import { readPdf } from './read-pdf.ts';
import type { Told, Worker, World } from './world.ts';

/** What a whole matter is held to on its way and at its end, as officials see it over the API. */

/** What was asked was done. @returns the answer. @throws Error that says what was refused, and why. */
export function done(told: Told): Told['json'] {
  if (told.status >= 300) throw new Error(`${told.status} ${told.body ?? ''}`);
  return told.json;
}

const Glance = z.looseObject({
  cases: z.array(z.looseObject({ caseId: z.string(), name: z.string() })),
  underWay: z.record(z.string(), z.array(z.looseObject({}))),
  lines: z.array(z.looseObject({ what: z.string() })),
});

export const glanceOf = async (worker: Worker, clientId: ClientId): Promise<z.infer<typeof Glance>> =>
  Glance.parse(done(await worker.call('GET', `/v1/client-file/${clientId}/glance`)));

/** The kinds of things that are under way, with how many there are of each. */
export async function underWay(worker: Worker, clientId: ClientId): Promise<Record<string, number>> {
  const parts = Object.entries((await glanceOf(worker, clientId)).underWay);
  return Object.fromEntries(
    parts.map(([kind, items]) => [kind, items.length]).filter(([, count]) => count !== 0),
  );
}

const Times = z.object({
  deadlines: z.array(z.looseObject({ deadlineId: z.string(), rule: z.string(), state: z.string() })),
});

/** How each time of the law stands in the file, by its rule. */
export async function timesOfFile(worker: Worker, clientId: ClientId): Promise<Record<string, string>> {
  const told = await Promise.all(
    ['', '?ended=true'].map((query) => worker.call('GET', `/v1/deadlines/clients/${clientId}${query}`)),
  );
  const all = told.flatMap((one) => Times.parse(done(one)).deadlines);
  return Object.fromEntries(all.map(({ rule, state }) => [rule, state]));
}

/** What a document says in its print: a PDF with its text in order. */
export async function pdfText(worker: Worker, clientId: ClientId, documentId: string): Promise<string> {
  const told = await asPdf(worker, `${printsAt(clientId)}/documents/${documentId}`);
  expect(told.headers['content-type']).toBe('application/pdf');
  return (await readPdf(bytesOf(told))).structure.join('\n');
}

const Documents = z.object({
  documents: z.array(z.looseObject({ documentId: z.string(), documentType: z.string(), state: z.string() })),
});

/** The documents of a file. */
export async function documentsOf(
  worker: Worker,
  clientId: ClientId,
): Promise<z.infer<typeof Documents>['documents']> {
  const told = await worker.call('GET', `/v1/documents/clients/${clientId}/documents`);
  return Documents.parse(done(told)).documents;
}

const Lines = z.object({
  lines: z.array(z.looseObject({ eventName: z.string(), clients: z.array(z.string()) })),
  next: z.string().optional(),
});

/** What the client's log says has been done in the file, each act once, and nothing of another client's. */
export async function actsOf(world: World, clientId: ClientId): Promise<Set<string>> {
  const officer = await world.worker('dataProtectionOfficer', {
    unitIds: [],
    specialRights: ['readAccessLog'],
  });
  world.clock.advance(1);
  const acts = new Set<string>();
  let cursor: string | undefined;
  do {
    const query = cursor === undefined ? '' : `?cursor=${cursor}`;
    const page = Lines.parse(done(await officer.call('GET', `/v1/access-log/clients/${clientId}${query}`)));
    for (const { eventName, clients } of page.lines) {
      acts.add(eventName);
      expect(clients).toEqual([clientId]);
    }
    cursor = page.next;
  } while (cursor !== undefined);
  return acts;
}

/** A draft of an assessment of service needs in its case, and the assessment begun and made final with its result. */
export async function assessed(
  worker: Worker,
  clientId: ClientId,
  of: { caseId: string; definitionOid: string; serviceTasks: string[]; content: object; end: object },
): Promise<string> {
  const { caseId, definitionOid, serviceTasks, content, end } = of;
  const all = `/v1/assessments/clients/${clientId}/assessments`;
  const begun = done(
    await worker.call('POST', all, { body: { caseId, responsibleWorkerId: worker.userId } }),
  );
  const draft = done(
    await worker.call('POST', `/v1/documents/clients/${clientId}/drafts`, {
      body: { definitionOid, caseId, serviceTasks, content },
    }),
  );
  const finished = done(
    await worker.call('POST', `${all}/${String(begun['assessmentId'])}/finish`, {
      version: 1,
      body: { draftId: draft['draftId'], draftVersion: 1, ...end },
    }),
  );
  return String(finished['documentId']);
}

/** How a child and family's needs were assessed, as the national document asks. */
export const childsAssessment = (conclusions: string) => ({
  lapsen_ja_perheen_palvelutarpeen_arvio: {
    asian_vireilletuloa_koskevat_tiedot: { vireilletulopaiva: '2026-11-24' },
    palvelutarpeen_arviointia_koskevat_tiedot: {
      palvelutarpeen_arvioinnin_aloittamispaiva: '2026-11-24',
      asiakkaalla_on_oikeus_erityiseen_tukeen: true,
    },
    johtopaatokset_ja_jatkotoimet: {
      asiakkuuden_jatko: { asiakkuus_jatkuu: true },
      ammattihenkilon_johtopaatokset_asiakkaan_tilanteesta_seka_sosiaalipalvelujen_ja_erityisen_tuen_tarpeesta:
        conclusions,
      lastensuojelun_tarve: {
        sosiaalityontekijan_yhteenveto_ja_johtopaatokset_lastensuojelun_tarpeesta: conclusions,
      },
      asiakas_tarvitsee_omatyontekijan: true,
    },
  },
});

/** The same of an adult of working age. */
export const adultsAssessment = (conclusions: string) => ({
  tyoikaisten_palvelutarpeen_arvio: {
    johtopaatokset_ja_jatkotoimet: {
      asiakkuuden_jatko: { asiakkuus_jatkuu: true },
      asiakas_tarvitsee_omatyontekijan: true,
      ammattihenkilon_johtopaatokset__asiakkaan_tilanteesta_seka_sosiaalipalvelujen_ja_erityisen_tuen_tarpeesta:
        conclusions,
    },
  },
});

/** The persons a decision concerns, by their first role. */
export async function concernedBy(worker: Worker, decision: string): Promise<Record<string, string>> {
  const Concerned = z.array(z.looseObject({ concernedId: z.string(), roles: z.array(z.string()) }));
  const all = Concerned.parse(done(await worker.call('GET', decision))['concerned']);
  return Object.fromEntries(all.map(({ concernedId, roles }) => [roles[0] ?? '', concernedId]));
}
