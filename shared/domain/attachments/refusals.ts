import type { RefusalDefinition } from '../../kernel/refusal.ts';

/** What an act on an attachment can be refused for. */
export const ATTACHMENT_REFUSALS = {
  noRelationship: {
    code: 'attachment.noRelationship',
    kind: 'conflict',
    title: {
      fi: 'Liitettä ei voi tallentaa ilman asiakkuutta tai vireillä olevaa asiaa.',
      sv: 'En bilaga kan inte sparas utan klientrelation eller ett anhängigt ärende.',
      en: 'No attachment without a client relationship or a matter at hand.',
    },
  },
  noCase: {
    code: 'attachment.noCase',
    kind: 'conflict',
    title: {
      fi: 'Asia ei ole tämän asiakkaan avoin asia.',
      sv: 'Ärendet är inte ett öppet ärende för denna klient.',
      en: 'The case is not an active case of this client.',
    },
  },
  noOwner: {
    code: 'attachment.noOwner',
    kind: 'invalid',
    title: {
      fi: 'Kirjausta, johon liite kuuluisi, ei ole.',
      sv: 'Anteckningen som bilagan skulle höra till finns inte.',
      en: 'There is no entry that the attachment could belong to.',
    },
  },
  notValid: {
    code: 'attachment.notValid',
    kind: 'invalid',
    title: {
      fi: 'Liitteen tiedoissa on puutteita.',
      sv: 'Uppgifterna om bilagan är bristfälliga.',
      en: 'What is said of the attachment is not valid.',
    },
  },
  classNotYours: {
    code: 'attachment.classNotYours',
    kind: 'forbidden',
    title: {
      fi: 'Tehtävääsi ei kuulu tällainen liite. Tarkista palvelutehtävä, palvelu ja laji.',
      sv: 'En sådan bilaga hör inte till din uppgift. Kontrollera serviceuppgift, tjänst och slag.',
      en: 'Such an attachment is not of your task. Check its service task, service and kind.',
    },
  },
  closed: {
    code: 'attachment.uploadClosed',
    kind: 'conflict',
    title: {
      fi: 'Lähetys on jo päättynyt. Aloita uusi.',
      sv: 'Sändningen har redan avslutats. Påbörja en ny.',
      en: 'The upload has ended already. Begin a new one.',
    },
  },
  isMark: {
    code: 'attachment.isMark',
    kind: 'conflict',
    title: {
      fi: 'Liite on poistettu.',
      sv: 'Bilagan har tagits bort.',
      en: 'The attachment has been removed.',
    },
  },
  isInvalidated: {
    code: 'attachment.isInvalidated',
    kind: 'conflict',
    title: {
      fi: 'Liite on mitätöity.',
      sv: 'Bilagan har ogiltigförklarats.',
      en: 'The attachment has been invalidated.',
    },
  },
  noPart: {
    code: 'attachment.noPart',
    kind: 'notFound',
    title: {
      fi: 'Tiedostossa ei ole tällaista osaa.',
      sv: 'Filen har ingen sådan del.',
      en: 'The file has no such part.',
    },
  },
  tooManyVersions: {
    code: 'attachment.tooManyVersions',
    kind: 'conflict',
    title: {
      fi: 'Liitteellä on jo liian monta versiota.',
      sv: 'Bilagan har redan för många versioner.',
      en: 'The attachment has too many versions already.',
    },
  },
} as const satisfies Record<string, RefusalDefinition>;
