import type { GuidanceKey } from './guidance.ts';

/** The texts of guidance on appeal, read on first use: when a decision is issued. */
export type GuidanceText = { version: string; unreviewed: true; fi: string; sv: string };

const VERSION = '2026-11';
const text = (fi: string, sv: string): GuidanceText => ({ version: VERSION, unreviewed: true, fi, sv });

/** `{authority}`, `{address}` and `{contact}` are filled from the controller's settings. */
export const GUIDANCE: Readonly<Record<GuidanceKey, GuidanceText>> = {
  reviewRequest: text(
    [
      'OIKAISUVAATIMUSOHJE',
      'Tähän päätökseen tyytymätön saa tehdä kirjallisen oikaisuvaatimuksen. Päätökseen ei saa hakea muutosta valittamalla.',
      'Viranomainen, jolle oikaisuvaatimus tehdään: {authority}, {address}{contact}',
      'Määräaika: 30 päivää päätöksen tiedoksisaannista; tiedoksisaantipäivää ei lueta mukaan. Tavallisella kirjeellä lähetetyn päätöksen katsotaan tulleen tiedoksi seitsemäntenä päivänä lähettämisestä, jollei muuta näytetä.',
      'Oikaisuvaatimuksessa on ilmoitettava päätös, johon haetaan oikaisua, millaista oikaisua vaaditaan ja millä perusteilla, sekä tekijän yhteystiedot.',
      'Oikaisuvaatimuksen on oltava perillä viimeistään määräajan viimeisenä päivänä.',
    ].join('\n'),
    [
      'ANVISNING OM BEGÄRAN OM OMPRÖVNING',
      'Den som är missnöjd med detta beslut får begära omprövning skriftligen. Ändring i beslutet får inte sökas genom besvär.',
      'Myndighet hos vilken omprövning begärs: {authority}, {address}{contact}',
      'Tidsfrist: 30 dagar från delfåendet av beslutet; dagen för delfåendet räknas inte in. Ett beslut som sänts med vanligt brev anses ha kommit till kännedom den sjunde dagen efter avsändandet, om inte något annat visas.',
      'I begäran ska anges det beslut som begäran gäller, hurdan omprövning som begärs och på vilka grunder samt kontaktuppgifter.',
      'Begäran ska ha kommit fram senast den sista dagen av tidsfristen.',
    ].join('\n'),
  ),
  administrativeAppeal: text(
    [
      'VALITUSOSOITUS',
      'Tähän päätökseen saa hakea muutosta valittamalla hallinto-oikeuteen.',
      'Valitusviranomainen: {authority}, {address}{contact}',
      'Määräaika: 30 päivää päätöksen tiedoksisaannista; tiedoksisaantipäivää ei lueta mukaan.',
      'Valituksessa on ilmoitettava päätös, johon haetaan muutosta, miltä kohdin ja mitä muutoksia vaaditaan, vaatimusten perustelut sekä yhteystiedot. Valitukseen on liitettävä valituksen kohteena oleva päätös.',
      'Valituksen on oltava perillä viimeistään määräajan viimeisenä päivänä.',
    ].join('\n'),
    [
      'BESVÄRSANVISNING',
      'Ändring i detta beslut får sökas genom besvär hos förvaltningsdomstolen.',
      'Besvärsmyndighet: {authority}, {address}{contact}',
      'Tidsfrist: 30 dagar från delfåendet av beslutet; dagen för delfåendet räknas inte in.',
      'I besvären ska anges det beslut i vilket ändring söks, till vilka delar och vilka ändringar som yrkas, grunderna för yrkandena samt kontaktuppgifter. Det överklagade beslutet ska bifogas.',
      'Besvären ska ha kommit fram senast den sista dagen av tidsfristen.',
    ].join('\n'),
  ),
  supremeAppeal: text(
    'VALITUSOSOITUS\nTähän päätökseen saa hakea muutosta valittamalla korkeimpaan hallinto-oikeuteen: {authority}, {address}{contact}\nMääräaika: 30 päivää päätöksen tiedoksisaannista.',
    'BESVÄRSANVISNING\nÄndring i detta beslut får sökas genom besvär hos högsta förvaltningsdomstolen: {authority}, {address}{contact}\nTidsfrist: 30 dagar från delfåendet av beslutet.',
  ),
  civilAction: text(
    'Tähän päätökseen ei saa hakea muutosta valittamalla. Asian voi saattaa käräjäoikeuden ratkaistavaksi.',
    'Ändring i detta beslut får inte sökas genom besvär. Ärendet kan föras till tingsrätten för avgörande.',
  ),
  notAppealable: text(
    'Tähän päätökseen ei saa hakea muutosta valittamalla.',
    'Ändring i detta beslut får inte sökas genom besvär.',
  ),
};
