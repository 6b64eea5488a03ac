import type * as z from 'zod';
import type { Sentence } from '../../kernel/finding.ts';
import type { RecipientKind } from '../../trail/disclosure.ts';
import type { BasisKind, DataGroup } from '../../trail/event.ts';

/** Words of the letter that answers a request for log data. No reader of the languages has read them: unreviewed. */
export type LetterLanguage = keyof Sentence;

export const LETTER = {
  title: { fi: 'Lokitietosi', sv: 'Dina logguppgifter', en: 'The log data about you' },
  refusal: {
    fi: 'Päätös lokitietojen antamisesta',
    sv: 'Beslut om utlämnande av logguppgifter',
    en: 'Decision on giving log data',
  },
  client: { fi: 'Asiakas', sv: 'Klient', en: 'Client' },
  request: { fi: 'Pyynnön tunnus', sv: 'Begärans kod', en: 'Id of the request' },
  received: { fi: 'Pyyntö saapunut', sv: 'Begäran inkom', en: 'Request received' },
  answered: { fi: 'Vastattu', sv: 'Besvarad', en: 'Answered' },
  days: { fi: 'Ajanjakso', sv: 'Period', en: 'Period' },
  outcome: { fi: 'Ratkaisu', sv: 'Avgörande', en: 'Outcome' },
  grounds: { fi: 'Perustelut', sv: 'Motivering', en: 'Grounds' },
  fee: { fi: 'Korvaus', sv: 'Ersättning', en: 'Fee' },
  'asker.minorsBan': {
    fi: 'Alaikäisen tietoja ei anneta tälle edustajalle (703/2023 51 §).',
    sv: 'Uppgifter om den minderåriga lämnas inte ut till denna företrädare (703/2023 51 §).',
    en: 'Data of the minor are not given to this representative (703/2023 § 51).',
  },
  'asker.noRightToAct': {
    fi: 'Pyytäjällä ei ole oikeutta käsitellä asiakkaan tietoja hänen puolestaan (703/2023 50 §).',
    sv: 'Den begärande har inte rätt att behandla klientens uppgifter för klientens räkning (703/2023 50 §).',
    en: 'Who asks has no right to handle the data of the client for the client (703/2023 § 50).',
  },
  remedyTitle: { fi: 'Jos olet tyytymätön', sv: 'Om du är missnöjd', en: 'If you are not satisfied' },
  remedy: {
    fi: 'Voit saattaa asian tietosuojavaltuutetun käsiteltäväksi (703/2023 11 §; tietosuojalaki 21 §).',
    sv: 'Du kan föra ärendet till dataombudsmannen (703/2023 11 §; dataskyddslagen 21 §).',
    en: 'You may bring the matter to the Data Protection Ombudsman (703/2023 § 11; Data Protection Act § 21).',
  },
  what: { fi: 'Mitä tietoja', sv: 'Vilka uppgifter', en: 'Which data' },
  when: { fi: 'Milloin', sv: 'När', en: 'When' },
  who: { fi: 'Kuka', sv: 'Vem', en: 'Who' },
  why: { fi: 'Millä perusteella', sv: 'På vilken grund', en: 'On what ground' },
  read: { fi: 'Katsottu', sv: 'Läst', en: 'Seen' },
  written: { fi: 'Kirjattu tai muutettu', sv: 'Antecknat eller ändrat', en: 'Written or changed' },
  refused: { fi: 'Yritys, joka estettiin', sv: 'Försök som hindrades', en: 'An attempt that was refused' },
  lines: { fi: 'Tietojesi käyttö', sv: 'Användningen av dina uppgifter', en: 'The use of your data' },
  none: {
    fi: 'Tältä ajalta ei ole annettavia merkintöjä.',
    sv: 'Från denna tid finns inga poster att lämna ut.',
    en: 'There are no lines to give of this period.',
  },
  withheld: {
    fi: 'Päätöksellä pois jätettyjä merkintöjä:',
    sv: 'Poster som utelämnats genom beslut:',
    en: 'Lines left out by decision:',
  },
  pseudonym: { fi: 'Työntekijä', sv: 'Anställd', en: 'Worker' },
  place: { fi: 'Nro', sv: 'Nr', en: 'No.' },
  proof: { fi: 'Todiste', sv: 'Bevis', en: 'Proof' },
  logName: { fi: 'Lokin nimi', sv: 'Loggens namn', en: 'Name of the log' },
  logSize: { fi: 'Rivejä lokissa', sv: 'Rader i loggen', en: 'Lines in the log' },
  logRoot: { fi: 'Lokin tiiviste', sv: 'Loggens kontrollsumma', en: 'Root of the log' },
  whatProof: {
    fi: 'Numero on rivin sija sinetöidyssä lokissa, ensimmäinen on 0. Tiiviste riippuu jokaisesta rivistä: jos yksikin olisi muuttunut tai poistettu, se olisi toinen. Viiva tarkoittaa, ettei riviä ollut vielä sinetöity, kun tämä tulostettiin.',
    sv: 'Numret är radens plats i den förseglade loggen, den första är 0. Kontrollsumman beror på varje rad: om en enda hade ändrats eller tagits bort vore den en annan. Ett streck betyder att raden inte var förseglad när detta skrevs ut.',
    en: 'The number is the place of the row in the sealed log, the first being 0. The root depends on every line: if one had been changed or taken away it would be another. A dash means that the row was not sealed yet when this was printed.',
  },
  notSealed: {
    fi: 'Lokia ei ollut vielä sinetöity, kun tämä tulostettiin.',
    sv: 'Loggen var inte förseglad när detta skrevs ut.',
    en: 'The log was not sealed yet when this was printed.',
  },
  whereProof: {
    fi: 'Tiedoston, jossa on jokaisen rivin todiste (JSON, muoto sointu-extract/1), saat rekisterinpitäjältä tällä pyynnön tunnuksella tai sähköisestä asioinnista omista lokitiedoistasi. Pyynnön tunnus:',
    sv: 'Filen med beviset för varje rad (JSON, formen sointu-extract/1) får du av den personuppgiftsansvariga med begärans kod, eller i den elektroniska tjänsten bland dina logguppgifter. Begärans kod:',
    en: 'The file with the proof of each row (JSON, form sointu-extract/1) can be had from the controller by the id of the request, or from the e-service among the own log data. Id of the request:',
  },
  disclosed: { fi: 'Luovutettu', sv: 'Utlämnat', en: 'Handed out' },
  'ground.provision': { fi: 'laki', sv: 'lag', en: 'by law' },
  'ground.permit': { fi: 'luovutuslupa', sv: 'tillstånd till utlämnande', en: 'permit to disclose' },
  'ground.consent': { fi: 'suostumus', sv: 'samtycke', en: 'consent' },
  'ground.recorded': {
    fi: 'peruste kirjattu asiakastietoihin',
    sv: 'grunden antecknad i klientuppgifterna',
    en: 'the ground is recorded in the file',
  },
  olderGone: {
    fi: 'Tätä vanhemmat merkinnät eivät ole tässä otteessa:',
    sv: 'Poster som är äldre än detta ingår inte i utdraget:',
    en: 'Lines older than this are not in the extract:',
  },
} as const satisfies Record<string, Sentence>;

export const OUTCOMES = {
  given: { fi: 'Lokitiedot annetaan', sv: 'Logguppgifterna lämnas ut', en: 'The log data are given' },
  partly: {
    fi: 'Lokitiedot annetaan osittain',
    sv: 'Logguppgifterna lämnas ut delvis',
    en: 'The log data are given in part',
  },
  refused: {
    fi: 'Lokitietoja ei anneta',
    sv: 'Logguppgifterna lämnas inte ut',
    en: 'The log data are not given',
  },
} as const satisfies Record<string, Sentence>;

/** One page for somebody who has never seen a log. */
export const EXPLANATION: Readonly<Record<LetterLanguage, readonly string[]>> = {
  fi: [
    'Järjestelmä kirjaa jokaisen kerran, kun joku katsoo, muuttaa tai yrittää avata tietojasi. Kirjausta ei voi ohittaa eikä poistaa. Tässä luettelossa on yksi rivi kustakin kerrasta.',
    'Jokaisella rivillä on neljä asiaa: milloin tietoja käytettiin, kuka niitä käytti ja missä tehtävässä, mitä tietoja käyttö koski ja millä perusteella se oli sallittua. Rivi voi kertoa myös yrityksestä, jonka järjestelmä esti: silloin tietojasi ei näytetty.',
    'Luettelossa ei lueta, mitä tiedoissasi sanotaan, eikä siinä ole muiden asiakkaiden tietoja. Jos useampi asiakas näkyi samassa luettelossa, näet vain oman osuutesi.',
    'Moni rivi on tavallista työtä: omatyöntekijäsi, hänen sijaisensa, esihenkilö tai yksikkö, jolle asiasi kuuluu. Jos et tunnista syytä, kysy ensin siitä yksiköstä, jonka työntekijä on kyseessä.',
    'Jos epäilet, että tietojasi on käytetty väärin, voit pyytää rekisterinpitäjältä kirjallisen selvityksen. Siinä sen on kerrottava käytön peruste ja perusteltu käsityksensä siitä, oliko käyttö lain mukaista.',
    'Lokitiedot saa maksutta kahden viime vuoden ajalta. Vanhempia annetaan erityisestä syystä. Saat käyttää näitä tietoja vain omien oikeuksiesi selvittämiseen ja toteuttamiseen (703/2023 11 §).',
    'Saman otteen voi saada myös tiedostona, jossa on todiste siitä, että rivit ovat sinetöidyssä lokissa sellaisina kuin ne kirjattiin. Todisteen voi tarkistaa kuka tahansa lokin julkisella avaimella.',
  ],
  sv: [
    'Systemet antecknar varje gång någon läser, ändrar eller försöker öppna dina uppgifter. Anteckningen kan inte kringgås eller tas bort. Listan har en rad för varje gång.',
    'Varje rad säger fyra saker: när uppgifterna användes, vem som använde dem och i vilken uppgift, vilka uppgifter det gällde och på vilken grund det var tillåtet. En rad kan också gälla ett försök som systemet hindrade: då visades dina uppgifter inte.',
    'Listan säger inte vad som står i dina uppgifter, och den innehåller inga uppgifter om andra klienter. Om flera klienter syntes i samma lista ser du bara din egen del.',
    'Många rader är vanligt arbete: din egen kontaktperson, en vikarie, en chef eller den enhet som ditt ärende hör till. Om du inte känner igen orsaken, fråga först den enhet där personen arbetar.',
    'Om du misstänker att dina uppgifter har missbrukats kan du begära en skriftlig utredning av den personuppgiftsansvariga. Den ska ange grunden för användningen och en motiverad uppfattning om huruvida den var lagenlig.',
    'Logguppgifter för de två senaste åren är avgiftsfria. Äldre lämnas ut av särskilda skäl. Du får använda uppgifterna bara för att utreda och tillgodose dina egna rättigheter (703/2023 11 §).',
    'Samma utdrag kan fås som en fil med bevis för att raderna står i den förseglade loggen så som de antecknades. Vem som helst kan kontrollera beviset med loggens öppna nyckel.',
  ],
  en: [
    'The system writes a line each time somebody looks at your data, changes them or tries to open them. No line can be skipped or taken away. This list has one row for each time.',
    'Each row says four things: when your data were used, who used them and in which post, which data it was about, and on what ground it was allowed. A row may also tell of an attempt that the system refused: your data were then not shown.',
    'The list does not say what your data say, and nothing in it is about other clients. Where several clients were shown together, you see your own part alone.',
    'Many rows are everyday work: your own worker, a deputy, a supervisor, the unit that your matter belongs to. If you do not see why, ask first the unit of the worker in question.',
    'If you suspect that your data were misused, you may ask the controller for an explanation in writing. It must give the ground of the use and its reasoned view of whether that was lawful.',
    'Log data of the last two years are free of charge. Older data are given for a special reason. You may use these data only to find out about your own rights and to exercise them (703/2023 § 11).',
    'The same extract can be had as a file with the proof that the rows stand in the sealed log as they were written. Anybody can check the proof with the public key of the log.',
  ],
};

const GROUPS: Partial<Record<DataGroup, Sentence>> = {
  identity: { fi: 'henkilöllisyys', sv: 'identitet', en: 'identity' },
  baseData: { fi: 'perustiedot', sv: 'basuppgifter', en: 'base data' },
  contactData: { fi: 'yhteystiedot', sv: 'kontaktuppgifter', en: 'contact data' },
  family: { fi: 'perhe ja verkosto', sv: 'familj och nätverk', en: 'family and network' },
  clienthood: { fi: 'asiakkuus', sv: 'klientskap', en: 'clienthood' },
  case: { fi: 'asia', sv: 'ärende', en: 'case' },
  caseNotes: { fi: 'asiakaskertomus', sv: 'klientjournal', en: 'narrative' },
  deadlines: { fi: 'määräajat', sv: 'tidsfrister', en: 'deadlines' },
  tasks: { fi: 'tehtävät', sv: 'uppgifter att göra', en: 'tasks' },
  documents: { fi: 'asiakirjat', sv: 'handlingar', en: 'documents' },
  plans: { fi: 'suunnitelmat', sv: 'planer', en: 'plans' },
  services: { fi: 'palvelut', sv: 'tjänster', en: 'services' },
  drafts: { fi: 'luonnokset', sv: 'utkast', en: 'drafts' },
  accessLog: { fi: 'lokitiedot', sv: 'logguppgifter', en: 'log data' },
  accessRights: { fi: 'käyttöoikeudet', sv: 'åtkomsträtter', en: 'access rights' },
  appointments: { fi: 'ajanvaraukset', sv: 'tidsbokningar', en: 'appointments' },
  attachments: { fi: 'liitteet', sv: 'bilagor', en: 'attachments' },
  intake: { fi: 'vireilletulo', sv: 'inledande av ärende', en: 'intake' },
  assessments: { fi: 'arvioinnit', sv: 'bedömningar', en: 'assessments' },
  papers: { fi: 'paperiaineisto', sv: 'pappersmaterial', en: 'paper material' },
  decisions: { fi: 'päätökset', sv: 'beslut', en: 'decisions' },
  dataRequests: {
    fi: 'omia tietoja koskevat pyynnöt',
    sv: 'begäranden om egna uppgifter',
    en: 'requests about own data',
  },
  disclosures: { fi: 'luovutukset ja luvat', sv: 'utlämnanden och tillstånd', en: 'disclosures and permits' },
  statistics: { fi: 'tilastot', sv: 'statistik', en: 'statistics' },
};

const BASES: Partial<Record<BasisKind, Sentence>> = {
  ownWorker: { fi: 'omatyöntekijä', sv: 'egen kontaktperson', en: 'own worker' },
  assignment: { fi: 'asian työntekijä', sv: 'ärendets handläggare', en: 'worker of the case' },
  unit: { fi: 'asiaa hoitava yksikkö', sv: 'enheten som sköter ärendet', en: 'unit that handles the case' },
  intake: { fi: 'vireilletulon käsittely', sv: 'mottagande av ärende', en: 'intake' },
  appointment: { fi: 'ajanvaraus', sv: 'tidsbokning', en: 'appointment' },
  referral: { fi: 'asian siirto', sv: 'överföring av ärende', en: 'transfer of the case' },
  onCall: { fi: 'päivystys', sv: 'jour', en: 'on call' },
  deputy: { fi: 'sijaisuus', sv: 'vikariat', en: 'deputy' },
  breakGlass: {
    fi: 'avaus ilman asiakassuhdetta, syy kirjattu',
    sv: 'öppning utan klientrelation, orsaken antecknad',
    en: 'opened without a tie, the reason is recorded',
  },
  administration: { fi: 'hallinto', sv: 'administration', en: 'administration' },
  supervision: {
    fi: 'tietojen käytön valvonta',
    sv: 'övervakning av användningen',
    en: 'supervision of use',
  },
  ownMatters: { fi: 'oma asia', sv: 'eget ärende', en: 'own matter' },
  none: { fi: 'ei perustetta', sv: 'ingen grund', en: 'no ground' },
};

const RECIPIENTS: Record<z.infer<typeof RecipientKind>, Sentence> = {
  representative: { fi: 'edustaja', sv: 'företrädare', en: 'representative' },
  party: { fi: 'asianosainen', sv: 'part', en: 'party' },
  authority: { fi: 'viranomainen', sv: 'myndighet', en: 'authority' },
  court: { fi: 'tuomioistuin', sv: 'domstol', en: 'court' },
  provider: { fi: 'palveluntuottaja', sv: 'tjänsteproducent', en: 'service provider' },
  other: { fi: 'muu', sv: 'annan', en: 'other' },
};
export const recipientWord = (kind: z.infer<typeof RecipientKind>, language: LetterLanguage): string =>
  RECIPIENTS[kind][language];

/** A code that has no word here is shown as it is. */
export const groupWord = (group: DataGroup, language: LetterLanguage): string =>
  GROUPS[group]?.[language] ?? group;
export const basisWord = (kind: BasisKind, language: LetterLanguage): string =>
  BASES[kind]?.[language] ?? kind;
