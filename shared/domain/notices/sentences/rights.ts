import { mayBeObjectedTo } from '../../data-subject-requests/may-object.ts';
import { always, type NoticeSentence, type SectionOfNotice, when } from '../facts.ts';
import { OFFICES } from '../words-of-requests.ts';

/** The data subject's rights ((EU) 2016/679, 13(2)(b)–(c)). */

const restsOnConsent = when(({ settings }) =>
  settings.registers.some(({ legalBases }) => legalBases.includes('consent')),
);

/** Who makes a correction (C-26). */
const CORRECTORS = {
  anyWorker: {
    fi: 'Virheen korjaa viran puolesta se työntekijä, joka sen huomaa.',
    sv: 'Ett fel rättas på tjänstens vägnar av den anställda som upptäcker det.',
    en: 'An error is corrected, ex officio, by the worker who notices it.',
  },
  authorThenSpecial: {
    fi: 'Korjauksen tekee merkinnän kirjoittaja, tai jos se ei ole mahdollista, korjaamiseen oikeutettu henkilö nimetyn henkilön läsnä ollessa.',
    sv: 'Rättelsen görs av den som skrivit anteckningen, eller om det inte är möjligt av en person med rätt att rätta i en namngiven persons närvaro.',
    en: 'The correction is made by who wrote the entry, or where that is not possible by a person with the right to correct, in the presence of a named person.',
  },
  controller: {
    fi: 'Korjauksen tekee merkinnän kirjoittaja tai se, jolle rekisterinpitäjä on antanut oikeuden korjata.',
    sv: 'Rättelsen görs av den som skrivit anteckningen eller av den som den personuppgiftsansvariga har gett rätt att rätta.',
    en: 'The correction is made by who wrote the entry, or by whom the controller has given the right to correct.',
  },
} as const;

const rights: readonly NoticeSentence[] = [
  {
    id: 'rights.access',
    by: 'dataShown',
    text: {
      fi: 'Sinulla on oikeus saada vahvistus siitä, käsitelläänkö tietojasi, ja jäljennös tiedoistasi (15 artikla).',
      sv: 'Du har rätt att få bekräftelse på om dina uppgifter behandlas och en kopia av dem (artikel 15).',
      en: 'You may have a confirmation whether data about you are processed, and a copy of them (article 15).',
    },
    said: always,
  },
  {
    id: 'rights.rectification',
    by: 'dataRectified',
    text: {
      fi: 'Sinulla on oikeus saada virheellinen tieto oikaistuksi ja puutteellinen täydennetyksi ilman aiheetonta viivytystä (16 artikla). Oikaisusta päättää {decider}.',
      sv: 'Du har rätt att utan onödigt dröjsmål få felaktiga uppgifter rättade och ofullständiga kompletterade (artikel 16). Om rättelse beslutar {decider}.',
      en: 'You may have wrong data rectified and incomplete data completed without undue delay (article 16), as decided by {decider}.',
    },
    said: ({ settings }, language) => [{ decider: OFFICES[settings.correction.decider][language] }],
  },
  ...(['anyWorker', 'authorThenSpecial', 'controller'] as const).map(
    (corrector): NoticeSentence => ({
      id: `rights.corrector.${corrector}`,
      by: 'correctorChosen',
      text: CORRECTORS[corrector],
      said: when(({ settings }) => settings.correction.corrector === corrector),
    }),
  ),
  {
    id: 'rights.statement',
    by: 'dataRectified',
    text: {
      fi: 'Voit toimittaa lisäselvityksen tai kertoa oman kantasi tiedoista. Se säilytetään tiedon yhteydessä, vaikka tietoa ei oikaistaisi.',
      sv: 'Du kan lämna ett kompletterande utlåtande eller berätta din egen syn på uppgifterna. Det bevaras i anslutning till uppgiften, även om den inte rättas.',
      en: 'You may give an additional statement or your own view of the data. It is kept beside them, even where they are not rectified.',
    },
    said: always,
  },
  {
    id: 'rights.trace',
    by: 'correctionTrace',
    text: {
      fi: 'Alkuperäinen merkintä, korjaus, sen tekijä, aika ja peruste säilyvät luettavina.',
      sv: 'Den ursprungliga anteckningen, rättelsen samt vem som gjort den, när och på vilken grund förblir läsbara.',
      en: 'The entry as it was, the correction, who made it, when and on what ground stay readable.',
    },
    said: always,
  },
  {
    id: 'rights.erasureOnRequest',
    by: 'dataErased',
    text: {
      fi: 'Voit pyytää tietojesi poistamista. Rekisterinpitäjä poistaa tarpeettomat tiedot; lakisääteisen tehtävän vuoksi säilytettäviä tietoja ei poisteta (17 artiklan 3 kohta).',
      sv: 'Du kan begära att dina uppgifter raderas. Den personuppgiftsansvariga raderar onödiga uppgifter; uppgifter som förvaras på grund av en lagstadgad uppgift raderas inte (artikel 17.3).',
      en: 'You may ask for erasure. The controller erases what is not needed; what is kept for a statutory duty is not erased (article 17(3)).',
    },
    said: when(({ settings }) => settings.erasure.mode === 'onRequest'),
  },
  {
    id: 'rights.erasureUnnecessary',
    by: 'dataErased',
    text: {
      fi: 'Tarpeettomat tiedot poistetaan, ja poistosta jää merkintä. Lakisääteisen tehtävän vuoksi säilytettäviä tietoja ei poisteta (17 artiklan 3 kohta).',
      sv: 'Onödiga uppgifter raderas och en anteckning om raderingen kvarstår. Uppgifter som förvaras på grund av en lagstadgad uppgift raderas inte (artikel 17.3).',
      en: 'What is not needed is erased, and a mark of it stays. What is kept for a statutory duty is not erased (article 17(3)).',
    },
    said: when(({ settings }) => settings.erasure.mode === 'unnecessaryOnly'),
  },
  {
    id: 'rights.erasureNone',
    by: 'dataErased',
    text: {
      fi: 'Oikeutta tietojen poistamiseen ei ole, koska käsittely perustuu lakisääteiseen tehtävään (17 artiklan 3 kohta).',
      sv: 'Rätt till radering finns inte, eftersom behandlingen grundar sig på en lagstadgad uppgift (artikel 17.3).',
      en: 'There is no right to erasure, because the processing is for a statutory duty (article 17(3)).',
    },
    said: when(({ settings }) => settings.erasure.mode === 'none'),
  },
  {
    id: 'rights.erasureExternal',
    by: 'words',
    text: {
      fi: 'Ohjeet tietojen poistamisesta ovat rekisterinpitäjän verkkosivulla.',
      sv: 'Anvisningar om radering finns på den personuppgiftsansvarigas webbplats.',
      en: 'Instructions on erasure are on the controller’s web page.',
    },
    said: when(({ settings }) => settings.erasure.mode === 'external'),
  },
  {
    id: 'rights.restriction',
    by: 'restrictionMarked',
    text: {
      fi: 'Voit pyytää käsittelyn rajoittamista (18 artikla). Pyynnöstä voidaan kieltäytyä, jos rajoittaminen vaarantaisi vakavasti terveyttäsi, hoitoasi tai jonkun oikeuksia (703/2023 12 §).',
      sv: 'Du kan begära att behandlingen begränsas (artikel 18). Begäran kan avslås om begränsningen allvarligt skulle äventyra din hälsa, din vård eller någons rättigheter (703/2023 12 §).',
      en: 'You may ask for restriction of the processing (article 18). It may be refused where it would seriously endanger your health, your care or anybody’s rights (703/2023 § 12).',
    },
    said: when(({ settings }) => settings.restriction.enabled),
  },
  {
    id: 'rights.objection',
    by: 'law',
    text: {
      fi: 'Voit henkilökohtaiseen tilanteeseesi liittyvällä perusteella vastustaa käsittelyä, joka perustuu yleistä etua koskevaan tehtävään tai julkisen vallan käyttöön (21 artikla).',
      sv: 'Du kan av skäl som hänför sig till din specifika situation invända mot behandling som grundar sig på en uppgift av allmänt intresse eller myndighetsutövning (artikel 21).',
      en: 'On grounds of your particular situation you may object to processing based on a task in the public interest or public authority (article 21).',
    },
    said: when(({ settings }) => mayBeObjectedTo(settings.registers)),
  },
  {
    id: 'rights.withdraw',
    by: 'consentsWithdrawn',
    text: {
      fi: 'Suostumuksen voi peruuttaa milloin tahansa. Peruutus ei vaikuta sitä ennen tehdyn käsittelyn lainmukaisuuteen.',
      sv: 'Ett samtycke kan återkallas när som helst. Återkallelsen påverkar inte lagligheten av behandling som skett före den.',
      en: 'A consent may be withdrawn at any time, without effect on the lawfulness of the processing before.',
    },
    said: (facts, language) => (facts.settings.disclosure.byConsent ? [{}] : restsOnConsent(facts, language)),
  },
  {
    id: 'rights.minor',
    by: 'minorsBans',
    text: {
      fi: 'Alaikäinen voi ikänsä ja kehitystasonsa sekä asian laadun huomioon ottaen painavasta syystä kieltää antamasta tietojaan huoltajalleen tai muulle lailliselle edustajalleen, jollei se ole selvästi hänen etunsa vastaista. Jos alaikäinen tai hänen edustajansa on asiassa asianosaisena, edustajalla on kuitenkin oikeus saada tietoja (703/2023 51 §).',
      sv: 'En minderårig kan med beaktande av ålder, utvecklingsnivå och sakens natur av vägande skäl förbjuda att uppgifter lämnas till vårdnadshavaren eller en annan laglig företrädare, om det inte klart strider mot den minderårigas intresse. Om den minderåriga eller företrädaren är part i ärendet har företrädaren dock rätt att få uppgifter (703/2023 51 §).',
      en: 'A minor, considering age, development and the nature of the matter, may for a weighty reason deny giving data to the guardian or another legal representative, unless that is clearly against the minor’s interest. Where the minor or the representative is a party to the matter, the representative still has the right to be informed (703/2023 § 51).',
    },
    said: when(({ settings }) => settings.minors.denial),
  },
  {
    id: 'rights.appeal',
    by: 'appeal',
    text: {
      fi: 'Palvelua koskevaan päätökseen haetaan muutosta päätökseen liitetyn ohjeen mukaan.',
      sv: 'Ändring i ett beslut om service söks enligt anvisningen till beslutet.',
      en: 'A decision on a service is appealed by the guidance that comes with it.',
    },
    said: always,
  },
];

export const RIGHTS: readonly SectionOfNotice[] = [
  { id: 'rights', title: { fi: 'Oikeutesi', sv: 'Dina rättigheter', en: 'Your rights' }, sentences: rights },
];
