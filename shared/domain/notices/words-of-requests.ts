import type { Sentence } from '../../kernel/finding.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { type Words, w } from './words.ts';

/** Coded values of requests as the notice and the forms say them. The Swedish and English words are unreviewed. */

type Requests = ControllerSettings['dataSubjectRequests'];

export const OFFICES: Words<Requests['addressee']> = {
  dataProtectionOfficer: w('tietosuojavastaava', 'dataskyddsombudet', 'the data protection officer'),
  headOfSocialWork: w('johtava sosiaalityöntekijä', 'den ledande socialarbetaren', 'the head of social work'),
  registryOffice: w(
    'rekisterinpitäjän kirjaamo',
    'den personuppgiftsansvarigas registratorskontor',
    'the registry office of the controller',
  ),
  controller: w('rekisterinpitäjä', 'den personuppgiftsansvariga', 'the controller'),
  webPage: w(
    'rekisterinpitäjän verkkosivu',
    'den personuppgiftsansvarigas webbplats',
    'the web page of the controller',
  ),
};

/** To whom a request goes, in the form that the sentence needs. */
export const TO_OFFICES: Words<Requests['addressee']> = {
  ...OFFICES,
  dataProtectionOfficer: w('tietosuojavastaavalle', 'dataskyddsombudet', 'the data protection officer'),
  headOfSocialWork: w(
    'johtavalle sosiaalityöntekijälle',
    'den ledande socialarbetaren',
    'the head of social work',
  ),
  registryOffice: w(
    'rekisterinpitäjän kirjaamoon',
    'den personuppgiftsansvarigas registratorskontor',
    'the registry office of the controller',
  ),
  controller: w('rekisterinpitäjälle', 'den personuppgiftsansvariga', 'the controller'),
  webPage: w(
    'rekisterinpitäjälle sen verkkosivulla olevan ohjeen mukaan',
    'den personuppgiftsansvariga enligt anvisningen på dess webbplats',
    'the controller, as its web page instructs',
  ),
};

/** Kinds of requests whose form the controller chooses (C-22), as what is made. */
export const REQUESTS: Words<keyof Requests['acceptedForms']> = {
  inspection: w('tarkastuspyynnön', 'en begäran om insyn', 'a request to see the data'),
  rectification: w('oikaisupyynnön', 'en begäran om rättelse', 'a request for rectification'),
  erasure: w('poistamispyynnön', 'en begäran om radering', 'a request for erasure'),
  restriction: w(
    'käsittelyn rajoittamista koskevan pyynnön',
    'en begäran om begränsning av behandlingen',
    'a request for restriction of the processing',
  ),
};

/** Months as words: within so long, and longer by so long. Settings allow no more. */
const WITHIN = [
  w('', '', ''),
  w('kuukauden', 'en månad', 'a month'),
  w('kahden kuukauden', 'två månader', 'two months'),
];
const BY = [
  w('', '', ''),
  w('kuukaudella', 'en månad', 'a month'),
  w('kahdella kuukaudella', 'två månader', 'two months'),
];
export const within = (months: number, language: keyof Sentence): string =>
  WITHIN[months]?.[language] ?? `${months}`;
export const longerBy = (months: number, language: keyof Sentence): string =>
  BY[months]?.[language] ?? `${months}`;

export const FORMS: Words<Requests['acceptedForms']['inspection'][number]> = {
  visit: w('henkilökohtaisesti käymällä', 'vid personligt besök', 'in person'),
  signedDocument: w(
    'omakätisesti allekirjoitetulla asiakirjalla',
    'genom en egenhändigt undertecknad handling',
    'by a document signed by hand',
  ),
  verifiedDocument: w(
    'allekirjoitusta vastaavalla tavalla varmennetulla asiakirjalla',
    'genom en handling som bestyrkts på motsvarande sätt',
    'by a document verified in an equal way',
  ),
  written: w('kirjallisesti', 'skriftligen', 'in writing'),
  form: w('lomakkeella', 'med en blankett', 'by a form'),
  eService: w('sähköisessä asioinnissa', 'i e-tjänsten', 'in the e-service'),
};

export const DELIVERY: Words<Requests['deliveryModes'][number]> = {
  onSite: w('paikan päällä', 'på plats', 'on the spot'),
  writing: w('kirjallisesti', 'skriftligen', 'in writing'),
  copy: w('jäljennöksenä', 'som kopia', 'as a copy'),
  electronic: w('sähköisesti', 'elektroniskt', 'electronically'),
  decidedCaseByCase: w(
    'tapauskohtaisesti päätettävällä tavalla',
    'på det sätt som avgörs från fall till fall',
    'in a way decided case by case',
  ),
};

export const REFUSAL_GROUNDS: Words<Requests['refusalGrounds'][number]> = {
  endangersHealthOrCare: w(
    'tietojen antaminen vaarantaisi vakavasti terveyttä tai hoitoa',
    'utlämnandet skulle allvarligt äventyra hälsa eller vård',
    'giving the data would seriously endanger health or care',
  ),
  othersRights: w(
    'tietojen antaminen loukkaisi jonkun muun oikeuksia',
    'utlämnandet skulle kränka någon annans rättigheter',
    'giving the data would infringe the rights of others',
  ),
  crimePrevention: w(
    'tietojen antaminen vaarantaisi rikosten estämistä tai selvittämistä',
    'utlämnandet skulle äventyra förebyggandet eller utredningen av brott',
    'giving the data would endanger the prevention or investigation of crime',
  ),
  nationalSecurity: w(
    'tietojen antaminen vaarantaisi yleistä tai kansallista turvallisuutta',
    'utlämnandet skulle äventyra den allmänna eller nationella säkerheten',
    'giving the data would endanger public or national security',
  ),
  manifestlyUnfounded: w(
    'pyyntö on ilmeisen perusteeton',
    'begäran är uppenbart ogrundad',
    'the request is manifestly unfounded',
  ),
  excessive: w(
    'pyyntö on kohtuuton, erityisesti toistuva',
    'begäran är orimlig, särskilt upprepad',
    'the request is excessive, in particular repetitive',
  ),
};

export const COSTS: Words<Requests['costKinds'][number]> = {
  copying: w('jäljentäminen', 'kopiering', 'copying'),
  postage: w('postitus', 'porto', 'postage'),
  administrative: w('hallinnolliset kustannukset', 'administrativa kostnader', 'administrative costs'),
};
