import { beforeAll, describe, expect, test } from 'vitest';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { bought } from '../support/bought.ts';
import { childsMatter } from '../support/childs-matter.ts';
import { type Door, doorsBeside, doorsOfTexts } from '../support/doors-of-matter.ts';
import { type Reader, reader, seenAndGiven, tableOf, workersOf } from '../support/rights-table.ts';
import { type Matter, noted } from '../support/whole-matter.ts';
import type { GrantOverrides, Worker } from '../support/world.ts';

/**
 * Decree 457/2024 on one real matter. The table is written from the decree, a column for a worker and a row for what the
 * matter left in the child's file: x where the worker may know of it. Every cell is asked through every door.
 */

const OF_CHILDREN: GrantOverrides = { serviceTasks: ['childWelfare'] };
const FAMILY_WORK: GrantOverrides = { ...OF_CHILDREN, services: ['familyWork'] };

const READERS: Readonly<Record<string, Reader>> = {
  // 12 § 1 mom., laaja asiakasvastuu; 2 mom., lapsen asioista vastaava
  BRO: reader('broadResponsibility', { serviceTasks: [...ServiceTask.options] }),
  CHI: reader('childsResponsibleWorker', OF_CHILDREN),
  // 13 §, järjestäminen: of child welfare, of working age, of family law
  ARC: reader('arranging', OF_CHILDREN),
  ARW: reader('arranging', { serviceTasks: ['workingAge'] }),
  ARF: reader('arranging', { serviceTasks: ['familyLaw'] }),
  // 14 §, lastenvalvoja: without and with the duties of its 2nd subsection
  CWS: reader('childWelfareSupervisor', { serviceTasks: ['familyLaw', 'families'] }),
  CWR: reader('childWelfareSupervisor', {
    serviceTasks: ['familyLaw', 'childWelfare'],
    duties: ['custodyReports'],
  }),
  // 15 §, toteutus: family work, family counselling, a shelter, mediation, adoption counselling, home care
  FAM: reader('implementing', FAMILY_WORK),
  THE: reader('implementing', { serviceTasks: ['families'], services: ['familyCounselling'] }),
  SHE: reader('implementing', { serviceTasks: ['families'], services: ['shelter'] }),
  MED: reader('implementing', { serviceTasks: ['familyLaw'], services: ['familyMediation'] }),
  ADO: reader('implementing', { serviceTasks: ['families'], services: ['adoptionCounselling'] }),
  HOM: reader('implementing', { serviceTasks: ['older'], services: ['homeCare'] }),
  // 17 §, hallinnolliset tehtävät: payments, requests for information, no duty at all
  PAY: reader('administrative', { ...OF_CHILDREN, duties: ['payments'] }),
  INF: reader('administrative', { ...OF_CHILDREN, duties: ['informationRequests'] }),
  NON: reader('administrative', OF_CHILDREN),
  // 16 § and 17 §, yksityinen sosiaalihuolto
  PRA: reader('privateArranging', FAMILY_WORK),
  PRI: reader('privateImplementing', FAMILY_WORK),
  PRP: reader('privateAdministrative', { ...FAMILY_WORK, duties: ['payments'] }),
};

// biome-ignore format: a table
const DOCUMENTS = `
                          BRO CHI ARC ARW ARF CWS CWR FAM THE SHE MED ADO HOM PAY INF NON PRA PRI PRP
notification               x   x   x   .   .   .   x   .   .   .   .   x   .   .   x   .   .   .   .
assessment                 x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
clientPlan                 x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
carryingOut                x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
decision                   x   x   x   .   .   .   x   x   .   .   .   x   .   x   x   .   .   .   x
contract                   x   x   x   .   .   .   x   .   .   .   .   x   .   x   x   .   x   x   x
`;
const ENTRIES = `
                          BRO CHI ARC ARW ARF CWS CWR FAM THE SHE MED ADO HOM PAY INF NON PRA PRI PRP
arranged                   x   x   x   .   .   .   x   .   .   .   .   x   .   .   x   .   .   .   .
ofService                  x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
families                   x   x   x   x   x   x   x   .   .   .   .   x   .   .   x   .   .   .   .
several                    x   x   x   .   .   .   x   .   .   .   .   x   .   .   x   .   .   .   .
familyLaw                  x   x   .   .   x   x   x   .   .   .   .   .   .   .   x   .   .   .   .
therapy                    .   .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .
examination                .   .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .   .
shelter                    .   x   .   .   .   .   .   .   .   x   .   .   .   .   .   .   .   .   .
wayToShelter               x   x   x   x   x   x   x   .   .   x   .   x   .   .   x   .   .   .   .
mediation                  .   .   .   .   x   .   .   .   .   .   x   .   .   .   .   .   .   .   .
`;
/** What stands beside them goes by what it belongs to; times, tasks and appointments are known in one's own task. */
const BESIDE = `
                          BRO CHI ARC ARW ARF CWS CWR FAM THE SHE MED ADO HOM PAY INF NON PRA PRI PRP
attachment                 x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
paper                      x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
appointment                x   x   x   .   .   .   x   x   .   .   .   x   .   x   x   x   x   x   x
task                       x   x   x   .   .   .   x   x   .   .   .   .   .   .   .   .   x   x   .
times                      x   x   x   .   .   .   x   x   .   .   .   .   .   .   .   .   x   x   .
decision’s course          x   x   x   .   .   .   x   x   .   .   .   x   .   x   x   .   .   .   x
copies                     x   x   x   .   .   .   x   .   .   .   .   x   .   x   x   .   .   .   x
plan of the child          x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
plan of the work           x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
service                    x   x   x   .   .   .   x   x   .   .   .   x   .   .   x   .   x   x   .
course of the assessment   x   x   x   .   .   .   x   x   .   .   .   x   .   .   .   .   .   .   .
matter                     x   x   x   .   .   .   x   .   .   .   .   x   .   .   x   .   .   .   .
matter, whole              x   x   x   .   .   .   x   .   .   .   .   x   .   .   .   .   .   .   .
draft                      .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .   .
case of the unit           x   x   x   .   .   .   x   x   .   .   .   .   .   .   .   .   .   .   .
task of the unit           x   x   x   .   .   .   x   x   .   .   .   .   .   .   .   .   .   .   .
reviews of the unit        x   x   x   .   .   .   x   x   .   .   .   .   .   .   .   .   .   .   .
service of the unit        x   x   x   .   .   .   x   x   .   .   .   .   .   .   .   .   .   .   .
`;

const documents = tableOf(DOCUMENTS);
const entries = tableOf(ENTRIES);
const beside = tableOf(BESIDE);

let matter: Matter;
let workerOf: (name: string) => Worker;

beforeAll(async () => {
  matter = await childsMatter();
  const { world, clientId, ids } = matter;
  const work = { serviceTask: 'childWelfare', socialService: 'familyWork' };
  const providerId = await bought(world, matter.worker, { clientId, caseId: matter.caseId, ...work });
  workerOf = await workersOf(world, READERS, providerId);
  const counselling = { socialServices: ['familyCounselling'] };
  ids['therapy'] = await noted(workerOf('THE'), clientId, { entryType: 'therapeuticWork' }, counselling);
  ids['examination'] = await noted(workerOf('THE'), clientId, { entryType: 'examination' }, counselling);
  ids['shelter'] = await noted(workerOf('SHE'), clientId, {}, { socialServices: ['shelter'] });
  const before = { phase: 'arranging', chosenSensitivity: 'shelter' };
  ids['wayToShelter'] = await noted(workerOf('BRO'), clientId, before, { socialServices: ['shelter'] });
  const familyLaw = { serviceTasks: ['familyLaw'] };
  ids['mediation'] = await noted(workerOf('MED'), clientId, familyLaw, {
    socialServices: ['familyMediation'],
  });
  await world.drained();
}, 180_000);

const doorsOf = (): Record<string, Door> => ({
  ...doorsOfTexts(matter, documents.names, entries.names),
  ...doorsBeside(matter),
});

describe('what a worker may know of a child’s matter', () => {
  test.each(Object.keys(READERS))(
    '%s sees through every door what the decree gives, and no sign of the rest [U-9.4, U-9.5]',
    async (name) => {
      const of = { matter, doors: doorsOf(), tables: [documents, entries, beside] };
      const { seen, given } = await seenAndGiven(workerOf(name), name, of);
      expect(seen).toEqual(given);
    },
  );
});

test('every row of the tables lies behind a door', () => {
  const asked = new Set(Object.values(doorsOf()).flatMap(({ names }) => names));
  expect([...asked].toSorted()).toEqual([...documents.names, ...entries.names, ...beside.names].toSorted());
  expect([...asked].filter((row) => matter.ids[row] === undefined)).toEqual([]);
});
