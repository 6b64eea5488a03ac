import { describe, expect, it } from 'vitest';
import { JOB_ROLES, JobRole } from '../../../shared/access/job-roles.ts';
import {
  type MatrixGrant,
  type MatrixItem,
  mayUse,
  visibilityClassesOf,
} from '../../../shared/access/matrix.ts';
import { DocumentKind, ProcessPhase, Sensitivity } from '../../../shared/domain/entry-class.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import type { SocialService } from '../../../shared/domain/social-services.ts';
import { LocalDate } from '../../../shared/kernel/local-date.ts';

const ON = LocalDate.parse('2026-11-24');

type Cell = Required<Pick<MatrixItem, 'serviceTask' | 'sensitivity' | 'kind' | 'phase' | 'service'>>;

/** An ordinary service, and those the decree names. */
const SERVICES: readonly SocialService[] = [
  'socialGuidance',
  'personalAssistance',
  'specialCare',
  'informalCareSupport',
  'socialAssistance',
  'financialCapacity',
  'socialCredit',
  'shelter',
  'adoptionCounselling',
  'familyMediation',
];

const PROTECTED: Partial<Record<Sensitivity, SocialService>> = {
  shelter: 'shelter',
  familyMediation: 'familyMediation',
};

/** Every cell in which mark and service do not contradict one another. */
const CELLS: readonly Cell[] = ServiceTask.options.flatMap((serviceTask) =>
  Sensitivity.options.flatMap((sensitivity) =>
    DocumentKind.options.flatMap((kind) =>
      ProcessPhase.options.flatMap((phase) => {
        const marked = PROTECTED[sensitivity];
        const services = marked
          ? [marked]
          : SERVICES.filter((one) => one !== 'shelter' && one !== 'familyMediation');
        return services.map((service) => ({ serviceTask, sensitivity, kind, phase, service }));
      }),
    ),
  ),
);

const spell = (cell: Cell): string => Object.values(cell).join(' / ');

/** The cells a grant may use, against the cells the section gives: both as texts, so that a failure names them. */
function expectExactly(grant: MatrixGrant, expected: (cell: Cell) => boolean): void {
  const given = CELLS.filter((cell) => mayUse(grant, cell, ON).allowed).map(spell);
  const right = CELLS.filter(expected).map(spell);
  expect(given.filter((cell) => !right.includes(cell)).slice(0, 10), 'too much').toEqual([]);
  expect(right.filter((cell) => !given.includes(cell)).slice(0, 10), 'too little').toEqual([]);
}

const isTherapyOrExamination = ({ sensitivity }: Cell): boolean =>
  sensitivity === 'therapy' || sensitivity === 'examination';
const isImplementingOf = (cell: Cell, ...services: ('shelter' | 'familyMediation')[]): boolean =>
  cell.phase === 'implementing' && services.some((service) => service === cell.sensitivity);

const grantOf = (role: JobRole, more: Partial<MatrixGrant> = {}): MatrixGrant => ({
  role,
  serviceTasks: [],
  ...more,
});

describe('12 § Laajan asiakasvastuun tehtävä', () => {
  it('"asiakkuustietoihin sekä kaikkiin palvelutehtäviin kuuluviin asiakastietoihin", but not mediation, shelter, therapy or examination', () => {
    expectExactly(
      grantOf('broadResponsibility'),
      (cell) => !isTherapyOrExamination(cell) && !isImplementingOf(cell, 'familyMediation', 'shelter'),
    );
  });

  it('"lapsen asioista vastaavan sosiaalityöntekijän ja lastensuojelun johtavan viranhaltijan tehtävissä" shelter is not excepted', () => {
    expectExactly(
      grantOf('childsResponsibleWorker'),
      (cell) => !isTherapyOrExamination(cell) && !isImplementingOf(cell, 'familyMediation'),
    );
  });

  it('names the moment that forbids', () => {
    const note = { serviceTask: 'families', kind: 'caseNote', phase: 'implementing' } as const;
    expect(mayUse(grantOf('broadResponsibility'), { ...note, sensitivity: 'shelter' }, ON)).toEqual({
      allowed: false,
      provision: '457/2024 12 § 1 mom.',
    });
    expect(mayUse(grantOf('childsResponsibleWorker'), { ...note, sensitivity: 'shelter' }, ON)).toEqual({
      allowed: true,
      provision: '457/2024 12 § 2 mom.',
    });
  });
});

describe('13 § Sosiaalipalvelun järjestämisen työtehtävä', () => {
  const general: readonly ServiceTask[] = ['families', 'workingAge', 'older'];
  const isBanned = (cell: Cell): boolean => isTherapyOrExamination(cell) || isImplementingOf(cell, 'shelter');

  it('"lapsiperheiden, työikäisten ja iäkkäiden palvelujen asiakastietoihin" and clienthood data, whatever the own task', () => {
    expectExactly(
      grantOf('arranging', { serviceTasks: ['older'] }),
      (cell) => !isBanned(cell) && (general.includes(cell.serviceTask) || cell.kind === 'clienthood'),
    );
  });

  it.each(['disability', 'childWelfare', 'substance', 'familyLaw'] as const)(
    '"palvelutehtävässä käyttöoikeus on lisäksi": %s to those who work in it only',
    (own) => {
      expectExactly(
        grantOf('arranging', { serviceTasks: [own] }),
        (cell) =>
          !isBanned(cell) &&
          (general.includes(cell.serviceTask) || cell.serviceTask === own || cell.kind === 'clienthood'),
      );
    },
  );
});

describe('14 § Lastenvalvojan työtehtävä', () => {
  const isBanned = (cell: Cell): boolean =>
    isTherapyOrExamination(cell) || isImplementingOf(cell, 'familyMediation', 'shelter');
  const own: readonly ServiceTask[] = ['familyLaw', 'families', 'workingAge'];

  it('"perheoikeudellisten palvelujen, lapsiperheiden palvelujen ja työikäisten palvelujen asiakastietoihin"', () => {
    expectExactly(
      grantOf('childWelfareSupervisor', { serviceTasks: ['familyLaw', 'childWelfare'] }),
      (cell) => !isBanned(cell) && (own.includes(cell.serviceTask) || cell.kind === 'clienthood'),
    );
  });

  it.each(['custodyReports', 'supervisedVisits'] as const)(
    '"lisäksi lastensuojelun asiakastietoihin" when the work includes %s',
    (duty) => {
      expectExactly(
        grantOf('childWelfareSupervisor', { duties: [duty] }),
        (cell) =>
          !isBanned(cell) &&
          ([...own, 'childWelfare'].includes(cell.serviceTask) || cell.kind === 'clienthood'),
      );
    },
  );
});

describe('15 § Sosiaalipalvelun toteutuksen työtehtävä', () => {
  const isOrdinary = ({ sensitivity }: Cell): boolean => sensitivity === 'ordinary';
  const isPlanOrAssessment = ({ kind }: Cell): boolean => kind === 'clientPlan' || kind === 'assessment';

  it("clienthood, plans and assessments of the own task, and all of the service given; therapy entries of one's own service too", () => {
    expectExactly(
      grantOf('implementing', { serviceTasks: ['disability'], services: ['personalAssistance'] }),
      (cell) =>
        (cell.kind === 'clienthood' && isOrdinary(cell)) ||
        (cell.serviceTask === 'disability' &&
          ((isPlanOrAssessment(cell) && isOrdinary(cell)) || cell.service === 'personalAssistance')),
    );
  });

  it('"siihen olennaisesti liittyviä muita sosiaalipalveluja" as the grant names them, never shelter or mediation', () => {
    expectExactly(
      grantOf('implementing', {
        serviceTasks: ['workingAge'],
        services: ['socialGuidance'],
        relatedServices: ['personalAssistance', 'shelter', 'familyMediation'],
      }),
      (cell) =>
        (cell.kind === 'clienthood' && isOrdinary(cell)) ||
        (cell.serviceTask === 'workingAge' &&
          ((isPlanOrAssessment(cell) && isOrdinary(cell)) ||
            cell.service === 'socialGuidance' ||
            cell.service === 'personalAssistance')),
    );
  });

  it.each([
    'informalCareSupport',
    'socialAssistance',
    'financialCapacity',
    'socialCredit',
    'shelter',
  ] as const)(
    '"annettavaa sosiaalipalvelua koskeviin asiakastietoihin kaikissa palvelutehtävissä": %s',
    (service) => {
      expectExactly(
        grantOf('implementing', { serviceTasks: ['workingAge'], services: [service] }),
        (cell) =>
          cell.service === service ||
          (isOrdinary(cell) &&
            (cell.kind === 'clienthood' || (cell.serviceTask === 'workingAge' && isPlanOrAssessment(cell)))),
      );
    },
  );

  it('"adoptioneuvonnan toteutuksessa" also families, child welfare and working-age data, without shelter, therapy and examination', () => {
    expectExactly(
      grantOf('implementing', { serviceTasks: ['familyLaw'], services: ['adoptionCounselling'] }),
      (cell) =>
        (isOrdinary(cell) &&
          (cell.kind === 'clienthood' ||
            ['families', 'childWelfare', 'workingAge'].includes(cell.serviceTask))) ||
        (cell.sensitivity === 'shelter' &&
          cell.phase === 'arranging' &&
          ['families', 'childWelfare', 'workingAge'].includes(cell.serviceTask)) ||
        (cell.serviceTask === 'familyLaw' &&
          ((isPlanOrAssessment(cell) && isOrdinary(cell)) || cell.service === 'adoptionCounselling')),
    );
  });

  it('"perheasioiden sovittelun toteutuksessa ainoastaan perheasioiden sovittelun asiakastietoihin", whatever else the grant names', () => {
    expectExactly(
      grantOf('implementing', {
        serviceTasks: ['familyLaw', 'families'],
        services: ['familyMediation', 'socialAssistance'],
      }),
      (cell) => cell.service === 'familyMediation',
    );
  });
});

describe('16 § Yksityinen sosiaalihuolto', () => {
  it.each(['privateArranging', 'privateImplementing'] as const)(
    '%s: the contract and the plans, client plans and assessments of the own task, and implementing of the services given',
    (role) => {
      expectExactly(
        grantOf(role, { serviceTasks: ['older'], services: ['socialGuidance', 'shelter'] }),
        (cell) =>
          (cell.sensitivity === 'ordinary' &&
            (['clienthood', 'contract', 'implementationPlan'].includes(cell.kind) ||
              (cell.serviceTask === 'older' && ['clientPlan', 'assessment'].includes(cell.kind)))) ||
          (cell.phase === 'implementing' && ['socialGuidance', 'shelter'].includes(cell.service)),
      );
    },
  );
});

describe('17 § Hallinnollinen tehtävä', () => {
  const isBanned = (cell: Cell): boolean =>
    isTherapyOrExamination(cell) || isImplementingOf(cell, 'familyMediation', 'shelter');

  it.each(['administrative', 'privateAdministrative'] as const)(
    '"tehtävän toteuttamiseksi välttämättömiin": nothing to %s without a named duty',
    (role) => expectExactly(grantOf(role, { serviceTasks: ServiceTask.options }), () => false),
  );

  it.each([
    ['invoicing', ['clienthood', 'decision', 'implementation', 'contract']],
    ['payments', ['clienthood', 'decision', 'contract']],
    ['caseRegistry', ['clienthood', 'decision', 'other']],
    ['informationRequests', DocumentKind.options],
  ] as const)(
    '%s uses the kinds it needs, never mediation, shelter, therapy or examination',
    (duty, kinds) => {
      expectExactly(
        grantOf('administrative', { duties: [duty] }),
        (cell) => !isBanned(cell) && kinds.some((kind) => kind === cell.kind),
      );
    },
  );
});

describe('18 § Terveydenhuollon työtehtävät', () => {
  const tasks: readonly ServiceTask[] = [
    'families',
    'workingAge',
    'older',
    'childWelfare',
    'disability',
    'substance',
  ];
  const kinds: readonly DocumentKind[] = ['assessment', 'clientPlan', 'implementationPlan', 'caseNote'];
  const isBanned = (cell: Cell): boolean =>
    isTherapyOrExamination(cell) || isImplementingOf(cell, 'familyMediation', 'shelter');

  it('nothing without a joint service or a disclosure', () => {
    expectExactly(grantOf('healthBroad', { serviceTasks: tasks }), () => false);
    expectExactly(
      grantOf('healthLimited', { serviceTasks: tasks, duties: ['healthInSocialService'] }),
      () => false,
    );
  });

  it('"yhteisessä palvelussa": assessments, plans and case notes of six tasks, and the decisions on the joint service', () => {
    expectExactly(
      grantOf('healthBroad', { services: ['socialGuidance'], duties: ['jointService'] }),
      (cell) =>
        !isBanned(cell) &&
        (cell.kind === 'clienthood' ||
          (kinds.includes(cell.kind) && tasks.includes(cell.serviceTask)) ||
          (cell.kind === 'decision' && cell.service === 'socialGuidance')),
    );
  });

  it('"ainoastaan niiden palvelutehtävien asiakastietoihin, joihin palvelu olennaisesti liittyy" in a limited task', () => {
    expectExactly(
      grantOf('healthLimited', {
        serviceTasks: ['disability'],
        duties: ['jointService', 'healthInSocialService'],
      }),
      (cell) =>
        !isBanned(cell) &&
        (cell.kind === 'clienthood' || (kinds.includes(cell.kind) && cell.serviceTask === 'disability')),
    );
  });

  it.each(['permit', 'law'] as const)('data disclosed by %s are used as those of a joint service', (by) => {
    const note = {
      serviceTask: 'older',
      sensitivity: 'ordinary',
      kind: 'caseNote',
      phase: 'arranging',
    } as const;
    expect(mayUse(grantOf('healthBroad'), { ...note, disclosedToHealthCareBy: by }, ON).allowed).toBe(true);
  });

  it('"erityishuollon palvelussa" also the decisions on special care', () => {
    expectExactly(
      grantOf('healthLimited', { services: ['specialCare'] }),
      (cell) => !isBanned(cell) && cell.kind === 'decision' && cell.service === 'specialCare',
    );
  });
});

describe('20–24 § Muut työtehtävät', () => {
  it('"työtehtävää ja annettavaa palvelua vastaavat käyttöoikeudet": a student has those of the guided task and no others', () => {
    expectExactly(grantOf('student', { serviceTasks: ServiceTask.options }), () => false);
    expectExactly(
      grantOf('student', {
        guidedRole: 'implementing',
        serviceTasks: ['older'],
        services: ['socialGuidance'],
      }),
      (cell) =>
        mayUse(grantOf('implementing', { serviceTasks: ['older'], services: ['socialGuidance'] }), cell, ON)
          .allowed,
    );
    expect(
      mayUse(
        grantOf('student', { guidedRole: 'broadResponsibility' }),
        { serviceTask: 'older', sensitivity: 'ordinary', kind: 'clientPlan', phase: 'arranging' },
        ON,
      ),
    ).toEqual({ allowed: true, provision: '457/2024 21 §, 457/2024 12 § 1 mom.' });
  });

  it.each([
    ['ict', ['faultInvestigation', 'applicationSupport']],
    ['archive', ['archiving', 'disposal', 'informationRequests']],
    ['management', ['reminders', 'complaints', 'incidents', 'feedback']],
  ] as const)('%s: "välttämättömiin tietoihin" for a named duty of its own, else nothing', (role, duties) => {
    expectExactly(grantOf(role, { serviceTasks: ServiceTask.options }), () => false);
    expectExactly(grantOf(role, { duties: ['invoicing', 'jointService', 'custodyReports'] }), () => false);
    for (const duty of duties) expectExactly(grantOf(role, { duties: [duty] }), () => true);
  });

  it('the main user, the supervisor and the data protection officer use no client data by that role [K-13.13]', () => {
    for (const role of ['mainUser', 'supervisor', 'dataProtectionOfficer'] as const) {
      expectExactly(grantOf(role, { serviceTasks: ServiceTask.options, services: SERVICES }), () => false);
    }
  });
});

describe('The table as a whole', () => {
  const note = { sensitivity: 'ordinary', kind: 'caseNote', phase: 'implementing' } as const;

  it('shelter and mediation are protected by the service alone, though nobody marked the entry', () => {
    for (const service of ['shelter', 'familyMediation'] as const) {
      const item: MatrixItem = { ...note, serviceTask: 'families', service };
      expect(mayUse(grantOf('broadResponsibility'), item, ON).allowed).toBe(false);
    }
  });

  it('shelter and mediation are protected by the mark alone, though another service stands on the entry', () => {
    const grant = grantOf('implementing', { serviceTasks: ['families'], services: ['socialAssistance'] });
    for (const sensitivity of ['shelter', 'familyMediation'] as const) {
      const item: MatrixItem = { ...note, sensitivity, serviceTask: 'families', service: 'socialAssistance' };
      expect(mayUse(grant, item, ON).allowed).toBe(false);
    }
  });

  it('data whose phase nobody has said are judged as in the phase that forbids', () => {
    const item: MatrixItem = { serviceTask: 'families', kind: 'caseNote', sensitivity: 'shelter' };
    expect(mayUse(grantOf('broadResponsibility'), { ...item, phase: 'arranging' }, ON).allowed).toBe(true);
    expect(mayUse(grantOf('broadResponsibility'), item, ON).allowed).toBe(false);
    expect(mayUse(grantOf('broadResponsibility'), { ...item, sensitivity: 'ordinary' }, ON).allowed).toBe(
      true,
    );
    const provider = grantOf('privateImplementing', { services: ['shelter'] });
    expect(mayUse(provider, { ...item, phase: 'implementing' }, ON).allowed).toBe(true);
    expect(mayUse(provider, item, ON).allowed).toBe(false);
  });

  it('clienthood data belong to no task and are used without one; other data without a task only by a role not bound to tasks', () => {
    const item: MatrixItem = { ...note, kind: 'clienthood' };
    expect(mayUse(grantOf('arranging'), item, ON).allowed).toBe(true);
    expect(mayUse(grantOf('arranging'), { ...item, kind: 'decision' }, ON).allowed).toBe(false);
  });

  it('nothing is allowed by it before 1 October 2024', () => {
    const dayBefore = LocalDate.parse('2024-09-30');
    for (const role of JobRole.options) {
      expect(mayUse(grantOf(role), { ...note, serviceTask: 'families' }, dayBefore).allowed, role).toBe(
        false,
      );
    }
  });

  it('every judgement names a provision', () => {
    for (const role of JobRole.options) {
      expect(mayUse(grantOf(role), { ...note, serviceTask: 'older' }, ON).provision).not.toBe('');
      expect(JOB_ROLES[role].provision).toMatch(/\d/);
    }
  });
});

describe('Classes of case notes that a grant may list by key', () => {
  it('an arranging worker of child welfare lists the ordinary and mediation notes of four tasks, and nothing of the other three', () => {
    const classes = visibilityClassesOf(grantOf('arranging', { serviceTasks: ['childWelfare'] }), ON);
    expect(classes).toEqual(
      ['families', 'workingAge', 'older', 'childWelfare'].flatMap((serviceTask) => [
        { serviceTask, sensitivity: 'ordinary' },
        { serviceTask, sensitivity: 'familyMediation' },
      ]),
    );
  });

  it('a class is listed whole or not at all: an implementing worker lists by the service given', () => {
    const grant = grantOf('implementing', { serviceTasks: ['older'], services: ['socialGuidance'] });
    expect(visibilityClassesOf(grant, ON)).toEqual([]);
    expect(visibilityClassesOf(grant, ON, { service: 'socialGuidance' })).toEqual(
      ['ordinary', 'therapy', 'examination'].map((sensitivity) => ({ serviceTask: 'older', sensitivity })),
    );
    expect(visibilityClassesOf(grant, ON, { service: 'personalAssistance' })).toEqual([]);
  });

  it('a private provider lists what it carries out, not what was arranged', () => {
    const grant = grantOf('privateImplementing', { serviceTasks: ['older'], services: ['socialGuidance'] });
    expect(visibilityClassesOf(grant, ON, { service: 'socialGuidance' })).toEqual([]);
    expect(
      visibilityClassesOf(grant, ON, { service: 'socialGuidance', phase: 'implementing' }),
    ).toContainEqual({
      serviceTask: 'older',
      sensitivity: 'ordinary',
    });
  });

  it('no note of a listed class is refused when it is opened alone', () => {
    for (const role of JobRole.options) {
      const grant = grantOf(role, { serviceTasks: ['older'], services: ['shelter'], duties: ['complaints'] });
      const classes = visibilityClassesOf(grant, ON);
      for (const cell of CELLS) {
        const isListed = classes.some(
          (one) => one.serviceTask === cell.serviceTask && one.sensitivity === cell.sensitivity,
        );
        if (cell.kind === 'caseNote' && isListed)
          expect(mayUse(grant, cell, ON).allowed, spell(cell)).toBe(true);
      }
    }
  });
});
