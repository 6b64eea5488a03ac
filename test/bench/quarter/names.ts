import type { Chance } from './chance.ts';

/**
 * Surnames as a Finnish county has them: some hundred that stand everywhere and a very long tail. The common ones are
 * real and in roughly the order of the population register; how often each stands is a curve of ours (the first about
 * one in 230, the first hundred together a fifth). The tail is made of syllables.
 */
const COMMON =
  'Korhonen Virtanen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen Heinonen Niemi Heikkilä Kinnunen Salonen Turunen Salo Laitinen Tuominen Rantanen Karjalainen Jokinen Mattila Savolainen Lahtinen Ahonen Ojala Leppänen Väisänen Hiltunen Kallio Leinonen Miettinen Aaltonen Pitkänen Manninen Koivisto Hakala Anttila Laaksonen Hirvonen Lehto Räsänen Laakso Toivonen Mustonen Rantala Aalto Nurmi Partanen Peltonen Moilanen Hänninen Lappalainen Seppälä Kettunen Kemppainen Pesonen Kauppinen Kokkonen Peltola Kärkkäinen Mikkonen Niskanen Vainio Nousiainen Rissanen Kivelä Rossi Hyvönen Jääskeläinen Koponen Sillanpää Vuorinen Oksanen Honkanen Uusitalo Mikkola Haapala Harju Mäki Sirén Nyman Lindholm Johansson Karlsson Lindström Eriksson Andersson Björklund Forsman Kurki Hautala Raitio Suominen Helin'.split(
    ' ',
  );
const STEMS =
  'Ahv Alav Ansam Haav Hallik Harm Hietan Honk Iso Jaak Joen Kaiv Kaland Kank Karp Kiism Koir Kortes Kuus Kyt Lahd Lamp Leh Liimat Lohik Luhtal Luok Maun Metsäl Muhon Myll Naul Nevan Niitt Ohram Orav Paju Palom Peuran Pihlaj Poro Puol Raap Rautak Rekol Ruok Saks Sammal Seit Sork Suv Takam Tervon Tiais Törm Ukonm Vaar Varis Vehm Viit Vuokol Ylik'.split(
    ' ',
  );
const MIDDLES = ['', 'a', 'i', 'o', 'as', 'el', 'er', 'ik', 'im', 'ist', 'on', 'ul', 'us', 'ut', 'av', 'il'];
const ENDS = ['la', 'nen', 'ainen', 'maa', 'mäki', 'niemi', 'ranta', 'vuori', 'kangas', 'lahti', 'oja', 'ma'];
/** Of the curve 1 / (place + FLATNESS). */
const FLATNESS = 40;

const FEMALE =
  'Aino Anna Annika Eeva Elina Emilia Hanna Heidi Helena Hilkka Inka Jaana Johanna Kaarina Katja Kirsi Laura Leena Liisa Maija Marja Mari Minna Nea Oona Paula Pirjo Riikka Ritva Saara Sanna Sirpa Sofia Tuula Tiina Ulla Veera Viivi'.split(
    ' ',
  );
const MALE =
  'Aleksi Antti Arvo Eero Eino Elias Hannu Heikki Ilkka Jari Joonas Juha Jukka Kalle Kari Lauri Leo Markku Matti Mika Mikko Niko Oliver Onni Otto Pekka Petri Pentti Risto Sami Seppo Tapio Teemu Timo Tuomas Veikko Ville Väinö'.split(
    ' ',
  );

const SURNAMES: readonly string[] = [
  ...new Set([
    ...COMMON,
    ...MIDDLES.flatMap((middle) => ENDS.flatMap((end) => STEMS.map((stem) => `${stem}${middle}${end}`))),
  ]),
];

/** Sums of the curve, so that a name is found by halving. */
const REACH: readonly number[] = SURNAMES.reduce<number[]>((sums, _, place) => {
  sums.push((sums.at(-1) ?? 0) + 1 / (place + 1 + FLATNESS));
  return sums;
}, []);

export function surname(chance: Chance): string {
  const far = chance.next() * (REACH.at(-1) ?? 0);
  let [from, to] = [0, REACH.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((REACH[middle] ?? far) < far) from = middle + 1;
    else to = middle;
  }
  return SURNAMES[from] ?? 'Korhonen';
}

export const givenName = (chance: Chance): string => chance.pick(chance.is(0.5) ? FEMALE : MALE);
