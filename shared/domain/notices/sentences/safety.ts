import { JOB_ROLES } from '../../../access/job-roles.ts';
import { always, joined, once, type SectionOfNotice, when } from '../facts.ts';
import { inSentence, strungOf } from '../strung.ts';
import { METHODS, w } from '../words.ts';

/** The methods stand in order of preference (C-14). */
const ELSE = w(' tai toissijaisesti ', ' eller i andra hand ', ' or, failing that, ');

/** How the data are protected: only what the system holds everybody to. */

export const SAFETY: readonly SectionOfNotice[] = [
  {
    id: 'security',
    title: { fi: 'Suojauksen periaatteet', sv: 'Principer för skyddet', en: 'How data are protected' },
    sentences: [
      {
        id: 'security.roles',
        by: 'rightsByDecree',
        text: {
          fi: 'Käyttöoikeus rajautuu työtehtävän mukaan (457/2024): {roles}.',
          sv: 'Åtkomsträtten begränsas enligt arbetsuppgiften (457/2024): {roles}.',
          en: 'Rights are limited by the duty (457/2024): {roles}.',
        },
        said: ({ enforced }, language) =>
          once(
            'roles',
            joined(
              enforced.jobRoles.map((role) => inSentence(JOB_ROLES[role][language])),
              '; ',
            ),
          ),
      },
      {
        id: 'security.openings',
        by: 'openingsReviewed',
        text: {
          fi: 'Jos työntekijä avaa tiedot ilman asiakassuhdetta, avaus vaatii perustelun, on määräaikainen, ja esihenkilö tarkistaa sen.',
          sv: 'Om en anställd öppnar uppgifter utan klientförhållande kräver öppnandet en motivering, är tidsbegränsat och granskas av chefen.',
          en: 'A file opened without a client relationship needs a reason, ends by itself and is reviewed by the supervisor.',
        },
        said: always,
      },
      {
        id: 'security.methods',
        by: 'methodLogged',
        text: {
          fi: 'Käyttäjät tunnistetaan {methods}. Tunnistustapa tallentuu lokiin.',
          sv: 'Användarna identifieras {methods}. Identifieringssättet sparas i loggen.',
          en: 'Users are authenticated {methods}. The method stands in the log.',
        },
        said: ({ settings }, language) => [
          { methods: strungOf(METHODS, settings.auth.methods, ELSE, language) },
        ],
      },
      {
        id: 'security.passwords',
        by: 'passwordsAge',
        text: {
          fi: 'Salasana on vaihdettava vähintään {days} päivän välein.',
          sv: 'Lösenordet ska bytas minst var {days}:e dag.',
          en: 'A password is changed at least every {days} days.',
        },
        said: ({ settings: { auth } }) =>
          once('days', auth.passwordMaxAgeDays === null ? null : String(auth.passwordMaxAgeDays)),
      },
      {
        id: 'security.commitment',
        by: 'commitmentFirst',
        text: {
          fi: 'Käyttöoikeus annetaan vasta, kun käyttäjä on allekirjoittanut tietosuoja- ja salassapitositoumuksen.',
          sv: 'Åtkomsträtt ges först när användaren har undertecknat en förbindelse om dataskydd och sekretess.',
          en: 'A right is given only when the user has signed a commitment to privacy and secrecy.',
        },
        said: when(({ settings }) => settings.rights.requireCommitment),
      },
      {
        id: 'security.silence',
        by: 'commitmentFirst',
        text: {
          fi: 'Vaitiolovelvollisuus jatkuu palvelussuhteen päätyttyä (703/2023 5 §).',
          sv: 'Tystnadsplikten fortsätter efter att anställningen upphört (703/2023 5 §).',
          en: 'The duty of silence goes on after the employment (703/2023 § 5).',
        },
        said: when(({ settings }) => settings.commitment.continuesAfterEmployment),
      },
      {
        id: 'security.rightsEnd',
        by: 'rightsEnd',
        text: {
          fi: 'Oikeudet päättyvät tehtävän tai palvelussuhteen päättyessä, ja esihenkilö vahvistaa voimassa olevat määräajoin.',
          sv: 'Rättigheterna upphör när uppgiften eller anställningen upphör, och chefen bekräftar de gällande med jämna mellanrum.',
          en: 'Rights end with the duty and the employment, and a supervisor attests those in force at set times.',
        },
        said: always,
      },
      {
        id: 'security.deputies',
        by: 'deputiesTermed',
        text: {
          fi: 'Sijaisen käyttöoikeus annetaan määräajaksi, enintään {days} päiväksi.',
          sv: 'En vikaries åtkomsträtt ges för viss tid, högst {days} dagar.',
          en: 'A deputy’s right is given for a term of {days} days at most.',
        },
        said: ({ settings: { rights } }) =>
          once('days', rights.deputyTermRequired ? String(rights.deputyMaxDays) : null),
      },
      {
        id: 'security.mainUser',
        by: 'mainUserScoped',
        text: {
          fi: 'Pääkäyttäjällä voi olla oikeudet kaikkiin tietoihin. Myös pääkäyttäjän jokaisesta katselusta jää lokimerkintä.',
          sv: 'En huvudanvändare kan ha rättigheter till alla uppgifter. Även huvudanvändarens varje läsning loggas.',
          en: 'A main user may have rights to all data. Each look of a main user is logged as well.',
        },
        said: when(({ settings }) => settings.rights.mainUserScope === 'all'),
      },
      {
        id: 'security.supervision',
        by: 'useSupervised',
        text: {
          fi: 'Tietojen käyttöä valvotaan lokin avulla, ja sitä seuraavat esihenkilöt ja tietosuojavastaava tai muu valvoja.',
          sv: 'Användningen av uppgifterna övervakas med hjälp av loggen och följs av cheferna och dataskyddsombudet eller en annan övervakare.',
          en: 'The use of data is supervised by the log, which supervisors and the data protection officer or another overseer follow.',
        },
        said: always,
      },
      {
        id: 'security.sealedLog',
        by: 'sealedLog',
        text: {
          fi: 'Loki on sinetöity niin, että sen muuttaminen tai poistaminen paljastuu ulkopuoliselle tarkastajalle.',
          sv: 'Loggen är förseglad så att en utomstående granskare upptäcker om den ändras eller raderas.',
          en: 'The log is sealed so that an outsider finds out when it is altered or removed.',
        },
        said: always,
      },
      {
        id: 'security.clientsKey',
        by: 'clientsKey',
        text: {
          fi: 'Asiakkaan tiedot on salattu asiakkaan omalla avaimella.',
          sv: 'Klientens uppgifter är krypterade med klientens egen nyckel.',
          en: 'A client’s texts are encrypted under a key of the client’s own.',
        },
        said: always,
      },
      {
        id: 'security.apart',
        by: 'controllersApart',
        text: {
          fi: 'Rekisterinpitäjien tiedot pidetään toisistaan erillään.',
          sv: 'De personuppgiftsansvarigas uppgifter hålls åtskilda.',
          en: 'Data of different controllers are kept apart.',
        },
        said: always,
      },
      {
        id: 'security.eServices',
        by: 'strongEServices',
        text: {
          fi: 'Sähköinen asiointi edellyttää suojattua yhteyttä ja vahvaa tunnistautumista.',
          sv: 'E-tjänsten förutsätter skyddad förbindelse och stark autentisering.',
          en: 'The e-service needs a protected connection and strong authentication.',
        },
        said: when(({ settings }) => settings.network.eServices === 'protected'),
      },
      {
        id: 'security.inside',
        by: 'tablesInside',
        text: {
          fi: 'Rekisterin tietokantoihin ei ole yhteyttä ulkoisesta verkosta.',
          sv: 'Till registrets databaser finns ingen förbindelse från yttre nät.',
          en: 'The tables of the register are not reached from outside networks.',
        },
        said: always,
      },
      {
        id: 'security.connections',
        by: 'words',
        text: {
          fi: 'Rekisterinpitäjällä on tämän järjestelmän ulkopuolella seuraavat tekniset yhteydet: {connections}.',
          sv: 'Den personuppgiftsansvariga har utanför detta system följande tekniska förbindelser: {connections}.',
          en: 'Outside this system the controller has these technical connections: {connections}.',
        },
        said: ({ settings }) => once('connections', settings.network.externalConnections.join('; ')),
      },
      {
        id: 'security.hosting',
        by: 'words',
        text: {
          fi: 'Rekisterin laitteet: {place}.',
          sv: 'Registrets utrustning: {place}.',
          en: 'The equipment of the register: {place}.',
        },
        said: ({ settings }) => once('place', settings.hosting.place),
      },
      {
        id: 'security.hardware',
        by: 'words',
        text: {
          fi: 'Laitteita ja tietoliikennettä valvoo: {who}.',
          sv: 'Utrustningen och datatrafiken övervakas av: {who}.',
          en: 'Hardware and traffic are watched by: {who}.',
        },
        said: ({ settings }) => once('who', settings.hosting.watchedBy),
      },
      {
        id: 'security.alarms',
        by: 'alarmsSound',
        text: {
          fi: 'Järjestelmä hälyttää itse, kun sen toiminto, rajapinta, tietokanta tai viestijono ei toimi.',
          sv: 'Systemet larmar självt när en funktion, ett gränssnitt, en databas eller en meddelandekö inte fungerar.',
          en: 'The system sounds an alarm by itself when a function, a door, a table or a queue fails.',
        },
        said: always,
      },
      {
        id: 'security.backups',
        by: 'backupsRestored',
        text: {
          fi: 'Tietokantoja varmistetaan jatkuvasti, siis tiheämmin kuin {hours} tunnin välein, ja ne voidaan palauttaa varmistuksesta.',
          sv: 'Databaserna säkerhetskopieras fortlöpande, tätare än med {hours} timmars mellanrum, och kan återställas från kopian.',
          en: 'Tables are backed up all the time, so more often than every {hours} hours, and can be restored from the backup.',
        },
        said: ({ settings }) => once('hours', String(settings.hosting.backupIntervalHours)),
      },
      {
        id: 'security.settings',
        by: 'settingsTakeTwo',
        text: {
          fi: 'Asetuksia, joihin tämä seloste perustuu, muuttaa kaksi henkilöä yhdessä: toinen ehdottaa ja toinen hyväksyy.',
          sv: 'De inställningar som denna beskrivning grundar sig på ändras av två personer tillsammans: en föreslår och en annan godkänner.',
          en: 'The settings that this notice is made of are changed by two people: one proposes and another approves.',
        },
        said: always,
      },
    ],
  },
];
