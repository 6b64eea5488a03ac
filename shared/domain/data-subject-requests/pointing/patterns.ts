/** Codes, numbers and addresses as they are written in words, and by what two ways of writing one are the same. */

const BORN = String.raw`(?:0[1-9]|[12]\d|3[01])\.?(?:0[1-9]|1[0-2])\.?(?:(?:1[89]|20)\d\d|\d\d)`;
const WITH_SIGN = String.raw`\s?[-–−+A-FU-Ya-fu-y]\s?\d{3}[0-9A-FHJ-NPR-Ya-fhj-npr-y]`;
const WITHOUT_SIGN = String.raw`\s?\d{3}[A-FHJ-NPR-Ya-fhj-npr-y]`;
/** With spaces, a dash of print or points, or without the sign: 131052-308T, 131052 – 308t, 13.10.1952-308T, 131052308T. */
export const CODE = new RegExp(
  String.raw`(?<![\p{L}\d])${BORN}(?:${WITH_SIGN}|${WITHOUT_SIGN})(?![\p{L}\d])`,
  'gu',
);
const IN_GROUPS = String.raw`0\d{1,2}(?:\.\d{3,4}){2}`;
const FREELY = String.raw`(?:\+\d{1,3}|0)(?:[\s()–-]{0,2}\d){5,12}`;
export const PHONE = new RegExp(
  String.raw`(?<![\p{L}\d./:–-])(?:${IN_GROUPS}|${FREELY})(?!-?[\d\p{L}])`,
  'gu',
);
/** Its sign may be written out: naapuri(at)example.fi. */
export const EMAIL =
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}(?:@|\s?[([](?:at|ät|a|miu)[)\]]\s?)[\p{L}\d.-]+\.\p{L}{2,}/giu;
const STREETS =
  'katu|kadu|tie|teide|kuja|polku|polu|raitt?i|väylä|rinte|rinne|ranta|ranna|kaari|kaare|kaarre|kaarte|tori|aukio|piha|portti|porti|penger|penkere|puisto|puistikko|puistiko|bulevardi|esplanadi|laituri|silta|silla|linja|kulma|mäki|mäe|harju|lehto|lehdo|ahde|ahte|haka|haa|gata|väg|gränd|stig|allé|backe|strand|esplanad|torg|brink';
const BENT = 'n|[aä]|t[aä]|ll[aä]|lt[aä]|lle|ss[aä]|st[aä]|h?[aeiouyäö]{1,2}n|et|s';
const STAIR = String.raw`\s\p{Lu}(?!\p{L})(?:\s?\d{1,3}(?!\d|[.:]\d))?`;
const FLAT = String.raw`\s(?:as|bst|lgh)\.?\s?\d{1,3}`;
/** A street by its last part, bent, with its number, stair and flat. What follows is no day, and no time of day. */
export const STREET = new RegExp(
  String.raw`(?<![\p{L}-])\p{Lu}[\p{L}-]{0,60}(?:${STREETS})(?:${BENT})?\s+\d+(?![.:]?\d)(?:[a-z](?!\p{L}))?(?:${STAIR})?(?:${FLAT})?`,
  'gu',
);

export const plain = (text: string): string => text.toLocaleLowerCase('fi').replaceAll(/\s+/gu, ' ').trim();

/** Without its sign and its century, which may be left out. */
export const codeOf = (text: string): string =>
  plain(text)
    .replaceAll(/[^\da-z]/gu, '')
    .replace(/^(\d{4})(?:1[89]|20)(\d\d)(?=[a-fu-y]?\d{3}[\da-y]$)/u, '$1$2')
    .replace(/^(\d{6})[a-fu-y](?=\d)/u, '$1');
/** Digits by which two ways of writing a number are the same: without the country and the first zero. */
export const digitsOf = (phone: string): string =>
  phone
    .replaceAll(/\D/g, '')
    .replace(/^(?:00)?358/, '')
    .replace(/^0/, '');
export const emailOf = (text: string): string => plain(text).replace(/\s?[([]\p{L}+[)\]]\s?/u, '@');
/** The name of a street, without its number. */
export const nameOfStreet = (street: string): string => plain(street.replace(/\d.*$/u, ''));
