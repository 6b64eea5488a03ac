import type { Sentence } from '../../kernel/finding.ts';
import type { Purpose } from './disclosure.ts';

/** Words of copies and of permits and bans on paper. No reader of the language has read the Swedish: unreviewed. */
type Words = Omit<Sentence, 'en'>;

export const COPY_WORDS = {
  title: { fi: 'Luovutettavat tiedot', sv: 'Uppgifter som lämnas ut' },
  disclosure: { fi: 'Luovutus', sv: 'Utlämnande' },
  notSent: { fi: 'EI VIELÄ LUOVUTETTU', sv: 'ÄNNU INTE UTLÄMNAD' },
  recipient: { fi: 'Saaja', sv: 'Mottagare' },
  client: { fi: 'Asiakas', sv: 'Klient' },
  purpose: { fi: 'Käyttötarkoitus', sv: 'Ändamål' },
  ground: { fi: 'Peruste', sv: 'Grund' },
  permit: { fi: 'Asiakkaan antama luovutuslupa', sv: 'Tillstånd som klienten gett' },
  consent: { fi: 'Asiakkaan suostumus', sv: 'Klientens samtycke' },
  on: { fi: 'Päivä', sv: 'Datum' },
  minimised: {
    fi: 'Tässä ovat ne tiedot, jotka on päätetty antaa tähän tarkoitukseen. Muut kohdat on jätetty pois.',
    sv: 'Här finns de uppgifter som man beslutat lämna ut för detta ändamål. Övriga ställen har lämnats bort.',
  },
  bound: {
    fi: 'Tiedot ovat salassa pidettäviä myös saajalla, eikä niitä saa käyttää muuhun tarkoitukseen.',
    sv: 'Uppgifterna ska hållas hemliga också hos mottagaren och får inte användas för något annat ändamål.',
  },
  baseData: { fi: 'Perustiedot', sv: 'Basuppgifter' },
} as const satisfies Record<string, Words>;

export const PURPOSE_WORDS: Readonly<Record<Purpose, Words>> = {
  hearing: { fi: 'Asianosaisen kuuleminen', sv: 'Hörande av en part' },
  courtProceedings: { fi: 'Asian käsittely tuomioistuimessa', sv: 'Behandling av ett ärende i domstol' },
  authorityTask: { fi: 'Viranomaisen tehtävä', sv: 'En myndighets uppgift' },
  partyAccess: { fi: 'Asianosaisen oikeus tietoon', sv: 'En parts rätt att ta del av uppgifter' },
  rightsOfClient: { fi: 'Asiakkaan oikeuksien käyttäminen', sv: 'Utövande av klientens rättigheter' },
  careOfClient: { fi: 'Asiakkaan hoito ja huolto', sv: 'Vård av och omsorg om klienten' },
  benefit: { fi: 'Etuuden ratkaiseminen', sv: 'Avgörande av en förmån' },
  crimeInvestigation: { fi: 'Rikoksen selvittäminen', sv: 'Utredning av brott' },
  threatAssessment: { fi: 'Uhkan arvioiminen', sv: 'Bedömning av hot' },
  activationPlan: { fi: 'Aktivointisuunnitelman laatiminen', sv: 'Utarbetande av en aktiveringsplan' },
  statistics: { fi: 'Tilastointi', sv: 'Statistikföring' },
  rightsAfterDeath: {
    fi: 'Oikeuksien selvittäminen kuoleman jälkeen',
    sv: 'Utredning av rättigheter efter ett dödsfall',
  },
  research: { fi: 'Tutkimus', sv: 'Forskning' },
  asRecorded: { fi: 'Pyynnössä sanottu tarkoitus', sv: 'Det ändamål som sagts i begäran' },
  directMarketing: { fi: 'Suoramarkkinointi', sv: 'Direktmarknadsföring' },
};
