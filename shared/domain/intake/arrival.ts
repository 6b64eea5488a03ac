import type { Finding, Sentence } from '../../kernel/finding.ts';
import type { Instant } from '../../kernel/instant.ts';
import { helsinkiDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { changed } from '../../table/item.ts';
import type { ArrivalCorrected, IntakeMatter } from './model.ts';

/** When a matter arrived, as it should have been recorded (703/2023 § 22). Pure. */

/** `places`: the moments that the matter and the file in hand say. `acts`: days on which something was done because of it. */
export function judgeArrival(
  { createdAt }: Pick<IntakeMatter, 'createdAt'>,
  receivedAt: Instant,
  { places, acts }: { places: readonly Instant[]; acts: readonly LocalDate[] },
): Finding[] {
  const day = helsinkiDateOf(receivedAt);
  return [
    ...(places.every((said) => said === receivedAt) ? [finding('intake.sameArrival', SAME)] : []),
    ...(receivedAt > createdAt ? [finding('intake.arrivedAfterRecording', RECORDED)] : []),
    ...(acts.some((act) => act < day) ? [finding('intake.arrivedAfterAct', ACTED)] : []),
  ];
}

/** The right moment in its place; what stood there, beside it. */
export const arrivalCorrected = (
  before: IntakeMatter,
  receivedAt: Instant,
  correction: ArrivalCorrected,
): IntakeMatter => ({
  ...before,
  ...changed(before, correction.by.at, correction.by.userId),
  receivedAt,
  arrivals: [...(before.arrivals ?? []), correction],
});

const finding = (rule: string, message: Sentence): Finding => ({
  rule,
  severity: 'error',
  path: '/body/receivedAt',
  message,
  source: '417/2007 § 26; 1301/2014 § 36',
});

const SAME: Sentence = {
  fi: 'Saapumisaika on sama kuin ennen.',
  sv: 'Ankomsttiden är densamma som tidigare.',
  en: 'The time of arrival is the same as before.',
};
const RECORDED: Sentence = {
  fi: 'Asia ei ole voinut saapua sen jälkeen, kun se kirjattiin.',
  sv: 'Ärendet kan inte ha inkommit efter att det antecknades.',
  en: 'The matter cannot have arrived after it was recorded.',
};
const ACTED: Sentence = {
  fi: 'Asiassa on toimittu jo ennen tätä päivää.',
  sv: 'I ärendet har åtgärder vidtagits redan före denna dag.',
  en: 'Something was done in the matter before this day already.',
};
