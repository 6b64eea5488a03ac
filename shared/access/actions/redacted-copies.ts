import type { Action } from '../action.ts';
import { handling } from './handling-requests.ts';

/** Toimet: liitetiedoston peitetty jäljennös, joka annetaan sen tilalla koottujen tietojen mukana. */
export const REDACTED_COPY_ACTIONS = {
  redactFile: {
    name: 'subjectRequests.redactFile',
    title: {
      fi: 'Lähetä liitetiedostosta peitetty jäljennös annettavaksi sen tilalla',
      sv: 'Sänd en maskerad kopia av en bifogad fil att lämnas ut i dess ställe',
      en: 'Send in a redacted copy of an attached file to be given in its place',
    },
    ...handling,
  },
  openCopyForm: {
    name: 'subjectRequests.openCopyForm',
    title: {
      fi: 'Avaa lähetyslomake peitetylle jäljennökselle',
      sv: 'Öppna formuläret för att sända den maskerade kopian',
      en: 'Open the form by which the redacted copy is sent',
    },
    ...handling,
  },
  followCopy: {
    name: 'subjectRequests.followCopy',
    title: {
      fi: 'Seuraa peitetyn jäljennöksen vastaanottoa',
      sv: 'Följ mottagandet av den maskerade kopian',
      en: 'Follow how the redacted copy is taken in',
    },
    ...handling,
  },
} as const satisfies Record<string, Action>;
