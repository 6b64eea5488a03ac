import { JOB_ROLES } from '../../../access/job-roles.ts';
import { joined, once, type SectionOfNotice, when } from '../facts.ts';
import { listOf, METHODS } from '../words.ts';

/** How the data are protected: only what the system holds everybody to. */

export const SAFETY: readonly SectionOfNotice[] = [
  {
    id: 'security',
    title: { fi: 'Suojauksen periaatteet', sv: 'Principer för skyddet', en: 'How data are protected' },
    sentences: [
      {
        id: 'security.roles',
        text: {
          fi: 'Käyttöoikeus rajautuu työtehtävän mukaan (457/2024): {roles}.',
          sv: 'Åtkomsträtten begränsas enligt arbetsuppgiften (457/2024): {roles}.',
          en: 'Rights are limited by the duty (457/2024): {roles}.',
        },
        said: ({ enforced }, language) =>
          enforced.safeguards.includes('rightsByDecree')
            ? once(
                'roles',
                joined(
                  enforced.jobRoles.map((role) => JOB_ROLES[role][language]),
                  '; ',
                ),
              )
            : [],
      },
      {
        id: 'security.openings',
        text: {
          fi: 'Jos työntekijä avaa tiedot ilman asiakassuhdetta, avaus vaatii perustelun, on määräaikainen, ja esihenkilö tarkistaa sen.',
          sv: 'Om en anställd öppnar uppgifter utan klientförhållande kräver öppnandet en motivering, är tidsbegränsat och granskas av chefen.',
          en: 'A file opened without a client relationship needs a reason, ends by itself and is reviewed by the supervisor.',
        },
        said: when(({ enforced }) => enforced.safeguards.includes('openingsReviewed')),
      },
      {
        id: 'security.methods',
        text: {
          fi: 'Käyttäjät tunnistetaan: {methods}. Tunnistustapa tallentuu lokiin.',
          sv: 'Användarna identifieras: {methods}. Identifieringssättet sparas i loggen.',
          en: 'Users are authenticated by: {methods}. The method stands in the log.',
        },
        said: ({ settings }, language) => [{ methods: listOf(METHODS, settings.auth.methods, language) }],
      },
      {
        id: 'security.passwords',
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
        text: {
          fi: 'Käyttöoikeus annetaan vasta, kun käyttäjä on allekirjoittanut tietosuoja- ja salassapitositoumuksen.',
          sv: 'Åtkomsträtt ges först när användaren har undertecknat en förbindelse om dataskydd och sekretess.',
          en: 'A right is given only when the user has signed a commitment to privacy and secrecy.',
        },
        said: when(({ settings }) => settings.rights.requireCommitment),
      },
      {
        id: 'security.silence',
        text: {
          fi: 'Vaitiolovelvollisuus jatkuu palvelussuhteen päätyttyä.',
          sv: 'Tystnadsplikten fortsätter efter att anställningen upphört.',
          en: 'The duty of silence goes on after the employment.',
        },
        said: when(({ settings }) => settings.commitment.continuesAfterEmployment),
      },
      {
        id: 'security.rightsEnd',
        text: {
          fi: 'Oikeudet päättyvät tehtävän tai palvelussuhteen päättyessä, ja esihenkilö vahvistaa voimassa olevat määräajoin.',
          sv: 'Rättigheterna upphör när uppgiften eller anställningen upphör, och chefen bekräftar de gällande med jämna mellanrum.',
          en: 'Rights end with the duty and the employment, and a supervisor attests those in force at set times.',
        },
        said: when(({ enforced }) => enforced.safeguards.includes('rightsEnd')),
      },
      {
        id: 'security.mainUser',
        text: {
          fi: 'Pääkäyttäjällä voi olla oikeudet kaikkiin tietoihin. Myös pääkäyttäjän jokaisesta katselusta jää lokimerkintä.',
          sv: 'En huvudanvändare kan ha rättigheter till alla uppgifter. Även huvudanvändarens varje läsning loggas.',
          en: 'A main user may have rights to all data. Each look of a main user is logged as well.',
        },
        said: when(({ settings }) => settings.rights.mainUserScope === 'all'),
      },
      {
        id: 'security.supervision',
        text: {
          fi: 'Tietojen käyttöä valvotaan lokin avulla, ja sitä seuraavat esihenkilöt ja tietosuojavastaava tai muu valvoja.',
          sv: 'Användningen av uppgifterna övervakas med hjälp av loggen och följs av cheferna och dataskyddsombudet eller en annan övervakare.',
          en: 'The use of data is supervised by the log, which supervisors and the data protection officer or another overseer follow.',
        },
        said: when(({ enforced }) => enforced.safeguards.includes('useSupervised')),
      },
      {
        id: 'security.sealedLog',
        text: {
          fi: 'Loki on sinetöity niin, että sen muuttaminen tai poistaminen paljastuu ulkopuoliselle tarkastajalle.',
          sv: 'Loggen är förseglad så att en utomstående granskare upptäcker om den ändras eller raderas.',
          en: 'The log is sealed so that an outsider finds out when it is altered or removed.',
        },
        said: when(({ enforced }) => enforced.safeguards.includes('sealedLog')),
      },
      {
        id: 'security.clientsKey',
        text: {
          fi: 'Asiakkaan tiedot on salattu asiakkaan omalla avaimella.',
          sv: 'Klientens uppgifter är krypterade med klientens egen nyckel.',
          en: 'A client’s texts are encrypted under a key of the client’s own.',
        },
        said: when(({ enforced }) => enforced.safeguards.includes('clientsKey')),
      },
      {
        id: 'security.apart',
        text: {
          fi: 'Rekisterinpitäjien tiedot pidetään toisistaan erillään.',
          sv: 'De personuppgiftsansvarigas uppgifter hålls åtskilda.',
          en: 'Data of different controllers are kept apart.',
        },
        said: when(({ enforced }) => enforced.safeguards.includes('controllersApart')),
      },
      {
        id: 'security.eServices',
        text: {
          fi: 'Sähköinen asiointi edellyttää suojattua yhteyttä ja vahvaa tunnistautumista.',
          sv: 'E-tjänsten förutsätter skyddad förbindelse och stark autentisering.',
          en: 'The e-service needs a protected connection and strong authentication.',
        },
        said: when(({ settings }) => settings.network.eServices === 'protected'),
      },
      {
        id: 'security.hosting',
        text: {
          fi: 'Rekisterin laitteet: {place}.',
          sv: 'Registrets utrustning: {place}.',
          en: 'The equipment of the register: {place}.',
        },
        said: ({ settings }) => once('place', settings.hosting.place),
      },
      {
        id: 'security.settings',
        text: {
          fi: 'Tätä selostetta koskevia asetuksia muuttaa kaksi henkilöä yhdessä: yksi ehdottaa ja toinen hyväksyy.',
          sv: 'De inställningar som denna beskrivning grundar sig på ändras av två personer tillsammans: en föreslår och en annan godkänner.',
          en: 'The settings that this notice is made of are changed by two people: one proposes and another approves.',
        },
        said: when(({ enforced }) => enforced.safeguards.includes('settingsTakeTwo')),
      },
    ],
  },
];
