import type { PrintedDocument } from '../../shared/documents/render/print-of-document.ts';
import { address, code, identity, person, sample, unit } from './printed-sample.ts';

/** Invented documents whose prints are kept as golden texts. */

const contacts = {
  kayntiosoite: address('Kutomontie 2', '04400', 'Järvenpää'),
  postiosoite: address('PL 46', '05801', 'Hyvinkää'),
  puhelinnumero: '019 226 00',
};

const REASONS = `Perhe on hakenut lastensuojelun avohuollon tukitoimena tehostettua perhetyötä. Palvelutarpeen arviossa on todettu, että Arvon kasvuolosuhteet eivät ole vaarantuneet, mutta perhe tarvitsee tukea arjen rytmiin ja koulunkäyntiin.

Tehostettu perhetyö vastaa Arvon ja hänen äitinsä tuen tarpeeseen. Tukitoimi toteutetaan perheen kotona kahdesti viikossa, ja sen vaikutusta arvioidaan kolmen kuukauden kuluttua.`;

const APPEAL_TEXT = `Tähän päätökseen tyytymätön saa hakea siihen oikaisua kirjallisesti.

Oikaisuvaatimus on tehtävä 30 päivän kuluessa siitä, kun päätös on annettu tiedoksi. Siinä on mainittava päätös, johon haetaan oikaisua, millaista oikaisua vaaditaan ja millä perusteilla.`;

export const childWelfareDecision = (): PrintedDocument =>
  sample('1.2.246.537.6.1506.11002', {
    asiakas: [{ ...person('Arvo Oiva', 'Mallila'), henkilotunnus: identity('240312A9078') }],
    paatos: {
      paatostunnus: { value: 'LS-2026-0147' },
      vireilletulopaivamaara: '2026-11-02',
      hakemuksen_kuvaus: 'Äiti on pyytänyt tukea perheen arkeen.',
      paatospaivamaara: '2026-11-24',
      ratkaisun_laji: code('1.2.246.537.6.1248', '1', 'Myönteinen'),
      sosiaalipalvelu_jota_paatos_koskee: {
        sosiaalipalvelu: code('1.2.246.537.6.1222', '44', 'Tehostettu perhetyö'),
        palvelun_maara_tunteina: 24.5,
        kuvaus: 'Kaksi tapaamista viikossa.',
      },
      ratkaisu_ja_perustelut: REASONS,
      ratkaisun_lakiperuste: 'Lastensuojelulaki (417/2007) 34 ja 36 §',
      paatoksen_voimassaolo: { alkamispaiva: '2026-12-01', paattymispaiva: '2027-05-31' },
      kuuleminen: [
        { kuultava: { ...person('Maija', 'Mallila'), kuvaus: 'Äiti' }, suoritettu: true },
        { kuultava: { ...person('Arvo Oiva', 'Mallila'), kuvaus: 'Lapsi' }, suoritettu: true },
      ],
      paatoksen_valiton_taytantoonpano: { valiton_taytantoonpano: false },
      tama_paatos_annetaan_tiedoksi_seuraaville_henkiloille: 'Maija Mallila, huoltaja\nArvo Mallila',
      valmistelija: [{ ...person('Oona', 'Ohjaaja', 'sosiaaliohjaaja'), palveluyksikko: unit }],
      paatoksentekija: { ...person('Kaisa', 'Vastuullinen', 'sosiaalityöntekijä'), palveluyksikko: unit },
      lisatietojen_antaja: [
        {
          ...person('Kaisa', 'Vastuullinen', 'sosiaalityöntekijä'),
          palveluyksikko: unit,
          yhteystiedot: contacts,
        },
      ],
      muutoksenhaku: {
        muutoksenhakukeino: code('1.2.246.537.6.1211', '1', 'Oikaisuvaatimus'),
        ohjeteksti: APPEAL_TEXT,
        viranomainen: {
          organisaation_nimi: 'Keski-Uudenmaan hyvinvointialue, yksilöasiainjaosto',
          yhteystiedot: contacts,
        },
        muutoksenhakukirjelman_vastaanottaja: [
          { organisaation_nimi: 'Keski-Uudenmaan hyvinvointialueen kirjaamo', yhteystiedot: contacts },
        ],
        maaraaika: '30 päivää päätöksen tiedoksisaannista',
      },
    },
    allekirjoitus: { allekirjoituksen_tyyppi: code('1.2.246.537.5.40161', '1', 'Sähköinen allekirjoitus') },
  });

export const adultDecision = (): PrintedDocument =>
  sample(
    '1.2.246.537.6.1506.11000',
    {
      asiakas: [{ ...person('Lempi Aino', 'Keksitty'), henkilotunnus: identity('010140-900N') }],
      paatos: {
        paatospaivamaara: '2026-11-24',
        ratkaisun_laji: code('1.2.246.537.6.1248', '2', 'Kielteinen'),
        sosiaalipalvelu_jota_paatos_koskee: {
          sosiaalipalvelu: code('1.2.246.537.6.1222', '30', 'Kotihoito'),
          palvelun_maara_tunteina: 1200,
          palvelu_on_pitkaaikaista: true,
        },
        ratkaisu_ja_perustelut:
          'Hakemus hylätään. Palvelun tarve on toistaiseksi katettu omaishoidon tuella.',
        ratkaisun_lakiperuste: 'Sosiaalihuoltolaki (1301/2014) 19 a §',
        paatoksentekija: person('Ville', 'Vanhuspalvelu', 'palveluohjaaja'),
        lisatietojen_antaja: [
          { ...person('Ville', 'Vanhuspalvelu', 'palveluohjaaja'), yhteystiedot: contacts },
        ],
        muutoksenhaku: { ohjeteksti: APPEAL_TEXT },
      },
      liiteluettelo: 'Muutoksenhakuohje',
      allekirjoitus: { allekirjoituksen_tyyppi: code('1.2.246.537.5.40161', '2', 'Käsin tehty') },
    },
    { serviceTasks: ['older'], unit: 'Ikääntyneiden palvelut' },
  );

export const assessment = (): PrintedDocument =>
  sample(
    '1.2.246.537.6.1506.1019',
    {
      asiakas: [
        { ...person('Arvo Oiva', 'Mallila'), henkilotunnus: identity('240312A9078') },
        { ...person('Helmi Aava', 'Mallila'), henkilotunnus: identity('030615A905B') },
      ],
      asian_vireilletuloa_koskevat_tiedot: {
        vireilletulon_tapa: code('1.2.246.537.6.1242', '3', 'Yhteydenotto'),
        vireilletulopaiva: '2026-10-12',
      },
      palvelutarpeen_arviointia_koskevat_tiedot: {
        palvelutarpeen_arvioinnin_aloittamispaiva: '2026-10-14',
        asiakkaalla_on_oikeus_erityiseen_tukeen: true,
        erityisen_tuen_perustelut: 'Alaikäinen lapsi tarvitsee erityistä tukea koulunkäynnissä.',
      },
      asiakkaan_elamantilanne: [
        {
          kuvattava_osa_alue: code('1.2.246.537.6.1282', '1', 'Asuminen'),
          kuvaus: 'Perhe asuu vuokralla.',
        },
        {
          kuvattava_osa_alue: code('1.2.246.537.6.1282', '4', 'Koulu ja opiskelu'),
          kuvaus: 'Poissaoloja syksyllä.',
        },
      ],
      johtopaatokset_ja_jatkotoimet: {
        ammattihenkilon_arvio_tuen_tarpeesta: [
          code('1.2.246.537.6.1282', '4', 'Koulu ja opiskelu'),
          code('1.2.246.537.6.1282', '7', 'Vanhemmuus'),
        ],
        asiakkuus_jatkuu_palvelutarpeen_arvioinnin_jalkeen: true,
        ammattihenkilon_johtopaatokset: REASONS,
        asiakas_tarvitsee_omatyontekijan: true,
        omatyontekija: person('Leena', 'Laaja', 'sosiaalityöntekijä'),
      },
      paivamaara: '2026-11-20',
      laatija: [{ ...person('Leena', 'Laaja', 'sosiaalityöntekijä'), palveluyksikko: unit }],
    },
    { serviceTasks: ['families'], author: { name: 'Leena Laaja', post: 'sosiaalityöntekijä' } },
  );

export const clientPlan = (): PrintedDocument =>
  sample(
    '1.2.246.537.6.1506.15020',
    {
      asiakas: [{ ...person('Eetu', 'Esimerkki'), henkilotunnus: identity('010190-900P') }],
      tiedot_neuvottelusta_jossa_tama_suunnitelma_on_tehty: [
        {
          paivamaara: '2026-11-10',
          paikka: 'Sosiaaliasema',
          osallistujat: 'Eetu Esimerkki, Antti Aikuistyö',
        },
      ],
      kuvaus_asiakkaan_tilanteesta:
        'Eetu on ollut työttömänä kaksi vuotta ja hakee kuntouttavaa työtoimintaa.',
      asetettavat_tavoitteet: [
        {
          tavoite: code('1.2.246.537.6.1292', '12', 'Työelämään osallistuminen'),
          kuvaus: 'Eetu osallistuu työtoimintaan kolmena päivänä viikossa.',
          tilannetekijat: [
            { tilannetekija: code('1.2.246.537.6.1290', '3', 'Terveydentila') },
            { tilannetekija: code('1.2.246.537.6.1290', '5', 'Velkaantuminen') },
          ],
        },
        { tavoite: code('1.2.246.537.6.1292', '15', 'Arjen rytmi'), kuvaus: 'Vuorokausirytmi palautuu.' },
      ],
      asiakkaalle_on_annettu_selvitys_oikeuksista_velvollisuuksista_ja_erilaisista_tilanteeseen_sopivista_toimenpidevaihtoehdoista: true,
      asiakassuunnitelman_tarkastaminen: { paivamaara_ja_kellonaika: '2027-02-10T09:15:00+02:00' },
      laatija: [person('Antti', 'Aikuistyö', 'sosiaaliohjaaja')],
    },
    { serviceTasks: ['workingAge'], unit: 'Aikuissosiaalityö' },
  );

export const notification = (): PrintedDocument =>
  sample('1.2.246.537.6.1506.4009', {
    asiakas: {
      ...person('Helmi Aava', 'Mallila'),
      henkilotunnus: identity('030615A905B'),
      turvakielto: true,
      yhteystiedot: { osoite: [address('Salakuja 7', '04400', 'Järvenpää')], puhelinnumero: '040 000 0001' },
    },
    huoltaja_tai_muu_lapsen_hoidosta_vastaava_henkilo: [
      {
        ...person('Maija', 'Mallila'),
        yhteystiedot: {
          osoite: [address('Salakuja 7', '04400', 'Järvenpää')],
          puhelinnumero: '040 000 0002',
        },
        kuvaus: 'Äiti',
      },
    ],
    anonyymi_ilmoitus: false,
    ilmoittaja: [
      {
        henkilo: { ...person('Opri', 'Opettaja', 'luokanopettaja'), organisaatio: 'Keksityn koulu' },
        ilmoittajan_tietojen_salassapito: false,
      },
    ],
    ilmoittamispaivamaara: '2026-11-23',
    asiasisalto: 'Helmi on ollut viikon poissa koulusta. Koti ei ole vastannut yhteydenottoihin.',
    lapselle_on_kerrottu_lastensuojeluilmoituksesta: false,
    laatija: person('Kaisa', 'Vastuullinen', 'sosiaalityöntekijä'),
  });

export const paymentCommitment = (): PrintedDocument =>
  sample(
    '1.2.246.537.6.1506.9001',
    {
      vastaanottajan_nimi: 'Keksitty Optikko Oy',
      vastaanottajan_yhteystiedot: { osoite: address('Kauppakatu 1', '05800', 'Hyvinkää') },
      asiakas: [{ ...person('Eetu', 'Esimerkki'), henkilotunnus: identity('010190-900P') }],
      maksusitoumus: {
        asiasisalto: 'Silmälasit',
        maksimisumma: { value: 1234.5, code: 'EUR' },
        voimassaolo: { alkamispaiva: '2026-11-24', paattymispaiva: '2026-12-31' },
        maksusitoumuksen_antaja: person('Antti', 'Aikuistyö', 'sosiaaliohjaaja'),
      },
      paivamaara: '2026-11-24',
    },
    { serviceTasks: ['workingAge'] },
  );
