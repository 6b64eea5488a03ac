import type { Finding, Sentence } from '../../kernel/finding.ts';

type Rule = { source: string; message: Sentence };

/** What stands against a disclosure, in a sentence. Swedish and English are unreviewed. */
const DISCLOSURE_RULES = {
  itemised: {
    source: '703/2023 § 10',
    message: {
      fi: 'Luovutuksessa nimetään ne tiedot, jotka annetaan.',
      sv: 'De uppgifter som lämnas ut specificeras.',
      en: 'The data that are given are named one by one.',
    },
  },
  fewAtOnce: {
    source: '703/2023 § 10',
    message: {
      fi: 'Kerralla luovutetaan enintään 15 asiakirjaa, yhteisten asiakirjojen muut asiakkaat mukaan laskettuina: jaa luovutus osiin.',
      sv: 'På en gång lämnas högst 15 handlingar ut, de andra klienterna i gemensamma handlingar medräknade: dela upp utlämnandet.',
      en: 'At most 15 documents are given at once, the other clients of shared documents counted in: divide the disclosure.',
    },
  },
  formOfRequest: {
    source: '621/1999 § 13',
    message: {
      fi: 'Rekisterinpitäjä luovuttaa tietoja vain kirjallisen pyynnön perusteella, ja pyyntö liitetään: kirjaa pyynnön muoto ja sen liite tai paperi.',
      sv: 'Den personuppgiftsansvarige lämnar ut uppgifter bara på skriftlig begäran, som bifogas: anteckna begärans form och dess bilaga eller papper.',
      en: 'This controller discloses on a written request only, and the request is attached: record it with its form and its attachment or paper.',
    },
  },
  recipientAllowed: {
    source: '703/2023 § 4',
    message: {
      fi: 'Rekisterinpitäjä luovuttaa tietoja vain viranomaisille.',
      sv: 'Den personuppgiftsansvarige lämnar ut uppgifter bara till myndigheter.',
      en: 'This controller discloses to authorities only.',
    },
  },
  consentAllowed: {
    source: '703/2023 § 4',
    message: {
      fi: 'Rekisterinpitäjä ei luovuta tietoja suostumuksen perusteella.',
      sv: 'Den personuppgiftsansvarige lämnar inte ut uppgifter på grund av samtycke.',
      en: 'This controller does not disclose on consent.',
    },
  },
  provisionInForce: {
    source: '703/2023 § 10',
    message: {
      fi: 'Säännös ei ole voimassa tai sitä ei ole nimetty.',
      sv: 'Bestämmelsen är inte i kraft eller har inte angetts.',
      en: 'The provision is not in force, or none is named.',
    },
  },
  provisionFits: {
    source: '703/2023 § 10',
    message: {
      fi: 'Säännös ei oikeuta luovuttamaan tälle saajalle tähän tarkoitukseen.',
      sv: 'Bestämmelsen berättigar inte till utlämnande till denna mottagare för detta ändamål.',
      en: 'The provision lets no data be given to this recipient for this purpose.',
    },
  },
  deathAndApplication: {
    source: '703/2023 § 52',
    message: {
      fi: 'Kuolleen henkilön tietoja annetaan kirjallisesta hakemuksesta, kun kuolema on kirjattu.',
      sv: 'Uppgifter om en avliden lämnas ut på skriftlig ansökan, när dödsfallet har antecknats.',
      en: 'Data of a person who has died are given on an application in writing, once the death is on record.',
    },
  },
  onRequestOnly: {
    source: '703/2023 § 63, 2 mom.',
    message: {
      fi: 'Säännöksen nojalla tietoja annetaan vain pyydettäessä.',
      sv: 'Enligt bestämmelsen lämnas uppgifter ut bara på begäran.',
      en: 'By this provision data are given on request only.',
    },
  },
  conditionMet: {
    source: '703/2023 § 10',
    message: {
      fi: 'Kirjaa, miten säännöksen edellytys täyttyy.',
      sv: 'Anteckna hur bestämmelsens villkor är uppfyllt.',
      en: 'How the condition of the provision is met is recorded.',
    },
  },
  exchangeInUse: {
    source: '189/2001 § 12',
    message: {
      fi: 'Rekisterinpitäjä ei käytä aktivointisuunnitelman tietojenvaihtoa.',
      sv: 'Den personuppgiftsansvarige använder inte utbytet av uppgifter för aktiveringsplaner.',
      en: 'This controller does not use the exchange of activation plans.',
    },
  },
  planNamed: {
    source: '189/2001 § 12',
    message: {
      fi: 'Tietojenvaihdossa nimetään voimassa oleva aktivointisuunnitelma, ja vain siinä.',
      sv: 'I utbytet anges den gällande aktiveringsplanen, och bara där.',
      en: 'The exchange, and nothing else, names the activation plan in force that it serves.',
    },
  },
  planDataAlone: {
    source: '189/2001 § 12',
    message: {
      fi: 'Vaihdossa annetaan vain suunnitelma ja sen asian tietoja.',
      sv: 'I utbytet lämnas bara planen och uppgifter i dess ärende.',
      en: 'The exchange gives the plan and data of its case alone.',
    },
  },
  reportNamed: {
    source: '361/1983 § 16',
    message: {
      fi: 'Tuomioistuimelle annettaessa nimetään valmis, toimittamaton selvitys, ja vain silloin.',
      sv: 'Till domstolen, och bara dit, anges den färdiga, osända utredningen.',
      en: 'A giving to the court by § 16, and no other, names the report that is ready and has not gone.',
    },
  },
  reportGiven: {
    source: '361/1983 § 16',
    message: {
      fi: 'Tuomioistuimelle annetaan itse selvitys.',
      sv: 'Till domstolen lämnas själva utredningen.',
      en: 'It is the report itself that is given to the court.',
    },
  },
  planToRegister: {
    source: '189/2001 § 12',
    message: {
      fi: 'Työvoimapalvelujen rekisteriin toimitetaan itse suunnitelma, työvoimaviranomaiselle.',
      sv: 'Till arbetskraftsservicens register sänds själva planen, till arbetskraftsmyndigheten.',
      en: 'To the register of employment services goes the plan itself, to the employment authority.',
    },
  },
  declarationInForce: {
    source: '703/2023 § 58',
    message: {
      fi: 'Lupa tai suostumus ei ole voimassa.',
      sv: 'Tillståndet eller samtycket är inte i kraft.',
      en: 'The permit or the consent is not in force.',
    },
  },
  declarationForRecipient: {
    source: '703/2023 §§ 53, 55; (EU) 2016/679 art. 4(11)',
    message: {
      fi: 'Lupa tai suostumus ei koske tätä saajaa tai tarkoitusta.',
      sv: 'Tillståndet eller samtycket gäller inte denna mottagare eller detta ändamål.',
      en: 'The permit or the consent is not for this recipient or this purpose.',
    },
  },
  declarationCovers: {
    source: '703/2023 §§ 53, 55; (EU) 2016/679 art. 4(11)',
    message: {
      fi: 'Lupa tai suostumus ei kata kaikkia nimettyjä tietoja.',
      sv: 'Tillståndet eller samtycket omfattar inte alla angivna uppgifter.',
      en: 'The permit or the consent does not cover all the data named.',
    },
  },
  banned: {
    source: '703/2023 § 59',
    message: {
      fi: 'Asiakas on kieltänyt näiden tietojen luovuttamisen.',
      sv: 'Klienten har förbjudit att dessa uppgifter lämnas ut.',
      en: 'The client has forbidden giving these data.',
    },
  },
  minorsBan: {
    source: '703/2023 § 51',
    message: {
      fi: 'Alaikäinen on kieltänyt antamasta tietoja tälle edustajalle.',
      sv: 'Den minderåriga har förbjudit att uppgifter lämnas till denna företrädare.',
      en: 'The minor has forbidden giving data to this representative.',
    },
  },
  thirdPersonsSaid: {
    source: '703/2023 § 4',
    message: {
      fi: 'Kirjaa, miksi muita koskevat tiedot ovat välttämättömiä.',
      sv: 'Anteckna varför uppgifter om andra är nödvändiga.',
      en: 'Why data of others are necessary is recorded.',
    },
  },
  sharedDocument: {
    source: '703/2023 § 4',
    message: {
      fi: 'Asiakirja koskee myös muita asiakkaita: heidän osuutensa jätetään pois tai sen tarve perustellaan.',
      sv: 'Handlingen gäller också andra klienter: deras del lämnas bort eller behovet motiveras.',
      en: 'The document is about other clients too: their part is left out, or the need of it is said.',
    },
  },
  addressProtected: {
    source: '661/2009 §§ 36, 37',
    message: {
      fi: 'Turvakiellon alaista osoitetta ei luovuteta kuin viranomaiselle, jonka tehtävä sitä välttämättä vaatii, ja syy kirjataan.',
      sv: 'En adress under spärrmarkering lämnas bara till en myndighet vars uppgift kräver den, och skälet antecknas.',
      en: 'An address under a safety ban is given only to an authority whose task needs it, and the reason is recorded.',
    },
  },
  addressInWords: {
    source: '661/2009 § 37',
    message: {
      fi: 'Turvakiellon alainen yhteystieto jää näkyviin tekstiin: jätä kohta pois.',
      sv: 'En kontaktuppgift under spärrmarkering står kvar i texten: lämna bort stället.',
      en: 'Contact data under a safety ban still stand in the text: leave the place out.',
    },
  },
  addressOwnRight: {
    source: '661/2009 § 37',
    message: {
      fi: 'Suojatun osoitteen luovuttaa vain se, jolla on oikeus nähdä se.',
      sv: 'En skyddad adress lämnas ut bara av den som har rätt att se den.',
      en: 'A protected address is given only by who may see it.',
    },
  },
  thirdCountry: {
    source: '(EU) 2016/679 art. 44–46',
    message: {
      fi: 'Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle, ellei rekisterinpitäjä siirrä niitä nimetyn artiklan nojalla.',
      sv: 'Uppgifter överförs inte utanför EU eller EES, om inte den personuppgiftsansvarige överför dem med stöd av en angiven artikel.',
      en: 'Data do not go outside the EU and the EEA, unless this controller transfers them and the article is named.',
    },
  },
  transferGrounded: {
    source: '(EU) 2016/679 art. 44–46',
    message: {
      fi: 'Siirrosta kolmanteen maahan kirjataan artikla ja peruste.',
      sv: 'Om en överföring till ett tredje land antecknas artikel och grund.',
      en: 'Of a transfer to a third country the article and the ground are recorded.',
    },
  },
  noMarketing: {
    source: '703/2023 § 4; (EU) 2016/679 art. 5(1)(b)',
    message: {
      fi: 'Tietoja ei luovuteta suoramarkkinointiin.',
      sv: 'Uppgifter lämnas inte ut för direktmarknadsföring.',
      en: 'Nothing is given for direct marketing.',
    },
  },
  researchByPermit: {
    source: '621/1999 § 28',
    message: {
      fi: 'Tutkimukseen tietoja annetaan vain tutkimusluvalla.',
      sv: 'För forskning lämnas uppgifter ut bara med forskningstillstånd.',
      en: 'For research data are given by a research permit only.',
    },
  },
  placeUnknown: {
    source: '703/2023 § 10',
    message: {
      fi: 'Pois jätettävää kohtaa ei ole asiakirjassa.',
      sv: 'Stället som ska lämnas bort finns inte i handlingen.',
      en: 'The document has no such place to leave out.',
    },
  },
  receivedByToday: {
    source: '703/2023 § 10',
    message: {
      fi: 'Pyyntö on saapunut viimeistään tänään.',
      sv: 'Begäran har kommit in senast i dag.',
      en: 'The request has arrived by today.',
    },
  },
  formSaid: {
    source: '703/2023 § 10',
    message: {
      fi: 'Pyynnöstä kirjataan, miten se esitettiin; oma-aloitteisesta ilmoituksesta ei.',
      sv: 'Om en begäran antecknas hur den framfördes; inte om en anmälan på eget initiativ.',
      en: 'Of a request it is said how it was made; of what is told of our own accord it is not.',
    },
  },
  countrySaid: {
    source: '(EU) 2016/679 art. 44–46',
    message: {
      fi: 'Ulkomaan viranomaisesta kirjataan, mistä maasta se on.',
      sv: 'Om en utländsk myndighet antecknas vilket land den är från.',
      en: 'Of an authority of another country it is said which country.',
    },
  },
  representativeNamed: {
    source: '703/2023 § 50',
    message: {
      fi: 'Edustaja nimetään asiakkaan tiedoista, ja suhteen nojalla hän saa tänään toimia asiakkaan puolesta.',
      sv: 'En företrädare anges ur klientens uppgifter, och får i dag företräda klienten enligt relationen.',
      en: 'A representative is named from the client’s file, by a relation that lets the person act for the client today.',
    },
  },
  changedSince: {
    source: '703/2023 § 10',
    message: {
      fi: 'Tiedot ovat muuttuneet valmistelun jälkeen: valmistele luovutus uudelleen.',
      sv: 'Uppgifterna har ändrats efter beredningen: bered utlämnandet på nytt.',
      en: 'The data have changed since it was prepared: prepare it anew.',
    },
  },
} as const satisfies Record<string, Rule>;

export type DisclosureRule = keyof typeof DISCLOSURE_RULES;

export const disclosureFinding = (rule: DisclosureRule, path: string): Finding => ({
  rule: `disclosure.${rule}`,
  severity: 'error',
  path,
  ...DISCLOSURE_RULES[rule],
});
