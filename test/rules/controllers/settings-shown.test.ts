import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SETTINGS } from '../../../shared/domain/controllers/settings/catalogue.ts';
import { projectRoot } from '../../support/source-files.ts';

const JOURNEYS = 'test/journeys';
const BOTH = `${JOURNEYS}/settings-both-ways.test.ts`;
const NOTICE = 'test/rules/notices/notice.test.ts';
const RULES = 'test/rules/controllers/settings-both-ways.test.ts';

/** Of each setting that leaves two behaviours: the tests, by words of their titles, that show the one and the other. */
const SHOWN: Readonly<Record<string, readonly (readonly [path: string, title: string])[]>> = {
  'C-01': [[`${JOURNEYS}/controllers.test.ts`, 'carries one of its municipalities, and of no other']],
  'C-02': [[BOTH, 'belongs to a part of the system']],
  'C-03': [
    [`${JOURNEYS}/promises-notice.test.ts`, 'their laws by number, as each writes them'],
    [
      `${JOURNEYS}/rights-in-three-counties.test.ts`,
      'granted only where the processing rests on public authority',
    ],
  ],
  'C-04': [[`${JOURNEYS}/use-permission.test.ts`, 'by the client’s permission or by the tie alone']],
  'C-05': [
    [`${JOURNEYS}/services.test.ts`, 'is opened in a case, begun, delivered'],
    [`${JOURNEYS}/services.test.ts`, 'is refused where the controller has not switched it on'],
  ],
  'C-06': [
    [`${JOURNEYS}/controllers-choices.test.ts`, 'in Loimaa marital status and occupation are recorded'],
    [`${JOURNEYS}/controllers-choices.test.ts`, 'neither marital status nor occupation'],
  ],
  'C-07': [
    [`${JOURNEYS}/controllers-chosen-or-not.test.ts`, 'is what the controller takes from there'],
    [`${JOURNEYS}/controllers-chosen-or-not.test.ts`, 'unless the controller says so'],
  ],
  'C-08': [[RULES, 'others are asked on the grounds']],
  'C-09': [
    [`${JOURNEYS}/disclosures-by-profile.test.ts`, 'itemised written request of an entitled authority alone'],
    [`${JOURNEYS}/disclosures-by-profile.test.ts`, 'to who has a right based on law'],
  ],
  'C-10': [
    [`${JOURNEYS}/disclosures-by-profile.test.ts`, 'itemised written request of an entitled authority alone'],
    [`${JOURNEYS}/disclosures-by-profile.test.ts`, 'to whom the client has consented'],
  ],
  'C-11': [
    [`${JOURNEYS}/disclosures-by-profile.test.ts`, 'sends nothing outside the EU and the EEA'],
    [`${JOURNEYS}/disclosures-by-profile.test.ts`, 'transfers to a third country by a named article'],
  ],
  'C-12': [
    [RULES, 'registers and systems'],
    [NOTICE, 'groups of data, job roles, parts and connections'],
  ],
  'C-13': [
    [`${JOURNEYS}/citizens-sign-in.test.ts`, 'a client comes in by strong identification alone'],
    [`${JOURNEYS}/citizens-sign-in.test.ts`, 'where the controller has no e-services the door is shut'],
  ],
  'C-15': [
    ['test/rules/sign-in/passwords.test.ts', 'is replaced on the day after'],
    ['test/rules/sign-in/passwords.test.ts', 'where the controller has promised nothing'],
  ],
  'C-16': [
    [`${JOURNEYS}/promises-commitment.test.ts`, 'no right is given before the commitment has been signed'],
    [`${JOURNEYS}/promises-commitment.test.ts`, 'a right is given without'],
    [`${JOURNEYS}/promises-instruction.test.ts`, 'on the instruction of the register’s responsible person'],
    [`${JOURNEYS}/promises-instruction.test.ts`, 'where supervisors propose'],
  ],
  'C-17': [
    [`${JOURNEYS}/main-user-scope.test.ts`, 'reads any file of the controller'],
    [`${JOURNEYS}/main-user-scope.test.ts`, 'is given no right to client data'],
  ],
  'C-18': [
    [`${JOURNEYS}/controllers-chosen-or-not.test.ts`, 'a deputy has a last day where the controller asks'],
  ],
  'C-19': [[`${JOURNEYS}/controllers-chosen-or-not.test.ts`, 'the report of supervision shows']],
  'C-20': [[`${JOURNEYS}/promises-retention.test.ts`, 'by its plan a case is due later than by the law']],
  'C-21': [
    [`${JOURNEYS}/data-subject-requests-of-loimaa.test.ts`, 'goes to the head, who alone decides'],
    [`${JOURNEYS}/data-subject-requests-of-others.test.ts`, 'in writing to the data-protection officer'],
  ],
  'C-22': [
    [`${JOURNEYS}/data-subject-requests-of-loimaa.test.ts`, 'nothing is given before identity is known'],
    [`${JOURNEYS}/data-subject-requests-of-others.test.ts`, 'identity on need'],
  ],
  'C-23': [[BOTH, 'listed by their age where they are answered without delay, else by their last day']],
  'C-24': [
    [`${JOURNEYS}/data-subject-requests-of-loimaa.test.ts`, 'is free once a year'],
    [`${JOURNEYS}/data-subject-requests-of-others.test.ts`, 'a further copy is charged by its costs'],
    [
      `${JOURNEYS}/data-subject-requests-of-uusikaupunki.test.ts`,
      'what is manifestly excessive is charged or refused',
    ],
  ],
  'C-25': [[RULES, 'a request is refused on the grounds']],
  'C-26': [
    [`${JOURNEYS}/controllers-choices.test.ts`, 'whom the controller has given the right corrects alone'],
    [`${JOURNEYS}/controllers-choices.test.ts`, 'in Joutsa any worker who notices an error'],
    [`${JOURNEYS}/controllers-choices.test.ts`, 'in a named person’s presence, and nobody else'],
  ],
  'C-28': [[RULES, 'erasure is judged, refused by law or referred']],
  'C-29': [[RULES, 'processing is restricted where']],
  'C-30': [[RULES, 'a refusal is the act of']],
  'C-32': [
    [`${JOURNEYS}/informing-of-unit.test.ts`, 'a supervisor sees who in the unit has not been told'],
    [`${JOURNEYS}/informing-of-unit.test.ts`, 'a controller that informs in another way'],
  ],
  'C-33': [
    [`${JOURNEYS}/papers.test.ts`, 'in Joutsa is a locked cabinet'],
    [`${JOURNEYS}/papers.test.ts`, 'is nowhere for a controller that says it has no paper'],
  ],
  'C-34': [
    [`${JOURNEYS}/bought-clients.test.ts`, 'with its annex where the controller requires one'],
    [`${JOURNEYS}/bought-clients.test.ts`, 'from nobody where no producer works for the controller'],
  ],
  'C-35': [[BOTH, 'payments and invoices are made elsewhere is told from the day']],
  'C-36': [[BOTH, 'payments and invoices are made elsewhere is told from the day']],
  'C-37': [
    [`${JOURNEYS}/statistics-uses.test.ts`, 'in Joutsa to THL and other authorities by a provision of law'],
    [`${JOURNEYS}/statistics-uses.test.ts`, 'in Keski-Uusimaa to national registers'],
  ],
  'C-38': [[BOTH, 'a plan is missing where the controller has one made']],
  'C-40': [[BOTH, 'where the controller has named one, and else to the office that it names']],
  'C-41': [
    [`${JOURNEYS}/research.test.ts`, 'of a grantor that the controller names'],
    [`${JOURNEYS}/research.test.ts`, 'can be granted by the controller’s authority or the Ministry'],
  ],
  'C-43': [
    [`${JOURNEYS}/notices.test.ts`, 'the notice of Loimaa is written, approved'],
    [`${JOURNEYS}/notices.test.ts`, 'in Joutsa nobody but the officer publishes'],
  ],
  'C-44': [[RULES, 'a matter arrives by the channels']],
  'C-45': [[`${JOURNEYS}/promises-commitment.test.ts`, 'whether the words signed bind after the employment']],
  'C-46': [[RULES, 'a bank is asked where']],
};

/** Of these there is one behaviour, whatever is chosen, and why. */
const ONE: Readonly<Record<string, string>> = {
  'C-14': 'the pool of users is set by the deployment: the order of the methods is told in the notice',
  'C-31': 'text of the notice and of each certificate',
  'C-42': 'the law gives it to every minor: always on',
};

test('each setting names the tests that show both behaviours, or says why there is one', () => {
  expect([...Object.keys(SHOWN), ...Object.keys(ONE)].toSorted()).toEqual(Object.keys(SETTINGS).toSorted());
  for (const [id, tests] of Object.entries(SHOWN)) {
    for (const [path, title] of tests) {
      const titles = readFileSync(join(projectRoot, path), 'utf8');
      expect([id, title, titles.includes(title)]).toEqual([id, title, true]);
    }
  }
});
