import * as z from 'zod';
import type { Sentence } from '../../kernel/finding.ts';
import { RefusalGround } from '../controllers/settings/data-subject.ts';
import type { RequestKind } from './model.ts';

/**
 * Why a request is refused, in whole or in part. A refusal always rests on law (K-15.3): each ground has its provision,
 * and none is free text. The sentences are unreviewed in Swedish and English.
 */
export const RefusedFor = z
  .enum([
    ...RefusalGround.options,
    'notErroneous',
    'neededStill',
    'noErasureRight',
    'conditionsNotMet',
    'restrictionEndangers',
    'objectionNotApplicable',
    'compellingGrounds',
    'veryImportantInterest',
    'notAParty',
    'notNecessary',
    'noAuthority',
    'minorsBan',
  ])
  .meta({ id: 'SubjectRequestRefusedFor' });
export type RefusedFor = z.infer<typeof RefusedFor>;

type Ground = {
  provision: string;
  /** Whether the wording of the provision was read, or is told from memory. */
  status: 'verified' | 'fromMemory';
  kinds: readonly RequestKind[];
  words: Sentence;
};

/** Rights of the data subject in (EU) 2016/679. */
export const OF_REGULATION: readonly RequestKind[] = [
  'inspection',
  'rectification',
  'erasure',
  'restriction',
  'objection',
];

const UNFOUNDED = '(EU) 2016/679 12 art. 5 kohta';
const LIMITED = '1050/2018 34 §';

export const GROUNDS: Readonly<Record<RefusedFor, Ground>> = {
  endangersHealthOrCare: {
    provision: LIMITED,
    status: 'fromMemory',
    kinds: ['inspection'],
    words: {
      fi: 'Tiedon antamisesta saattaisi aiheutua vakavaa vaaraa asiakkaan terveydelle tai hoidolle.',
      sv: 'Utlämnandet av uppgifterna kunde medföra allvarlig fara för klientens hälsa eller vård.',
      en: "Giving the data might seriously endanger the client's health or care.",
    },
  },
  othersRights: {
    provision: LIMITED,
    status: 'fromMemory',
    kinds: ['inspection'],
    words: {
      fi: 'Tiedon antamisesta saattaisi aiheutua vakavaa vaaraa jonkun muun oikeuksille.',
      sv: 'Utlämnandet av uppgifterna kunde medföra allvarlig fara för någon annans rättigheter.',
      en: 'Giving the data might seriously endanger the rights of somebody else.',
    },
  },
  crimePrevention: {
    provision: LIMITED,
    status: 'fromMemory',
    kinds: ['inspection'],
    words: {
      fi: 'Tiedon antaminen haittaisi rikosten ehkäisemistä tai selvittämistä.',
      sv: 'Utlämnandet av uppgifterna skulle försvåra förebyggandet eller utredningen av brott.',
      en: 'Giving the data would harm the prevention or investigation of crimes.',
    },
  },
  nationalSecurity: {
    provision: LIMITED,
    status: 'fromMemory',
    kinds: ['inspection'],
    words: {
      fi: 'Tiedon antaminen vahingoittaisi kansallista turvallisuutta.',
      sv: 'Utlämnandet av uppgifterna skulle skada den nationella säkerheten.',
      en: 'Giving the data would harm national security.',
    },
  },
  manifestlyUnfounded: {
    provision: UNFOUNDED,
    status: 'verified',
    kinds: OF_REGULATION,
    words: {
      fi: 'Pyyntö on ilmeisen perusteeton.',
      sv: 'Begäran är uppenbart ogrundad.',
      en: 'The request is manifestly unfounded.',
    },
  },
  excessive: {
    provision: UNFOUNDED,
    status: 'verified',
    kinds: OF_REGULATION,
    words: {
      fi: 'Pyyntö on kohtuuton, erityisesti koska sellaisia on esitetty toistuvasti.',
      sv: 'Begäran är orimlig, särskilt på grund av sin repetitiva karaktär.',
      en: 'The request is excessive, in particular because of its repetitive character.',
    },
  },
  notErroneous: {
    provision: '(EU) 2016/679 16 art.',
    status: 'fromMemory',
    kinds: ['rectification'],
    words: {
      fi: 'Tieto ei ole käsittelyn tarkoituksen kannalta epätarkka, virheellinen tai puutteellinen.',
      sv: 'Uppgiften är inte felaktig eller ofullständig med hänsyn till ändamålet med behandlingen.',
      en: 'For the purpose of the processing the datum is neither inaccurate nor incomplete.',
    },
  },
  neededStill: {
    provision: '(EU) 2016/679 17 art. 3 kohta b alakohta',
    status: 'fromMemory',
    kinds: ['erasure'],
    words: {
      fi: 'Tieto on säilytettävä, koska laki velvoittaa rekisterinpitäjän käsittelemään sitä.',
      sv: 'Uppgiften ska bevaras, eftersom den personuppgiftsansvariga enligt lag är skyldig att behandla den.',
      en: 'The datum is kept, because the law obliges the controller to process it.',
    },
  },
  noErasureRight: {
    provision: '(EU) 2016/679 17 art. 3 kohta c alakohta, 9 art. 2 kohta h alakohta',
    status: 'verified',
    kinds: ['erasure'],
    words: {
      fi: 'Oikeutta tietojen poistamiseen ei ole, koska tietoja käsitellään sosiaalihuollon palvelujen antamiseksi.',
      sv: 'Någon rätt till radering finns inte, eftersom uppgifterna behandlas för att tillhandahålla socialvård.',
      en: 'There is no right to erasure, because the data are processed for the provision of social care.',
    },
  },
  conditionsNotMet: {
    provision: '(EU) 2016/679 18 art. 1 kohta',
    status: 'fromMemory',
    kinds: ['restriction'],
    words: {
      fi: 'Käsittelyn rajoittamisen edellytykset eivät täyty.',
      sv: 'Förutsättningarna för begränsning av behandlingen är inte uppfyllda.',
      en: 'The conditions of a restriction of processing are not met.',
    },
  },
  restrictionEndangers: {
    provision: '703/2023 12 §',
    status: 'verified',
    kinds: ['restriction'],
    words: {
      fi: 'Käsittelyn rajoittamisesta saattaisi aiheutua vakavaa vaaraa asiakkaan terveydelle tai hoidolle taikka asiakkaan tai jonkun muun oikeuksille.',
      sv: 'Begränsningen av behandlingen kunde medföra allvarlig fara för klientens hälsa eller vård eller för klientens eller någon annans rättigheter.',
      en: 'Restricting the processing might seriously endanger the health or care of the client, or the rights of the client or somebody else.',
    },
  },
  objectionNotApplicable: {
    provision: '(EU) 2016/679 21 art. 1 kohta, 6 art. 1 kohta c alakohta',
    status: 'fromMemory',
    kinds: ['objection'],
    words: {
      fi: 'Vastustamisoikeutta ei ole, koska käsittely perustuu rekisterinpitäjän lakisääteiseen velvoitteeseen.',
      sv: 'Någon rätt att göra invändningar finns inte, eftersom behandlingen grundar sig på en rättslig förpliktelse.',
      en: 'There is no right to object, because the processing rests on a legal obligation of the controller.',
    },
  },
  compellingGrounds: {
    provision: '(EU) 2016/679 21 art. 1 kohta',
    status: 'fromMemory',
    kinds: ['objection'],
    words: {
      fi: 'Käsittelyyn on huomattavan tärkeä ja perusteltu syy, joka syrjäyttää henkilön edut ja oikeudet.',
      sv: 'Det finns avgörande berättigade skäl för behandlingen som väger tyngre än personens intressen och rättigheter.',
      en: 'Compelling legitimate grounds for the processing override the interests and rights of the person.',
    },
  },
  veryImportantInterest: {
    provision: '621/1999 11 § 2 mom.',
    status: 'fromMemory',
    kinds: ['partyDocuments'],
    words: {
      fi: 'Tiedon antaminen olisi vastoin erittäin tärkeää yleistä etua, lapsen etua tai muuta erittäin tärkeää yksityistä etua.',
      sv: 'Utlämnandet skulle strida mot ett synnerligen viktigt allmänt intresse, barns intresse eller något annat synnerligen viktigt enskilt intresse.',
      en: 'Giving the data would be against a very important public interest, the interest of a child or another very important private interest.',
    },
  },
  notAParty: {
    provision: '621/1999 11 § 1 mom.',
    status: 'fromMemory',
    kinds: ['partyDocuments'],
    words: {
      fi: 'Asia ei koske pyytäjän oikeutta, etua tai velvollisuutta, eikä asiakirja vaikuta sen käsittelyyn.',
      sv: 'Saken gäller inte den begärandes rätt, fördel eller skyldighet.',
      en: 'The matter does not concern a right, interest or duty of the asker.',
    },
  },
  notNecessary: {
    provision: '703/2023 52 §',
    status: 'verified',
    kinds: ['deceasedData'],
    words: {
      fi: 'Tiedot eivät ole välttämättömiä hakijan tärkeiden etujen tai oikeuksien selvittämiseksi tai toteuttamiseksi.',
      sv: 'Uppgifterna är inte nödvändiga för att utreda eller tillgodose sökandens viktiga intressen eller rättigheter.',
      en: 'The data are not necessary for finding out about or exercising important interests or rights of the applicant.',
    },
  },
  noAuthority: {
    provision: '434/2003 12 §',
    status: 'fromMemory',
    kinds: [...OF_REGULATION, 'partyDocuments'],
    words: {
      fi: 'Pyytäjä ei ole osoittanut oikeuttaan toimia asiakkaan puolesta.',
      sv: 'Den begärande har inte visat sin rätt att företräda klienten.',
      en: 'The asker has not shown a right to act for the client.',
    },
  },
  minorsBan: {
    provision: '703/2023 51 §',
    status: 'verified',
    kinds: ['inspection'],
    words: {
      fi: 'Alaikäisen tietoja ei anneta tälle edustajalle.',
      sv: 'Uppgifter om den minderåriga lämnas inte ut till denna företrädare.',
      en: 'Data of the minor are not given to this representative.',
    },
  },
};

/** Of whoever asks for the client alone: what a minor is given oneself it says nothing of. */
export const OF_ASKER: readonly RefusedFor[] = ['noAuthority', 'minorsBan'];

/** What only the controller can show, and must (art. 12(5)). */
export const NEEDS_PROOF: readonly RefusedFor[] = ['manifestlyUnfounded', 'excessive'];
