import { loimaa as profile } from '../../../shared/domain/controllers/profiles/loimaa.ts';
import { appealsTo, OVERSIGHT, type SeededOrganisation } from './organisation.ts';

/** A small register beside the county, strictly apart from it. */
export const loimaa: SeededOrganisation = {
  controller: 'LOIMAA',
  fi: 'Loimaan sosiaalipalvelut (keksitty)',
  address: 'Mallitie 1, 32200 Loimaa',
  settings: { ...profile, appeals: appealsTo('Mallitie 1, 32200 Loimaa') },
  municipalities: [{ code: '430', postalCode: '32200', postOffice: 'Loimaa' }],
  units: [
    { key: 'administration', fi: 'Hallinto', serviceTasks: [] },
    {
      key: 'social',
      fi: 'Sosiaalityö',
      serviceTasks: ['families', 'childWelfare', 'workingAge', 'substance'],
    },
  ],
  hands: { adults: 'aune', families: 'aune', childWelfare: 'veli' },
  mainUser: 'pirkko',
  delegations: [
    { kinds: ['11001', '11052', '11003'], power: 'official', holders: ['aune', 'hilkka'] },
    { kinds: ['11002'], power: 'official', holders: ['hilkka'] },
    { kinds: ['11027'], power: 'socialWorker', holders: ['veli', 'hilkka'] },
  ],
  users: [
    {
      key: 'pirkko',
      name: 'Pirkko Pääkäyttäjä',
      post: 'Pääkäyttäjä',
      unit: 'administration',
      kind: 'employment',
      professionalRole: 'none',
      grants: [{ role: 'mainUser', units: ['administration'], serviceTasks: [] }],
    },
    {
      key: 'hilkka',
      name: 'Hilkka Esihenkilö',
      post: 'Sosiaalityön johtaja',
      unit: 'social',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'supervisor',
          units: ['social'],
          serviceTasks: ['families', 'childWelfare', 'workingAge', 'substance'],
          specialRights: OVERSIGHT,
        },
      ],
    },
    {
      key: 'aune',
      name: 'Aune Laaja',
      post: 'Sosiaalityöntekijä',
      unit: 'social',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        {
          role: 'broadResponsibility',
          units: ['social'],
          serviceTasks: ['families', 'workingAge', 'substance'],
        },
      ],
    },
    {
      key: 'veli',
      name: 'Veli Vastuullinen',
      post: 'Lapsen asioista vastaava sosiaalityöntekijä',
      unit: 'social',
      kind: 'office',
      professionalRole: 'socialWorker',
      grants: [
        { role: 'childsResponsibleWorker', units: ['social'], serviceTasks: ['childWelfare', 'families'] },
      ],
    },
  ],
};
