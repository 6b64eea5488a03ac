import type { Sentence } from '../../kernel/finding.ts';
import type { ClientId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { helsinkiTimeOf } from '../../kernel/time-of-day.ts';
import type { SignSettings } from '../controllers/settings/signs.ts';
import type { SignCode } from '../sign-codes.ts';
import type { SignNumbers } from './model.ts';
import { byName, countOf, oneDecimal, span } from './sentence-parts.ts';
import { idleOf, isIdle, type Use, yearsBack } from './use.ts';

/** How a worker and a client stand to each other, as far as it is known without opening a file. */
export type Between = {
  /** The file is the worker's own. */
  own?: 'record' | 'name' | undefined;
  /** The client works in the same unit; or elsewhere for this controller, which the employer's record alone tells. */
  colleague?: 'record' | 'name' | 'elsewhere' | undefined;
  sameSurname: boolean;
  sameAddress: boolean;
  safetyBan: boolean;
};

/** What is usual on a day at work; undefined as long as too few days are known. */
export type Usual = {
  own: { files: number; outsidePercent: number } | undefined;
  unit: { files: number } | undefined;
};

/** A worker's day, as the rules see it. */
export type Day = {
  uses: readonly Use[];
  between: ReadonlyMap<ClientId, Between>;
  usual: Usual;
  /** Whose work is to look over what others do: many files, and little to write. */
  oversees: boolean;
};

/** Of one file, or of the day as a whole. */
export type FoundSign = { code: SignCode; clientId?: ClientId; numbers: SignNumbers };

type Judged = (
  use: Use,
  between: Between,
  settings: SignSettings,
  day: Pick<Day, 'oversees'>,
) => SignNumbers | undefined;
type JudgedDay = (day: Day, settings: SignSettings) => SignNumbers | undefined;

export type SignRule = {
  code: SignCode;
  title: Sentence;
  /** What was seen, in a sentence with its numbers; never that it was misuse. */
  sentence: (numbers: SignNumbers) => Sentence;
  source: string;
  from: LocalDate;
} & ({ ofFile: Judged } | { ofDay: JudgedDay });

const SOURCE = '703/2023 § 9 and 10; (EU) 2016/679 art. 32(4)';
/** From when on the use of client data is supervised under the law in force. */
const FROM = LocalDate.parse('2024-01-01');
/** Esteellisyys. Cited, and not read for this use: unverified. */
const DISQUALIFIED = '434/2003 § 28';

/** The Swedish and Finnish sentences are unreviewed. */
export const SIGN_RULES: readonly SignRule[] = [
  {
    code: 'ownFile',
    title: { fi: 'Oma asia', sv: 'Eget ärende', en: 'Own file' },
    sentence: (numbers) => ({
      fi: `Työntekijä käytti tai yritti käyttää omia asiakastietojaan${byName(numbers, ' (sama nimi)')}.`,
      sv: `Den anställda använde eller försökte använda sina egna klientuppgifter${byName(numbers, ' (samma namn)')}.`,
      en: `The worker used, or tried to use, a file of the worker's own${byName(numbers, ' (the name is the same)')}.`,
    }),
    source: `703/2023 § 9; ${DISQUALIFIED}`,
    from: FROM,
    ofFile: (_use, { own }) => (own === undefined ? undefined : { by: own }),
  },
  {
    code: 'colleague',
    title: { fi: 'Työtoverin asia', sv: 'En kollegas ärende', en: "A colleague's file" },
    sentence: (numbers) => ({
      fi: `Asiakas on työntekijän työtoveri${byName(numbers, ' (sama nimi)')}, eikä työntekijällä ole omaa tehtävää hänen asiassaan.`,
      sv: `Klienten är en kollega till den anställda${byName(numbers, ' (samma namn)')}, och den anställda har ingen egen uppgift i ärendet.`,
      en: `The client is a colleague of the worker${byName(numbers, ' (the name is the same)')}, and the worker has no task of their own in the matter.`,
    }),
    source: SOURCE,
    from: FROM,
    ofFile(use, { colleague, own }) {
      // Who works elsewhere may well be a client of the worker's unit: work of which something was written is none.
      const isWork = use.isInPerson || (colleague === 'elsewhere' && use.wrote);
      if (colleague === undefined || own !== undefined || isWork) return undefined;
      return { by: colleague === 'elsewhere' ? 'record' : colleague };
    },
  },
  {
    code: 'sameSurname',
    title: { fi: 'Sama sukunimi', sv: 'Samma efternamn', en: 'Same surname' },
    sentence: () => ({
      fi: 'Asiakkaalla on tai on ollut sama sukunimi kuin työntekijällä, eikä työntekijällä ole omaa tehtävää hänen asiassaan.',
      sv: 'Klienten har eller har haft samma efternamn som den anställda, och den anställda har ingen egen uppgift i ärendet.',
      en: 'The client bears, or has borne, the surname of the worker, and the worker has no task of their own in the matter.',
    }),
    source: `${SOURCE}; ${DISQUALIFIED}`,
    from: FROM,
    ofFile: (use, { sameSurname, own }) => (sameSurname && own === undefined && isIdle(use) ? {} : undefined),
  },
  {
    code: 'sameAddress',
    title: { fi: 'Sama osoite', sv: 'Samma adress', en: 'Same address' },
    sentence: () => ({
      fi: 'Asiakkaan osoite näyttää samalta kuin työntekijän (osoitteita verrattiin avaamatta niitä).',
      sv: 'Klientens adress verkar vara densamma som den anställdas (adresserna jämfördes utan att öppnas).',
      en: "The client's address seems to be that of the worker (addresses were compared without opening them).",
    }),
    source: `${SOURCE}; ${DISQUALIFIED}`,
    from: FROM,
    ofFile: (_use, { sameAddress, own }) => (!sameAddress || own !== undefined ? undefined : {}),
  },
  {
    code: 'safetyBan',
    title: { fi: 'Turvakielto', sv: 'Spärrmarkering', en: 'Safety ban' },
    sentence: (numbers) => ({
      fi: `Turvakiellon alaista asiakasta katsottiin ${countOf(numbers)} kertaa ilman omaa tehtävää asiassa, eikä mitään kirjattu.`,
      sv: `En klient med spärrmarkering granskades ${countOf(numbers)} gånger utan egen uppgift i ärendet, och inget antecknades.`,
      en: `A client under a safety ban was looked at ${countOf(numbers)} times without a task of the worker's own, and nothing was written.`,
    }),
    source: `${SOURCE}; 661/2009 § 36 and 37`,
    from: FROM,
    ofFile(use, { safetyBan }, { looksUnderBan }, { oversees }) {
      const { isIntake, shown, refused } = use;
      const count = shown + refused;
      return safetyBan && count >= looksUnderBan && isIdle(use) && !isIntake && !oversees
        ? { count }
        : undefined;
    },
  },
  {
    code: 'deepHistory',
    title: { fi: 'Syvälle historiaan', sv: 'Långt tillbaka i historien', en: 'Deep into history' },
    sentence: ({ years = 0 }) => ({
      fi: `Tietoja katsottiin ${years} vuoden taakse ilman omaa tehtävää asiassa, eikä mitään kirjattu.`,
      sv: `Uppgifter granskades ${years} år tillbaka utan egen uppgift i ärendet, och inget antecknades.`,
      en: `The file was read ${years} years back without a task of the worker's own, and nothing was written.`,
    }),
    source: SOURCE,
    from: FROM,
    ofFile(use, _between, { historyYears }, { oversees }) {
      const years = yearsBack(use);
      return years >= historyYears && isIdle(use) && !oversees ? { years } : undefined;
    },
  },
  {
    code: 'noTie',
    title: { fi: 'Ei asiakassuhdetta', sv: 'Ingen klientrelation', en: 'No tie' },
    sentence: (numbers) => ({
      fi: `Asiakasta, johon mikään ei työntekijää liitä, yritettiin avata tai avattiin ${countOf(numbers)} kertaa.`,
      sv: `En klient som inget knyter till den anställda öppnades eller försökte man öppna ${countOf(numbers)} gånger.`,
      en: `A client to whom nothing ties the worker was opened, or tried, ${countOf(numbers)} times.`,
    }),
    source: SOURCE,
    from: FROM,
    ofFile(use, _between, { attempts }) {
      const { refused, openedWithoutTie, shown, isIntake } = use;
      const isSign = (openedWithoutTie || refused >= attempts) && isIdle(use) && !isIntake;
      return isSign ? { count: shown + refused } : undefined;
    },
  },
  {
    code: 'openedWithoutTie',
    title: {
      fi: 'Avaus ilman asiakassuhdetta',
      sv: 'Öppning utan klientrelation',
      en: 'Opening without a tie',
    },
    sentence: () => ({
      fi: 'Asiakkaan tiedot avattiin ilman asiakassuhdetta; avauksesta seurasi kirjaus tai asiakassuhde. Jokainen avaus tarkastetaan.',
      sv: 'Klientens uppgifter öppnades utan klientrelation; öppningen ledde till en anteckning eller en klientrelation. Varje öppning granskas.',
      en: 'The file was opened without a tie, and an entry or a tie came of it. Every opening is looked into.',
    }),
    source: '703/2023 § 9 and 10',
    from: FROM,
    ofFile: (use) => (use.openedWithoutTie && (!isIdle(use) || use.isIntake) ? {} : undefined),
  },
  {
    code: 'doorsTried',
    title: { fi: 'Monta torjuttua yritystä', sv: 'Många avvisade försök', en: 'Many refused attempts' },
    sentence: (numbers) => ({
      fi: `Päivän aikana yritettiin avata ${countOf(numbers)} asiakasta, joihin mikään ei työntekijää liitä.`,
      sv: `Under dagen försökte den anställda öppna ${countOf(numbers)} klienter som inget knyter till den anställda.`,
      en: `On the day ${countOf(numbers)} clients were tried to whom nothing ties the worker.`,
    }),
    source: SOURCE,
    from: FROM,
    ofDay({ uses }, { doors }) {
      const count = uses.filter(({ refused, shown }) => refused > 0 && shown === 0).length;
      return count >= doors ? { count } : undefined;
    },
  },
  {
    code: 'unusualHour',
    title: { fi: 'Epätavallinen aika', sv: 'Ovanlig tid', en: 'Unusual hour' },
    sentence: (numbers) => ({
      fi: `Työajan ulkopuolella klo ${span(numbers)} katsottiin ${countOf(numbers)} asiakasta; näin on työntekijän päivistä ${oneDecimal(numbers.usual)} prosentissa.`,
      sv: `Utanför arbetstid kl. ${span(numbers)} granskades ${countOf(numbers)} klienter; så är det på ${oneDecimal(numbers.usual)} procent av den anställdas dagar.`,
      en: `Outside hours, at ${span(numbers)}, ${countOf(numbers)} files were looked at; so it is on ${oneDecimal(numbers.usual)} per cent of the worker's days.`,
    }),
    source: SOURCE,
    from: FROM,
    ofDay({ uses, usual: { own } }, { outsideSeldomPercent }) {
      const idle = uses.filter((use) => isIdle(use) && !use.onCall);
      const late = idle.flatMap(({ outside }) => outside ?? []);
      const isUsual = own !== undefined && own.outsidePercent > outsideSeldomPercent;
      const [first] = late.map((one) => one.first).toSorted();
      const last = late.map((one) => one.last).toSorted()[late.length - 1];
      if (first === undefined || last === undefined || isUsual) return undefined;
      return {
        count: late.length,
        from: helsinkiTimeOf(first),
        to: helsinkiTimeOf(last),
        ...(own === undefined ? {} : { usual: own.outsidePercent }),
      };
    },
  },
  {
    code: 'unusualVolume',
    title: { fi: 'Epätavallinen määrä', sv: 'Ovanlig mängd', en: 'Unusual volume' },
    sentence: (numbers) => ({
      fi: `Päivän aikana katsottiin tai haettiin ilman omaa tehtävää ${countOf(numbers)} asiakasta; työntekijällä tavallisesti ${oneDecimal(numbers.usual)}, yksikössä ${oneDecimal(numbers.usualOfUnit)}.`,
      sv: `Under dagen granskades eller söktes ${countOf(numbers)} klienter utan egen uppgift; för den anställda vanligen ${oneDecimal(numbers.usual)}, på enheten ${oneDecimal(numbers.usualOfUnit)}.`,
      en: `On the day ${countOf(numbers)} files were looked at or searched for without a task of the worker's own; usually ${oneDecimal(numbers.usual)} by the worker, ${oneDecimal(numbers.usualOfUnit)} in the unit.`,
    }),
    source: SOURCE,
    from: FROM,
    ofDay({ uses, usual: { own, unit }, oversees }, { volume }) {
      const count = idleOf(uses).files;
      const isMuch =
        !oversees &&
        count >= volume.least &&
        (own === undefined || count >= own.files * volume.timesOwn) &&
        (unit === undefined || count >= unit.files * volume.timesUnit) &&
        (own !== undefined || unit !== undefined);
      return isMuch
        ? {
            count,
            ...(own === undefined ? {} : { usual: own.files }),
            ...(unit === undefined ? {} : { usualOfUnit: unit.files }),
          }
        : undefined;
    },
  },
];
