import { expect, test } from 'vitest';
import { definitionOf, listDefinitions } from '../../shared/documents/catalogue.ts';
import { SocialService } from '../../shared/domain/social-services.ts';
import { LocalDate } from '../../shared/kernel/local-date.ts';
import { setUpUnits } from '../../shared/setup.ts';
import { askToBook } from '../support/appointments.ts';
import { newClient } from '../support/case-notes.ts';
import { openedCase } from '../support/cases.ts';
import { PROFILES, worldOf } from '../support/controllers.ts';
import { leastSample } from '../support/document-sample.ts';
import { factsOf } from '../support/facts.ts';
import { adultsAssessment, assessed, done } from '../support/matters.ts';
import { inventedCode } from '../support/people.ts';

/**
 * What a notice calls the assessment of the need of care is two things. Hoidon tarpeen arviointi is health care, and its
 * documents belong to the patient register, which is not kept here (703/2023 18 §). Ours is the assessment of the need for
 * services of social welfare (1301/2014 36 §), of substance work in a national document of its own.
 */
const SUBSTANCE = '1.2.246.537.6.1506.1008';
const ADULTS = '1.2.246.537.6.1506.1012.2023.9.28';
const UNIT = 'Mielenterveys- ja päihdepalvelut';

test('in client guidance the need for substance services is assessed in its own national document, that for mental health services in the one of working-age people, and a time is booked in their unit [K-5.5]', async () => {
  const world = await worldOf(PROFILES.K);
  const { families: unitId } = world.units;
  const from = LocalDate.parse('2026-01-01');
  await setUpUnits(
    world.services,
    world.controller,
    [{ unitId, name: { fi: UNIT }, serviceTasks: [], from }],
    'test',
  );
  const worker = await world.worker('broadResponsibility', { serviceTasks: ['substance', 'workingAge'] });
  const code = inventedCode(LocalDate.parse('1980-05-05'));
  const clientId = await newClient(world, worker, { code });
  const definition = definitionOf(
    listDefinitions().findLast(({ typeOid }) => typeOid === SUBSTANCE)?.oid ?? SUBSTANCE,
  );
  if (definition === undefined) throw new Error('the national assessment of substance services is missing');
  const { asiakas: _, ...least } = Object(leastSample(definition)[definition.key]);
  const substance = {
    ...least,
    johtopaatokset_ja_jatkotoimet: {
      asiakkuuden_jatko: { asiakkuus_jatkuu: true },
      ammattihenkilon_johtopaatokset__asiakkaan_tilanteesta_seka_sosiaalipalvelujen_ja_erityisen_tuen_tarpeesta:
        'Tarvitsee päihde- ja riippuvuustyön erityisiä palveluja.',
      asiakas_tarvitsee_omatyontekijan: true,
    },
  };
  const works = [
    ['substance', definition.oid, { [definition.key]: substance }, 'specialSubstanceServices'],
    ['workingAge', ADULTS, adultsAssessment('Tarvitsee mielenterveyspalveluja.'), 'mentalHealthServices'],
  ] as const;
  for (const [nth, [task, definitionOid, content, service]] of works.entries()) {
    const caseId = await openedCase(world, worker, clientId, { serviceTasks: [task] });
    const documentId = await assessed(worker, clientId, {
      caseId,
      definitionOid,
      serviceTasks: [task],
      content,
      end: { result: 'need', specialSupport: false },
    });
    const read = await worker.call('GET', `/v1/documents/clients/${clientId}/documents/${documentId}`);
    expect(read.json).toMatchObject({ definitionOid, serviceTasks: [task], state: 'final' });
    const time = {
      serviceTasks: [task],
      socialServices: [SocialService.parse(service)],
      startsAt: `2026-11-2${5 + nth}T08:00:00.000Z`,
      endsAt: `2026-11-2${5 + nth}T09:00:00.000Z`,
    };
    done(await askToBook(world, worker, clientId, time));
  }
  const facts = await factsOf(world, '2026-11');
  for (const kind of ['assessmentReady', 'appointmentBooked']) {
    expect(facts.filter((fact) => fact.kind === kind).map(({ serviceTasks }) => serviceTasks)).toEqual(
      expect.arrayContaining([['substance'], ['workingAge']]),
    );
  }
});
