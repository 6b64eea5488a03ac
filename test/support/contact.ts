/** An official who tells more of a decision, as its document asks. */
export const CONTACT = {
  sukunimi: 'Laaja',
  etunimet: 'Leena',
  yhteystiedot: {
    postiosoite: { lahiosoite: 'Keksitty katu 1', postinumero: '04400', postitoimipaikka: 'Järvenpää' },
    puhelinnumero: '09 000 0000',
  },
};
