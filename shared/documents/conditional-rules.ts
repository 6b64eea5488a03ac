import type { GroupField } from './definition.ts';

/**
 * The conditions that THL's prose sets and its schemas can't say, as far as they are known. A
 * `conditional` field without a rule here is only warned of when it is missing.
 */
export type Need = 'needed' | 'identityNeeded' | 'notNeeded' | 'unknown';

type Values = Readonly<Record<string, unknown>>;

/** Present with something in it: an empty text or list says nothing. */
export const isPresent = (value: unknown): boolean =>
  value !== undefined &&
  !(typeof value === 'string' && value.trim() === '') &&
  !(Array.isArray(value) && value.length === 0);

/** Edunvalvojan tunniste: of a public trustee, who acts by office. It stands where a client is represented. */
const TRUSTEE = 'edunvalvojan_tunniste';
const IDENTITY = ['henkilotunnus', 'tilapainen_yksilointitunnus', 'syntymaaika', TRUSTEE];

/**
 * Of the identity fields that a definition makes conditional, one is needed. The client must be
 * identified (703/2023 38 §), and so must whoever gives a permit or sets a ban for the client; of another person
 * it may be that none is known.
 */
function identityNeed(
  key: string,
  group: Pick<GroupField, 'fields' | 'key'>,
  values: Values,
): Need | undefined {
  const choices = group.fields.filter((field) => field.conditional && IDENTITY.includes(field.key));
  if (choices.length < 2 || !choices.some((field) => field.key === key)) return undefined;
  if (choices.some((field) => isPresent(values[field.key]))) return 'notNeeded';
  if (choices[0]?.key !== key) return 'notNeeded';
  const mustBeKnown = group.key === 'asiakas' || choices.some((field) => field.key === TRUSTEE);
  return mustBeKnown ? 'identityNeeded' : 'unknown';
}

type Condition = { typeOid: string; key: string; isNeeded: (values: Values) => boolean };

const INFORMATION_REQUEST = '1.2.246.537.6.1506.19009';

const CONDITIONS: readonly Condition[] = [
  {
    // What was got is said in words unless it came as documents, or nothing has been got yet.
    typeOid: INFORMATION_REQUEST,
    key: 'saadut_tiedot',
    isNeeded: (values) => !isPresent(values.pyydetyt_tiedot) && !isPresent(values.liite),
  },
  {
    typeOid: INFORMATION_REQUEST,
    key: 'tietojen_saamisen_paivamaara',
    isNeeded: (values) => isPresent(values.saadut_tiedot) || isPresent(values.liite),
  },
];

type Switch = { key: string; beside: string; neededWhen: boolean };

/**
 * Fields that the answer to a question beside them decides on. Decisions of every kind ask alike: was the party
 * heard, was the network mapped, and if not, why not.
 */
const SWITCHES: readonly Switch[] = [
  { key: 'syyt_selvittamatta_jattamiselle', beside: 'suoritettu', neededWhen: false },
  { key: 'tekematta_jattamisen_syy', beside: 'kartoitus_on_tehty', neededWhen: false },
  // A representative who acts for the client is named
  {
    key: 'luovutusluvan_antaja',
    beside: 'luovutusluvan_antaja_on_laillinen_edustaja',
    neededWhen: true,
  },
  {
    key: 'henkilo_joka_kieltaa_asiakastietojen_luovuttamisen',
    beside: 'kieltaja_on_laillinen_edustaja',
    neededWhen: true,
  },
  // Kela pays maintenance support for the difference only with reasons
  {
    key: 'perustelut_joiden_vuoksi_elatuskyky_on_arvioitu_puutteelliseksi',
    beside: 'elatusavun_maara_on_elatustukea_pienempi_puutteellisen_elatuskyvyn_vuoksi',
    neededWhen: true,
  },
];

/** As the question beside the field was answered; `unknown` as long as it was not. */
function switchNeed(key: string, group: Pick<GroupField, 'fields'>, values: Values): Need | undefined {
  const found = SWITCHES.find(
    (candidate) => candidate.key === key && group.fields.some((field) => field.key === candidate.beside),
  );
  if (found === undefined) return undefined;
  const answer = values[found.beside];
  if (typeof answer !== 'boolean') return 'unknown';
  return answer === found.neededWhen ? 'needed' : 'notNeeded';
}

/** Is the missing conditional field needed, seen what else its group holds? */
export function needOf(
  typeOid: string | undefined,
  key: string,
  group: Pick<GroupField, 'fields' | 'key'>,
  values: Values,
): Need {
  const condition = CONDITIONS.find((candidate) => candidate.typeOid === typeOid && candidate.key === key);
  if (condition !== undefined) return condition.isNeeded(values) ? 'needed' : 'notNeeded';
  return switchNeed(key, group, values) ?? identityNeed(key, group, values) ?? 'unknown';
}

type AcceptedTogether = {
  typeOid: string;
  when: { key: string; code: string };
  only: { key: string; codes: readonly string[] };
};

/** Rajoitustoimenpide: in which services a measure can be taken, by service task. */
const ACCEPTED_TOGETHER: readonly AcceptedTogether[] = [
  {
    typeOid: '1.2.246.537.6.1506.19008',
    when: { key: 'palvelutehtava', code: '10' },
    only: { key: 'sosiaalipalvelu', codes: ['2', '24', '31'] },
  },
  {
    typeOid: '1.2.246.537.6.1506.19008',
    when: { key: 'palvelutehtava', code: '20' },
    only: { key: 'sosiaalipalvelu', codes: ['24', '37', '55', '85', '93', '94'] },
  },
];

const codeIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'code' in value ? value.code : undefined;

/** The keys of the root group whose code can't stand beside another that was chosen. */
export const keysNotAcceptedTogether = (typeOid: string | undefined, root: Values): string[] =>
  ACCEPTED_TOGETHER.filter(({ typeOid: of, when, only }) => {
    const chosen = codeIn(root[only.key]);
    return (
      of === typeOid &&
      codeIn(root[when.key]) === when.code &&
      typeof chosen === 'string' &&
      !only.codes.includes(chosen)
    );
  }).map(({ only }) => only.key);
