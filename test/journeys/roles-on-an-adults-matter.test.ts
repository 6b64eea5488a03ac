import { beforeAll, describe, expect, test } from 'vitest';
import { ServiceTask } from '../../shared/domain/service-tasks.ts';
import { adultsMatter } from '../support/adults-matter.ts';
import { bought } from '../support/bought.ts';
import { openedCase } from '../support/cases.ts';
import { type Door, doorsOfTexts } from '../support/doors-of-matter.ts';
import { type Reader, reader, seenAndGiven, tableOf, workersOf } from '../support/rights-table.ts';
import { type Matter, noted } from '../support/whole-matter.ts';
import type { Worker } from '../support/world.ts';

/** Decree 457/2024 on the matter of an adult who asked for social assistance and has services for disabled people. */

const ASSISTANCE = { services: ['personalAssistance' as const], serviceTasks: ['disability' as const] };

const READERS: Readonly<Record<string, Reader>> = {
  BRO: reader('broadResponsibility', { serviceTasks: [...ServiceTask.options] }),
  CHI: reader('childsResponsibleWorker', { serviceTasks: ['childWelfare'] }),
  // 13 §: services of working age, of disabled people, of substance abuse
  ARW: reader('arranging', { serviceTasks: ['workingAge'] }),
  ARD: reader('arranging', { serviceTasks: ['disability'] }),
  ARS: reader('arranging', { serviceTasks: ['substance'] }),
  CWS: reader('childWelfareSupervisor', { serviceTasks: ['familyLaw'] }),
  // 15 §: social assistance in all tasks; personal assistance alone, and with what is related to it; home care
  SOC: reader('implementing', { serviceTasks: ['workingAge'], services: ['socialAssistance'] }),
  PEA: reader('implementing', ASSISTANCE),
  REL: reader('implementing', { ...ASSISTANCE, relatedServices: ['housingSupport'] }),
  HOM: reader('implementing', { serviceTasks: ['older'], services: ['homeCare'] }),
  PRI: reader('privateImplementing', ASSISTANCE),
  // 17 §: payments, invoicing, the registry
  PAY: reader('administrative', { serviceTasks: ['workingAge'], duties: ['payments'] }),
  INV: reader('administrative', { serviceTasks: ['workingAge'], duties: ['invoicing'] }),
  REG: reader('administrative', { serviceTasks: ['workingAge'], duties: ['caseRegistry'] }),
};

// biome-ignore format: a table
const documents = tableOf(`
                          BRO CHI ARW ARD ARS CWS SOC PEA REL HOM PRI PAY INV REG
application                x   x   x   x   x   x   .   .   .   .   .   x   x   x
assessment                 x   x   x   x   x   x   x   .   .   .   .   .   .   .
aid                        x   x   x   x   x   x   x   .   .   .   .   x   x   x
ofDisability               x   x   .   x   .   .   .   .   .   .   .   .   .   x
ofBoth                     x   x   .   x   .   .   .   .   .   .   .   .   .   x
ofAssistance               x   x   .   x   .   .   .   x   x   .   x   .   .   x
`);
// biome-ignore format: a table
const entries = tableOf(`
                          BRO CHI ARW ARD ARS CWS SOC PEA REL HOM PRI PAY INV REG
money                      x   x   x   x   x   x   x   .   .   .   .   .   .   .
moneyOfOlder               x   x   x   x   x   .   x   .   .   .   .   .   .   .
needs                      x   x   .   x   .   .   .   .   .   .   .   .   .   .
assistance                 x   x   .   x   .   .   .   x   x   .   x   .   .   .
housing                    x   x   .   x   .   .   .   .   x   .   .   .   .   .
substance                  x   x   .   .   x   .   .   .   .   .   .   .   .   .
bothTasks                  x   x   .   x   .   .   .   .   .   .   .   .   .   .
`);

let matter: Matter;
let workerOf: (name: string) => Worker;

beforeAll(async () => {
  matter = await adultsMatter();
  const { world, worker } = matter;
  const ofDisabled = { name: 'Vammaispalvelut', serviceTasks: ['disability'] };
  const caseId = await openedCase(world, worker, matter.clientId, ofDisabled);
  const personal = { serviceTask: 'disability', socialService: 'personalAssistance' };
  const providerId = await bought(world, worker, { clientId: matter.clientId, caseId, ...personal });
  workerOf = await workersOf(world, READERS, providerId);
  const { clientId, ids } = matter;
  const carriedOut = (task: string) => ({ serviceTasks: [task], phase: 'implementing' });
  const of = (service: string) => ({ socialServices: [service] });
  const by = workerOf('BRO');
  ids['money'] = await noted(workerOf('SOC'), clientId, carriedOut('workingAge'), of('socialAssistance'));
  ids['moneyOfOlder'] = await noted(by, clientId, carriedOut('older'), of('socialAssistance'));
  ids['needs'] = await noted(by, clientId, { serviceTasks: ['disability'] });
  ids['assistance'] = await noted(
    workerOf('PEA'),
    clientId,
    carriedOut('disability'),
    of('personalAssistance'),
  );
  ids['housing'] = await noted(by, clientId, carriedOut('disability'), of('housingSupport'));
  ids['substance'] = await noted(by, clientId, { serviceTasks: ['substance'] });
  ids['bothTasks'] = await noted(by, clientId, { serviceTasks: ['workingAge', 'disability'] });
  await matter.world.drained();
});

describe('what a worker may know of an adult’s matter', () => {
  test.each(Object.keys(READERS))(
    '%s sees through every door what the decree gives, and no sign of the rest [U-9.5, U-9.7, L-9.9]',
    async (name) => {
      const doors: Record<string, Door> = doorsOfTexts(matter, documents.names, entries.names);
      const of = { matter, doors, tables: [documents, entries] };
      const { seen, given } = await seenAndGiven(workerOf(name), name, of);
      expect(seen).toEqual(given);
    },
  );
});
