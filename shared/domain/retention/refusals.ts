import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act of any module on what is being destroyed can be refused for. */
export const DISPOSAL_REFUSALS = {
  begun: {
    code: 'retention.begun',
    kind: 'conflict',
    title: {
      fi: 'Tietojen hävittäminen on jo alkanut: niitä ei voi enää pyytää, rajoittaa eikä selvittää.',
      sv: 'Gallringen av uppgifterna har redan börjat: de kan inte längre begäras, begränsas eller utredas.',
      en: 'The destruction of the data has begun: they can no longer be asked for, restricted or looked into.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;

/** What an act of retention can be refused for. */
export const RETENTION_REFUSALS = {
  notGathering: {
    code: 'retention.notGathering',
    kind: 'conflict',
    title: {
      fi: 'Hävitysesitys on jo esitetty hyväksyttäväksi.',
      sv: 'Gallringsförslaget har redan lagts fram för godkännande.',
      en: 'The disposal list has been proposed already.',
    },
  },
  notProposed: {
    code: 'retention.notProposed',
    kind: 'conflict',
    title: {
      fi: 'Hävitysesitystä ei ole esitetty hyväksyttäväksi tai se on jo hyväksytty.',
      sv: 'Gallringsförslaget har inte lagts fram eller är redan godkänt.',
      en: 'The disposal list has not been proposed, or has been approved already.',
    },
  },
  samePerson: {
    code: 'retention.samePerson',
    kind: 'forbidden',
    title: {
      fi: 'Hävitysesityksen hyväksyy toinen henkilö kuin sen esittäjä.',
      sv: 'Gallringsförslaget godkänns av en annan person än den som lagt fram det.',
      en: 'Somebody else than who proposed it approves a disposal list.',
    },
  },
  rowNotOpen: {
    code: 'retention.rowNotOpen',
    kind: 'conflict',
    title: {
      fi: 'Riviä ei voi enää muuttaa: se on hävitettävänä tai hävitetty.',
      sv: 'Raden kan inte längre ändras: den gallras eller har gallrats.',
      en: 'The row can no longer be changed: it is being disposed of, or has been.',
    },
  },
  notPackaged: {
    code: 'retention.notPackaged',
    kind: 'conflict',
    title: {
      fi: 'Rivillä ei ole arkistoon siirrettävää pakettia.',
      sv: 'Raden har inget paket som ska överföras till arkivet.',
      en: 'There is no package of this row for an archive.',
    },
  },
  dayPassed: {
    code: 'retention.dayPassed',
    kind: 'invalid',
    title: {
      fi: 'Päivä on jo kulunut tai liian kaukana: säilyttäminen ratkaistaan uudelleen kahden ja kielto tarkistetaan viiden vuoden kuluessa.',
      sv: 'Dagen har redan passerat eller ligger för långt fram: bevarande avgörs på nytt inom två år och ett förbud ses över inom fem.',
      en: 'The day has passed, or is too far away: keeping is decided anew within two years, and a hold looked at within five.',
    },
  },
  tooLate: {
    code: 'retention.tooLate',
    kind: 'conflict',
    title: {
      fi: 'Hävittämiskielto tuli liian myöhään: tietojen hävittäminen on jo alkanut.',
      sv: 'Gallringsförbudet kom för sent: gallringen av uppgifterna har redan börjat.',
      en: 'The hold came too late: the destruction of the data has begun.',
    },
  },
  holdLifted: {
    code: 'retention.holdLifted',
    kind: 'conflict',
    title: {
      fi: 'Hävittämiskielto on jo purettu.',
      sv: 'Gallringsförbudet har redan hävts.',
      en: 'The hold has been lifted already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
