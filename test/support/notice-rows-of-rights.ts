/** As `notice-rows.ts`: of the rights of the person, of consent, of disclosures and of the sources of data. */

const GATE = 'yksilöidyn pyynnön ja nimetyn perusteen nojalla';
const ENTITLED = 'niille, joilla on lakiin perustuva oikeus saada niitä';
const BY_CONSENT = 'Tietoja voidaan luovuttaa myös asiakkaan suostumuksella';
const COPY = 'jäljennös tiedoistasi';
const RECTIFIED = 'virheellinen tieto oikaistuksi ja puutteellinen täydennetyksi ilman aiheetonta viivytystä';
const TRACE = 'Alkuperäinen merkintä, korjaus, sen tekijä, aika ja peruste säilyvät luettavina';
const OWN_VIEW = 'oman kantasi tiedoista. Se säilytetään tiedon yhteydessä';
const IN_A_MONTH = 'ilman aiheetonta viivytystä ja viimeistään kuukauden kuluessa sen saapumisesta';
const EXCESSIVE = 'ilmeisen perusteettomasta tai kohtuuttomasta pyynnöstä voidaan periä kohtuullinen maksu';
const UNFOUNDED = 'pyyntö on ilmeisen perusteeton tai pyyntö on kohtuuton, erityisesti toistuva';
const ASKED_BY_CONSENT = 'Muilta tietoja pyydetään asiakkaan suostumuksella';
const LISTED = 'viranomaisilta, muun muassa Verohallinnolta ja Kelalta, ja muilta laissa luetelluilta';
const REPRESENTATIVE = 'hänen lailliselta edustajaltaan';
const EXTENDED = 'enintään kahdella kuukaudella. Jatkamisesta ja sen syistä kerrotaan kuukauden kuluessa';
const BY_AUTHOR_OR_SPECIAL =
  'Korjauksen tekee merkinnän kirjoittaja, tai jos se ei ole mahdollista, korjaamiseen oikeutettu henkilö';
const BY_WHO_NOTICES = 'Virheen korjaa viran puolesta se työntekijä, joka sen huomaa';
const ERASED_ON_REQUEST = 'Voit pyytää tietojesi poistamista';

export const STATED_OF_RIGHTS: Readonly<Record<string, readonly string[]>> = {
  // Uusikaupunki
  'U-10.1': [COPY],
  'U-10.2': ['vahvistus siitä, käsitelläänkö tietojasi'],
  'U-10.5': [
    'Pyyntö osoitetaan tietosuojavastaavalle',
    'omakätisesti allekirjoitetulla asiakirjalla tai allekirjoitusta vastaavalla tavalla varmennetulla',
  ],
  'U-13.1': [EXCESSIVE.replace('ilmeisen', 'Ilmeisen')],
  'U-13.2': [UNFOUNDED],
  'U-13.3': ['Rekisterinpitäjän on osoitettava syy'],
  'U-10.3': [RECTIFIED],
  'U-10.4': [TRACE],
  'U-10.8': ['antaa kirjallisen todistuksen'],
  'U-10.6': [ERASED_ON_REQUEST],
  'U-9.3': ['tarvitaan lisäksi asiakkaan lupa'],
  'U-11.2': [BY_CONSENT],
  'U-11.3': ['Suostumus on vapaaehtoinen', 'mitä tietoja, kenelle ja mihin tarkoitukseen'],
  'U-11.4': ['Suostumus on vapaaehtoinen ja kirjallinen'],
  'U-11.5': ['suostumuksen antaa hänen laillinen edustajansa'],
  'U-11.6': ['Suostumuksen voi peruuttaa milloin tahansa'],
  'U-7.1': [GATE, ENTITLED],
  'U-7.2': [BY_CONSENT],
  'U-11.7': [GATE, ENTITLED],
  'U-11.8': ['tutkimusluvalla, jonka myöntää rekisterinpitäjä tai sosiaali- ja terveysministeriö'],
  'U-11.9': ['Asiakastiedot ovat salassa pidettäviä', GATE, BY_CONSENT],
  'U-6.1': ['Tietoja saadaan asiakkaalta itseltään'],
  'U-6.5': ['Tietoja saadaan asiakkaalta itseltään'],
  'U-6.6': [ASKED_BY_CONSENT],
  'U-6.7': ['Verottaja (tietoja saadaan; Tulotiedot)'],
  'U-6.8': ['Kela (tietoja saadaan; Etuus- ja tulotiedot'],
  'U-6.11': ['puhelimitse'],
  'U-6.16': [LISTED],
  'U-6.18': ['Pyynnössä kerrotaan, miksi tiedot ovat välttämättömiä'],
  'U-6.21': ['Rahalaitokselta tietoja voi pyytää vain kirjallisesti'],
  'U-6.22': ['siihen määrätty viranhaltija'],
  // Joutsa
  'J-9.1': ['vahvistus siitä, käsitelläänkö tietojasi', COPY],
  'J-9.2': [RECTIFIED],
  'J-9.3': ['Pyyntö osoitetaan tietosuojavastaavalle', 'voi tehdä kirjallisesti'],
  'J-9.4': ['Henkilöllisyytesi varmistetaan tarvittaessa'],
  'J-9.5': [IN_A_MONTH],
  'J-9.6': ['Tiedot annetaan paikan päällä'],
  'J-9.7': ['paikan päällä tai kirjallisesti'],
  'J-9.9': [OWN_VIEW],
  'J-9.10': [BY_WHO_NOTICES],
  'J-9.11': [BY_WHO_NOTICES],
  'J-9.12': [ERASED_ON_REQUEST],
  'J-9.13': ['Voit pyytää käsittelyn rajoittamista'],
  'J-9.14': ['poistamispyynnön ja käsittelyn rajoittamista koskevan pyynnön voi tehdä kirjallisesti'],
  'J-9.15': ['Henkilöllisyytesi varmistetaan tarvittaessa'],
  'J-9.16': [IN_A_MONTH],
  'J-5.1': ['tarvitaan lisäksi asiakkaan lupa'],
  'J-4.1': [GATE, ENTITLED],
  'J-4.2': [BY_CONSENT],
  'J-8.3': ['Asiakastiedot ovat salassa pidettäviä', ENTITLED],
  'J-3.1': ['Tietoja saadaan asiakkaalta itseltään', 'Väestötietorekisteri'],
  'J-3.2': ['Tietoja saadaan asiakkaalta itseltään', ASKED_BY_CONSENT],
  'J-3.3': [LISTED],
  'J-3.6': ['puhelimitse'],
  // Loimaa
  'L-10.1': [COPY],
  'L-10.2': ['ilman aiheetonta viivytystä'],
  'L-10.3': [
    'tietojen antaminen vaarantaisi vakavasti terveyttä tai hoitoa tai tietojen antaminen loukkaisi jonkun muun',
  ],
  'L-10.4': ['Tiedot annetaan maksutta kerran vuodessa'],
  'L-10.5': ['Tarkastuspyynnön voi tehdä henkilökohtaisesti käymällä, omakätisesti allekirjoitetulla'],
  'L-10.6': [
    'Pyyntö osoitetaan johtavalle sosiaalityöntekijälle. Pyynnöstä päättää johtava sosiaalityöntekijä',
  ],
  'L-10.7': ['Tiedot annetaan paikan päällä, kirjallisesti'],
  'L-10.8': ['Henkilöllisyytesi varmistetaan ennen tietojen antamista'],
  'L-10.9': ['tapauskohtaisesti päätettävällä tavalla'],
  'L-10.11': ['Sitä useammin pyydetyistä voidaan periä kustannukset (jäljentäminen ja postitus)'],
  'L-11.1': [RECTIFIED, 'Tarpeettomat tiedot poistetaan'],
  'L-11.2': ['Oikaisupyynnön voi tehdä kirjallisesti'],
  'L-11.3': ['Henkilöllisyytesi varmistetaan'],
  'L-11.4': ['Oikaisusta päättää johtava sosiaalityöntekijä'],
  'L-11.5': ['Korjauksen tekee merkinnän kirjoittaja'],
  'L-11.6': [BY_AUTHOR_OR_SPECIAL, 'nimetyn henkilön läsnä ollessa'],
  'L-11.8': [TRACE],
  'L-11.9': [TRACE],
  'L-11.10': ['Tarpeettomat tiedot poistetaan, ja poistosta jää merkintä'],
  'L-7.1': ['yksilöidyn kirjallisen pyynnön', 'Tietoja luovutetaan vain viranomaiselle'],
  'L-12.1': ['Asiakastiedot ovat salassa pidettäviä', 'jolla on lakiin perustuva oikeus saada niitä'],
  'L-6.1': ['Tietoja otetaan vastaan sähköisesti, paperilla ja käynnillä'],
  'L-6.3': [REPRESENTATIVE],
  // Huittinen
  'H-6.2': ['suostumus (6 artiklan 1 kohdan a alakohta)'],
  'H-13.1': ['Tietojen säännönmukainen luovutus: kyllä'],
  'H-13.2': ['Aktivointisuunnitelman laatimiseen osallistuvat antavat toisilleen', '189/2001 12 §'],
  'H-10.1': ['Tietoja saadaan asiakkaalta itseltään'],
  'H-10.2': [REPRESENTATIVE],
  'H-10.3': [ASKED_BY_CONSENT],
  'H-10.5': [LISTED],
  // Keski-Uusimaa
  'K-14.1': ['vahvistus siitä, käsitelläänkö tietojasi'],
  'K-14.2': [COPY],
  'K-14.3': ['samoin ensimmäinen jäljennös. Muista jäljennöksistä'],
  'K-14.4': [IN_A_MONTH],
  'K-14.5': [EXTENDED],
  'K-14.6': [EXTENDED],
  'K-14.8': ['Tiedot ja toimenpiteet ovat maksuttomia'],
  'K-14.9': [EXCESSIVE],
  'K-14.10': [UNFOUNDED],
  'K-14.11': ['Rekisterinpitäjän on osoitettava syy'],
  'K-15.1': [RECTIFIED],
  'K-15.2': ['Voit toimittaa lisäselvityksen', 'säilytetään tiedon yhteydessä'],
  'K-15.3': ['vain lakiin perustuvasta syystä, joka kerrotaan'],
  'K-15.6': ['Oikeutta tietojen poistamiseen ei ole'],
  'K-11.1': [COPY],
  'K-11.2': [BY_CONSENT, GATE],
  'K-11.3': [ENTITLED],
  'K-11.4': ['Alaikäinen voi ikänsä ja kehitystasonsa', 'painavasta syystä kieltää antamasta tietojaan'],
  'K-11.5': ['jollei se ole selvästi hänen etunsa vastaista'],
  'K-11.6': ['edustajalla on kuitenkin oikeus saada tietoja'],
  'K-11.8': ['tutkimusluvalla, jonka myöntää toimivaltainen viranomainen'],
  'K-11.9': ['Tietoja ei luovuteta suoramarkkinointiin'],
  'K-10.1': ['asiakkaalta itseltään, hänen lailliselta edustajaltaan'],
  'K-10.2': ['palvelua toteuttavalta henkilöstöltä'],
  'K-10.3': [LISTED],
  'K-10.4': ['paperilla, sähköisesti ja suullisesti'],
  'K-10.8': [ASKED_BY_CONSENT, LISTED],
  'K-10.9': ['Ilman suostumusta tietoja pyydetään vain nimetyn lainkohdan perusteella'],
  'K-10.10': ['Muualta saaduista tiedoista merkitään, mistä, milloin ja millä perusteella'],
};
