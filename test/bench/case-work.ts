import { addDays, LocalDate } from '../../shared/kernel/local-date.ts';
import { startedDeadline } from '../support/deadlines.ts';
import { asPdf, bytesOf, printsAt } from '../support/prints.ts';
import { readPdf } from '../support/read-pdf.ts';
import type { Worker } from '../support/world-over.ts';
import { deciding, issueDecision, preparedDecision } from './decision.ts';
import { draftOfForm, finaliseForm, finishedForm } from './form.ts';
import type { Operation } from './operation.ts';
import type { Measured } from './sample.ts';
import { expectStatus, newRelatedClient, type Stage } from './stage.ts';
import { ASKED, SUMMARIES, summariesOf } from './summaries.ts';

const PAGES_OF_FORM = 10;
const PAGES_OF_DECISION = 3;
const ROWS = 25;
const LINES_OF_GLANCE = 10;
const TIMES = 6;
const RECENTLY = LocalDate.parse('2026-11-18');
/** Late before any other time of the unit. */
const LONG_AGO = LocalDate.parse('2024-01-08');

/** A list that is not whole would be measured as a fast one. */
const reading = ({ worker }: Stage, path: string, list: string, length: number): Measured => ({
  async run() {
    const told = expectStatus(await worker.call('GET', path), 200);
    if (told.json[list]?.['length'] !== length) throw new Error('The page is not whole.');
    return told;
  },
});

/** Prints once to see that the whole document is there. */
async function printing(
  worker: Worker,
  { clientId }: Stage,
  documentId: string,
  pages: number,
): Promise<Measured> {
  const path = `${printsAt(clientId)}/documents/${documentId}`;
  const print = async () => expectStatus(await asPdf(worker, path), 200);
  const read = await readPdf(bytesOf(await print()));
  if (read.pages.length !== pages) throw new Error(`The print has ${read.pages.length} pages.`);
  return { run: print };
}

async function runningTimes({ world, clientId }: Stage): Promise<void> {
  for (let day = 0; day < TIMES; day += 1) {
    await startedDeadline(world, clientId, addDays(RECENTLY, day));
  }
  await world.drained();
}

/**
 * Reading in case work. Measured before anything is written: what a floor writes are copies that nobody can open, and
 * these would meet them.
 */
export const CASE_READING = {
  searchFile: {
    title: `search within a file, ${SUMMARIES} documents found`,
    seldom: 5,
    async prepare(stage) {
      const { worker, clientId } = stage;
      await summariesOf(stage);
      return {
        async run() {
          const body = { words: ASKED, limit: SUMMARIES };
          const told = expectStatus(
            await worker.call('POST', `/v1/search/clients/${clientId}`, { body }),
            200,
          );
          if (told.json['hits']?.['length'] !== SUMMARIES) throw new Error('The page is not whole.');
          return told;
        },
      };
    },
  },
  glance: {
    title: `file at a glance, ${LINES_OF_GLANCE} lines, ${TIMES} times running`,
    async prepare(stage) {
      await summariesOf(stage);
      await runningTimes(stage);
      return reading(stage, `/v1/client-file/${stage.clientId}/glance`, 'lines', LINES_OF_GLANCE);
    },
  },
  timeline: {
    title: `timeline page, ${ROWS} lines`,
    async prepare(stage) {
      await summariesOf(stage);
      const path = `/v1/client-file/${stage.clientId}/timeline?limit=${ROWS}`;
      return reading(stage, path, 'lines', ROWS);
    },
  },
  deadlinesOfUnit: {
    title: `late times of a unit, ${ROWS} rows`,
    async prepare(stage) {
      const { world, worker } = stage;
      for (let count = 0; count < ROWS; count += 1) {
        const { clientId } = await newRelatedClient(world, worker);
        await startedDeadline(world, clientId, LONG_AGO);
      }
      await world.drained();
      const path = `/v1/deadlines/units/${world.units.families}?list=late&limit=${ROWS}`;
      return reading(stage, path, 'deadlines', ROWS);
    },
  },
  printForm: {
    title: `print a large form as a PDF, ${PAGES_OF_FORM} pages`,
    seldom: 10,
    prepare: async (stage) => printing(stage.worker, stage, await finishedForm(stage), PAGES_OF_FORM),
  },
} satisfies Record<string, Operation>;

/** Documents made final, and what is printed of them. */
export const CASE_WRITING = {
  finaliseForm: {
    title: 'validate and finalise a large form',
    async prepare(stage) {
      let draft = '';
      return {
        async ready() {
          draft = await draftOfForm(stage);
        },
        run: () => finaliseForm(stage, draft),
      };
    },
  },
  issueDecision: {
    title: 'validate and finalise a decision',
    seldom: 2,
    async prepare(stage) {
      const office = await deciding(stage);
      let at = '';
      return {
        async ready() {
          at = await preparedDecision(stage, office);
        },
        run: () => issueDecision(office, at),
      };
    },
  },
  printDecision: {
    title: `print a decision as a PDF, ${PAGES_OF_DECISION} pages`,
    seldom: 5,
    async prepare(stage) {
      const office = await deciding(stage);
      const documentId = await issueDecision(office, await preparedDecision(stage, office));
      return printing(office.decider, stage, documentId, PAGES_OF_DECISION);
    },
  },
} satisfies Record<string, Operation>;
