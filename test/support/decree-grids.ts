import type { JobRole } from '../../shared/access/job-roles.ts';
import type { MatrixRow } from '../../shared/access/matrix-data.ts';

/**
 * Decree 457/2024 once more, written by hand from its text and not from the rows of the system: for each role a grid of
 * task, sensitivity and phase by kind of data. A cell holds the letters of every ground that the decree gives.
 */
/** `+` by the role alone, `x` never, `.` nothing is said; a letter is a ground with what it asks. */
export type Ground = { provision: string; asks: Partial<MatrixRow> };
export type Section = { roles: readonly JobRole[]; grounds: Readonly<Record<string, Ground>>; grid: string };

const INVOICING: Ground = { provision: '17 §', asks: { duties: ['invoicing'] } };
const PAYMENTS: Ground = { provision: '17 §', asks: { duties: ['payments'] } };
const REGISTRY: Ground = { provision: '17 §', asks: { duties: ['caseRegistry'] } };
const REQUESTS: Ground = { provision: '17 §', asks: { duties: ['informationRequests'] } };
export const NO_MEDIATOR = { givesNone: ['familyMediation'] } as const;
const WIDE = [
  'informalCareSupport',
  'socialAssistance',
  'financialCapacity',
  'socialCredit',
  'shelter',
] as const;

/** Rows of a grid: tasks, sensitivities, phases, and nine kinds in the order of the head. `*` is all there are. */
export const SECTIONS: readonly Section[] = [
  {
    // "kaikkiin palvelutehtäviin kuuluviin asiakastietoihin. Käyttöoikeutta ei kuitenkaan ole…"
    roles: ['broadResponsibility'],
    grounds: {},
    grid: `
      *                                 ordinary                *             + + + + + + + + +
      *                                 therapy,examination     *             x x x x x x x x x
      *                                 familyMediation,shelter arranging     + + + + + + + + +
      *                                 familyMediation,shelter implementing  x x x x x x x x x`,
  },
  {
    // 12 § 2 mom.: shelter is not excepted
    roles: ['childsResponsibleWorker'],
    grounds: {},
    grid: `
      *                                 ordinary,shelter        *             + + + + + + + + +
      *                                 therapy,examination     *             x x x x x x x x x
      *                                 familyMediation         arranging     + + + + + + + + +
      *                                 familyMediation         implementing  x x x x x x x x x`,
  },
  {
    // 13 §: mediation is not excepted; four tasks to those who work in them
    roles: ['arranging'],
    grounds: { t: { provision: '13 § 2 mom.', asks: { onlyIf: ['ownTask'] } } },
    grid: `
      families,workingAge,older                  ordinary,familyMediation *             + + + + + + + + +
      families,workingAge,older                  shelter                  arranging     + + + + + + + + +
      disability,childWelfare,substance,familyLaw ordinary,familyMediation *            + t t t t t t t t
      disability,childWelfare,substance,familyLaw shelter                  arranging    + t t t t t t t t
      *                                          shelter                  implementing  x x x x x x x x x
      *                                          therapy,examination      *             x x x x x x x x x`,
  },
  {
    roles: ['childWelfareSupervisor'],
    grounds: { d: { provision: '14 § 2 mom.', asks: { duties: ['custodyReports', 'supervisedVisits'] } } },
    grid: `
      familyLaw,families,workingAge     ordinary                *             + + + + + + + + +
      familyLaw,families,workingAge     familyMediation,shelter arranging     + + + + + + + + +
      childWelfare                      ordinary                *             + d d d d d d d d
      childWelfare                      familyMediation,shelter arranging     + d d d d d d d d
      older,disability,substance        ordinary                *             + . . . . . . . .
      older,disability,substance        familyMediation,shelter arranging     + . . . . . . . .
      *                                 familyMediation,shelter implementing  x x x x x x x x x
      *                                 therapy,examination     *             x x x x x x x x x`,
  },
  {
    roles: ['implementing'],
    grounds: {
      c: { provision: '15 § 1 mom.', asks: NO_MEDIATOR },
      p: { provision: '15 § 1 mom. 1 k.', asks: { ...NO_MEDIATOR, onlyIf: ['ownTask'] } },
      s: {
        provision: '15 § 1 mom. 2 k.',
        asks: { ...NO_MEDIATOR, onlyIf: ['ownTask', 'ownOrRelatedService'] },
      },
      w: { provision: '15 § 2 mom.', asks: { ...NO_MEDIATOR, services: WIDE, onlyIf: ['ownService'] } },
      a: { provision: '15 § 3 mom.', asks: { ...NO_MEDIATOR, gives: ['adoptionCounselling'] } },
      m: { provision: '15 § 4 mom.', asks: { services: ['familyMediation'], gives: ['familyMediation'] } },
    },
    grid: `
      families,childWelfare,workingAge        ordinary            *            csaw psaw psaw saw saw saw saw saw saw
      older,disability,substance,familyLaw    ordinary            *            csw  psw  psw  sw  sw  sw  sw  sw  sw
      *                                       therapy,examination *            sw   sw   sw   sw  sw  sw  sw  sw  sw
      families,childWelfare,workingAge        shelter             arranging    saw  saw  saw  saw saw saw saw saw saw
      older,disability,substance,familyLaw    shelter             arranging    sw   sw   sw   sw  sw  sw  sw  sw  sw
      *                                       shelter             implementing sw   sw   sw   sw  sw  sw  sw  sw  sw
      *                                       familyMediation     *            m    m    m    m   m   m   m   m   m`,
  },
  ...(['privateArranging', 'privateImplementing'] as const).map((role, index): Section => {
    const moment = `16 § ${index + 1} mom.`;
    return {
      roles: [role],
      grounds: {
        t: { provision: `${moment} 2 k.`, asks: { onlyIf: ['ownTask'] } },
        s: { provision: `${moment} 3 k.`, asks: { onlyIf: ['ownService'] } },
      },
      grid: `
      *                                 ordinary                                     arranging     + t t + . . . + .
      *                                 ordinary                                     implementing  + ts ts + s s s + s
      *                                 therapy,examination,familyMediation,shelter  arranging     . . . . . . . . .
      *                                 therapy,examination,familyMediation,shelter  implementing  s s s s s s s s s`,
    };
  }),
  {
    // "välttämättömiin": nothing is, until a duty is named
    roles: ['administrative', 'privateAdministrative'],
    grounds: { i: INVOICING, p: PAYMENTS, c: REGISTRY, r: REQUESTS },
    grid: `
      *                                 ordinary                *             ipcr r r r ipcr r ir ipr cr
      *                                 familyMediation,shelter arranging     ipcr r r r ipcr r ir ipr cr
      *                                 familyMediation,shelter implementing  x x x x x x x x x
      *                                 therapy,examination     *             x x x x x x x x x`,
  },
  {
    // 18 § 1 mom. 2 k.: six tasks; 3 mom.: the decisions of special care and of the joint service, whatever the task
    roles: ['healthBroad'],
    grounds: {
      c: { provision: '18 § 1 mom. 1 k.', asks: { onlyIf: ['jointServiceOrDisclosed'] } },
      h: { provision: '18 § 1 mom. 2 k.', asks: { onlyIf: ['jointServiceOrDisclosed'] } },
      e: { provision: '18 § 3 mom.', asks: { services: ['specialCare'], onlyIf: ['ownService'] } },
      j: { provision: '18 § 3 mom.', asks: { duties: ['jointService'], onlyIf: ['ownService'] } },
    },
    grid: `
      families,workingAge,older,childWelfare,disability,substance ordinary                *            c h h h ej h . . .
      families,workingAge,older,childWelfare,disability,substance familyMediation,shelter arranging    c h h h j  h . . .
      familyLaw                                                   ordinary                *            c . . . ej . . . .
      familyLaw                                                   familyMediation,shelter arranging    c . . . j  . . . .
      *                                                           familyMediation,shelter implementing x x x x x  x x x x
      *                                                           therapy,examination     *            x x x x x  x x x x`,
  },
  {
    roles: ['healthLimited'],
    grounds: {
      c: {
        provision: '18 § 2 mom.',
        asks: { duties: ['healthInSocialService'], onlyIf: ['jointServiceOrDisclosed'] },
      },
      h: {
        provision: '18 § 2 mom.',
        asks: { duties: ['healthInSocialService'], onlyIf: ['jointServiceOrDisclosed', 'ownTask'] },
      },
      e: { provision: '18 § 3 mom.', asks: { services: ['specialCare'], onlyIf: ['ownService'] } },
      j: { provision: '18 § 3 mom.', asks: { duties: ['jointService'], onlyIf: ['ownService'] } },
    },
    grid: `
      families,workingAge,older,childWelfare,disability,substance ordinary                *            c h h h ej h . . .
      families,workingAge,older,childWelfare,disability,substance familyMediation,shelter arranging    c h h h j  h . . .
      familyLaw                                                   ordinary                *            c . . . ej . . . .
      familyLaw                                                   familyMediation,shelter arranging    c . . . j  . . . .
      *                                                           familyMediation,shelter implementing x x x x x  x x x x
      *                                                           therapy,examination     *            x x x x x  x x x x`,
  },
  ...(
    [
      ['ict', '22 §', ['faultInvestigation', 'applicationSupport']],
      ['archive', '23 §', ['archiving', 'disposal', 'informationRequests']],
      ['management', '24 §', ['reminders', 'complaints', 'incidents', 'feedback']],
    ] as const
  ).map(
    ([role, provision, duties]): Section => ({
      roles: [role],
      grounds: { d: { provision, asks: { duties } } },
      grid: '*  *  *  d d d d d d d d d',
    }),
  ),
  {
    // 21 §: the guided task's own. The last three are not of the decree: no text gives them client data.
    roles: ['student', 'mainUser', 'supervisor', 'dataProtectionOfficer'],
    grounds: {},
    grid: '*  *  *  . . . . . . . . .',
  },
];
