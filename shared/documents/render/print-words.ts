import type { PrintLanguage } from './layout.ts';

/** Fixed words of prints. The Swedish ones are unreviewed: no reader of the language has read them. */
const WORDS = {
  yes: { fi: 'Kyllä', sv: 'Ja' },
  no: { fi: 'Ei', sv: 'Nej' },
  at: { fi: 'klo', sv: 'kl.' },
  client: { fi: 'Asiakas', sv: 'Klient' },
  author: { fi: 'Laatija', sv: 'Upprättare' },
  drawnUp: { fi: 'Laadittu', sv: 'Upprättad' },
  confirmed: { fi: 'Vahvistettu', sv: 'Fastställd' },
  organiser: { fi: 'Palvelunjärjestäjä', sv: 'Serviceanordnare' },
  producer: { fi: 'Palveluntuottaja', sv: 'Serviceproducent' },
  serviceTask: { fi: 'Palvelutehtävä', sv: 'Serviceuppgift' },
  socialService: { fi: 'Sosiaalipalvelu', sv: 'Socialservice' },
  specialCategories: {
    fi: 'Erityiset henkilötietoryhmät',
    sv: 'Särskilda kategorier av personuppgifter',
  },
  caseId: { fi: 'Asian tunnus', sv: 'Ärendets kod' },
  documentId: { fi: 'Asiakirjan tunnus', sv: 'Handlingens kod' },
  version: { fi: 'Versio', sv: 'Version' },
  document: { fi: 'Asiakirja', sv: 'Handling' },
  entry: { fi: 'Merkintä', sv: 'Anteckning' },
  printed: { fi: 'Tulostettu', sv: 'Utskriven' },
  page: { fi: 'Sivu', sv: 'Sida' },
  safetyBan: { fi: 'Ei näytetä (turvakielto)', sv: 'Visas inte (spärrmarkering)' },
  secret: { fi: 'Ei näytetä (salassa pidettävä)', sv: 'Visas inte (sekretessbelagd)' },
  hiddenTitle: { fi: 'Tietoja jätetty pois', sv: 'Uppgifter har utelämnats' },
  safetyBanText: {
    fi: 'Turvakiellon vuoksi tästä tulosteesta on jätetty pois osoite- ja yhteystietoja (661/2009 36 §).',
    sv: 'På grund av spärrmarkering har adress- och kontaktuppgifter utelämnats ur denna utskrift (661/2009 36 §).',
  },
  secretText: {
    fi: 'Tästä tulosteesta on jätetty pois tietoja, joita sen saajalle ei saa näyttää.',
    sv: 'Ur denna utskrift har utelämnats uppgifter som inte får visas för mottagaren.',
  },
  serviceOfNotice: { fi: 'Tiedoksianto', sv: 'Delgivning' },
  signature: { fi: 'Allekirjoitus', sv: 'Underskrift' },
  appeal: { fi: 'Muutoksenhakuohje', sv: 'Anvisning för sökande av ändring' },
  draft: { fi: 'Luonnos', sv: 'Utkast' },
  draftText: {
    fi: 'Tämä on keskeneräinen luonnos, ei asiakirja.',
    sv: 'Detta är ett ofärdigt utkast, inte en handling.',
  },
  corrected: { fi: 'Korjattu', sv: 'Rättad' },
  correctedText: {
    fi: 'Tämä versio korvaa aiemman. Aiempi versio on säilytetty.',
    sv: 'Denna version ersätter en tidigare. Den tidigare versionen har bevarats.',
  },
  superseded: { fi: 'Korvattu', sv: 'Ersatt' },
  supersededText: {
    fi: 'Tämä versio on korvattu myöhemmällä, eikä se ole voimassa.',
    sv: 'Denna version har ersatts av en senare och gäller inte.',
  },
  replacedBy: { fi: 'jonka on korvannut versio', sv: 'som har ersatts av version' },
  invalidated: { fi: 'Mitätöity', sv: 'Makulerad' },
  invalidatedText: {
    fi: 'Asiakirja on mitätöity, eikä se ole voimassa.',
    sv: 'Handlingen har makulerats och gäller inte.',
  },
  removed: { fi: 'Poistettu', sv: 'Borttagen' },
  removedText: {
    fi: 'Asiakirjan sisältö on poistettu. Tämä merkintä on jätetty siitä.',
    sv: 'Handlingens innehåll har tagits bort. Denna anteckning har lämnats kvar.',
  },
  moved: { fi: 'Siirretty', sv: 'Flyttad' },
  movedText: {
    fi: 'Merkintä on siirretty toisen asiakkaan tietoihin.',
    sv: 'Anteckningen har flyttats till en annan klients uppgifter.',
  },
  movedHereText: {
    fi: 'Merkintä on siirretty tähän toisen asiakkaan tiedoista.',
    sv: 'Anteckningen har flyttats hit från en annan klients uppgifter.',
  },
  lost: { fi: 'Puuttuvia merkkejä', sv: 'Tecken som saknas' },
  lostText: {
    fi: 'Kirjasimesta puuttuvat merkit on painettu merkkinä □:',
    sv: 'Tecken som saknas i typsnittet har tryckts som □:',
  },
  narrative: { fi: 'Asiakaskertomus', sv: 'Klientjournal' },
  period: { fi: 'Ajanjakso', sv: 'Period' },
  noEntries: {
    fi: 'Ajanjaksolla ei ole merkintöjä, joita voit lukea.',
    sv: 'Under perioden finns inga anteckningar som du får läsa.',
  },
  event: { fi: 'Tapahtuma-aika', sv: 'Tidpunkt för händelsen' },
  written: { fi: 'Kirjattu', sv: 'Antecknad' },
  text: { fi: 'Kuvaus', sv: 'Beskrivning' },
  agreed: { fi: 'Sovitut asiat', sv: 'Överenskommelser' },
  channel: { fi: 'Asiointitapa', sv: 'Kontaktsätt' },
  place: { fi: 'Paikka', sv: 'Plats' },
  participants: { fi: 'Osallistujat', sv: 'Deltagare' },
  bundle: { fi: 'Oikeusasiakirjanippu', sv: 'Rättegångsmaterial' },
  attachmentsLeftOut: { fi: 'liitteitä, joita tässä ei ole', sv: 'bilagor som inte ingår här' },
  attachment: { fi: 'Liite', sv: 'Bilaga' },
  attachments: { fi: 'Liitteet', sv: 'Bilagor' },
  typeNotPrinted: {
    fi: 'ei tulosteta: tiedostomuotoa ei voi liittää tulosteeseen',
    sv: 'skrivs inte ut: filformatet kan inte fogas till utskriften',
  },
  fileNotPrinted: {
    fi: 'ei tulosteta: tiedostoa ei voi liittää tulosteeseen',
    sv: 'skrivs inte ut: filen kan inte fogas till utskriften',
  },
  fileRemoved: { fi: 'poistettu', sv: 'borttagen' },
  contents: { fi: 'Sisällys', sv: 'Innehåll' },
  documents: { fi: 'Asiakirjoja', sv: 'Antal handlingar' },
} as const satisfies Record<string, Record<PrintLanguage, string>>;

export type PrintWord = keyof typeof WORDS;

/** What stands around an English letter. */
const ENGLISH: Partial<Record<PrintWord, string>> = { page: 'Page', contents: 'Contents', at: 'at' };

export const printWord = (word: PrintWord, language: PrintLanguage | 'en'): string =>
  language === 'en' ? (ENGLISH[word] ?? WORDS[word].fi) : WORDS[word][language];
