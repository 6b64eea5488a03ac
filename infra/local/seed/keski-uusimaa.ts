import { wellbeingServicesCounty } from '../../../shared/domain/controllers/profiles/wellbeing-services-county.ts';
import { ServiceTask } from '../../../shared/domain/service-tasks.ts';
import { appealsTo, OVERSIGHT, type SeededOrganisation } from './organisation.ts';

/** A county with a unit for every kind of work that the system knows. Everybody in it is invented. */
export const keskiUusimaa: SeededOrganisation = {
  controller: 'KEUSOTE',
  fi: 'Keski-Uusimaan hyvinvointialue (keksitty)',
  address: 'Keksittykatu 1, 05800 Hyvinkää',
  // A county under the law of 2026; beside its profile only to whom one appeals.
  settings: { ...wellbeingServicesCounty, appeals: appealsTo('Keksittykatu 1, 05800 Hyvinkää') },
  municipalities: [
    { code: '106', postalCode: '05800', postOffice: 'Hyvinkää' },
    { code: '186', postalCode: '04400', postOffice: 'Järvenpää' },
    { code: '505', postalCode: '04600', postOffice: 'Mäntsälä' },
    { code: '543', postalCode: '01900', postOffice: 'Nurmijärvi' },
    { code: '858', postalCode: '04300', postOffice: 'Tuusula' },
  ],
  units: [
    { key: 'administration', fi: 'Tietohallinto', serviceTasks: [] },
    { key: 'families', fi: 'Perhesosiaalityö', sv: 'Familjesocialarbete', serviceTasks: ['families'] },
    { key: 'childWelfare', fi: 'Lastensuojelu', sv: 'Barnskyddet', serviceTasks: ['childWelfare'] },
    { key: 'adults', fi: 'Aikuissosiaalityö', serviceTasks: ['workingAge', 'substance'] },
    { key: 'familyLaw', fi: 'Perheoikeudelliset palvelut', serviceTasks: ['familyLaw'] },
    { key: 'emergency', fi: 'Sosiaalipäivystys', sv: 'Socialjouren', serviceTasks: ServiceTask.options },
  ],
  hands: { adults: 'antti', families: 'leena', childWelfare: 'kaisa' },
  mainUser: 'pertti',
  delegations: [
    { kinds: ['11001'], power: 'official', holders: ['leena', 'eila'] },
    { kinds: ['11002', '11030'], power: 'official', holders: ['eila'] },
    { kinds: ['11052', '11003'], power: 'official', holders: ['antti', 'sirpa'] },
    { kinds: ['11027'], power: 'socialWorker', holders: ['kaisa', 'paivi', 'eila'] },
    { kinds: ['11023', '11025'], power: 'leading', holders: ['eila'] },
  ],
  exceptions: {
    restricted: { person: 11, readers: ['sirpa', 'antti'] },
    opened: { person: 13, by: 'antti' },
  },
  casework: {
    adult: { person: 5, by: 'antti' },
    child: { person: 9, by: 'leena' },
    waiting: { by: 'leena' },
  },
  users: [
    {
      key: 'pertti',
      name: 'Pertti Pääkäyttäjä',
      post: 'Pääkäyttäjä',
      unit: 'administration',
      kind: 'employment',
      professionalRole: 'none',
      grants: [{ role: 'mainUser', units: ['administration'], serviceTasks: [] }],
    },
    {
      key: 'tarja',
      name: 'Tarja Tietosuoja',
      post: 'Tietosuojavastaava',
      unit: 'administration',
      kind: 'office',
      professionalRole: 'none',
      grants: [
        {
          role: 'dataProtectionOfficer',
          units: ['administration'],
          serviceTasks: [],
          specialRights: ['readAccessLog', 'handleDataRequests'],
        },
      ],
    },
    {
      key: 'aila',
      name: 'Aila Arkisto',
      post: 'Arkistosihteeri',
      unit: 'administration',
      kind: 'employment',
      professionalRole: 'none',
      grants: [{ role: 'archive', units: ['administration'], serviceTasks: [], duties: ['disposal'] }],
    },
    {
      key: 'jouni',
      name: 'Jouni Johtaja',
      post: 'Sosiaalijohtaja',
      unit: 'administration',
      kind: 'office',
      professionalRole: 'none',
      grants: [{ role: 'management', units: ['administration'], serviceTasks: [] }],
    },
    {
      key: 'eila',
      name: 'Eila Esihenkilö',
      post: 'Johtava sosiaalityöntekijä',
      unit: 'families',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'supervisor',
          units: ['families', 'childWelfare'],
          serviceTasks: ['families', 'childWelfare'],
          specialRights: OVERSIGHT,
        },
        {
          role: 'childsResponsibleWorker',
          units: ['families', 'childWelfare'],
          serviceTasks: ['families', 'childWelfare'],
        },
      ],
    },
    {
      key: 'kaisa',
      name: 'Kaisa Vastuullinen',
      post: 'Lapsen asioista vastaava sosiaalityöntekijä',
      unit: 'childWelfare',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'childsResponsibleWorker',
          units: ['childWelfare'],
          serviceTasks: ['childWelfare', 'families'],
        },
      ],
    },
    {
      key: 'leena',
      name: 'Leena Laaja',
      post: 'Sosiaalityöntekijä',
      unit: 'families',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [{ role: 'broadResponsibility', units: ['families'], serviceTasks: ['families'] }],
    },
    {
      key: 'outi',
      name: 'Outi Ohjaaja',
      post: 'Sosiaaliohjaaja',
      unit: 'families',
      kind: 'employment',
      professionalRole: 'socialCounsellor',
      grants: [
        {
          role: 'implementing',
          units: ['families'],
          serviceTasks: ['families'],
          services: ['familyWork', 'socialGuidance'],
        },
      ],
    },
    {
      key: 'antti',
      name: 'Antti Aikuistyö',
      post: 'Sosiaalityöntekijä',
      unit: 'adults',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'broadResponsibility',
          units: ['adults'],
          serviceTasks: ['workingAge', 'substance', 'older'],
        },
      ],
    },
    {
      key: 'sirpa',
      name: 'Sirpa Esihenkilö',
      post: 'Johtava sosiaalityöntekijä',
      unit: 'adults',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'supervisor',
          units: ['adults'],
          serviceTasks: ['workingAge', 'substance', 'older'],
          specialRights: OVERSIGHT,
        },
      ],
    },
    {
      key: 'lauri',
      name: 'Lauri Lastenvalvoja',
      post: 'Lastenvalvoja',
      unit: 'familyLaw',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'childWelfareSupervisor',
          units: ['familyLaw'],
          serviceTasks: ['familyLaw'],
          duties: ['custodyReports'],
        },
      ],
    },
    {
      key: 'paivi',
      name: 'Päivi Päivystäjä',
      post: 'Sosiaalityöntekijä, sosiaalipäivystys',
      unit: 'emergency',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'broadResponsibility',
          units: ['emergency'],
          serviceTasks: ServiceTask.options,
          duties: ['onCall'],
        },
      ],
    },
    {
      key: 'sanna',
      name: 'Sanna Sijainen',
      post: 'Sosiaalityöntekijä, sijainen',
      unit: 'childWelfare',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'childsResponsibleWorker',
          units: [],
          serviceTasks: ['childWelfare', 'families'],
          deputyFor: 'kaisa',
        },
      ],
    },
  ],
};
