import { ServiceTask } from '../domain/service-tasks.ts';

/**
 * Asiakirjan aihe -> palvelutehtävät: in which service tasks a document of a subject is drawn up.
 *
 * A subject named for a task belongs to it. Services that decree 457/2024 15 § 2 mom. and the annex of
 * 703/2023 give in every task, and what is common, belong to all; so does a subject that a newer definition
 * brings and no row knows, for a document must not be hidden from who may need it.
 */
const ALL: readonly ServiceTask[] = ServiceTask.options;

const FAMILY_AND_CHILD: readonly ServiceTask[] = ['families', 'childWelfare'];

const TASKS_OF_SUBJECT: ReadonlyMap<string, readonly ServiceTask[]> = new Map([
  ['Sosiaalihuollon palvelutehtäville yhteiset asiakasasiakirjat', ALL],
  ['Asia- ja asiakkuusasiakirja', ALL],
  ['Tahdonilmaisupalvelun asiakirjat', ALL],

  ['Lapsiperheiden palvelujen asiakasasiakirjat', ['families']],
  ['Työikäisten palvelujen asiakasasiakirjat', ['workingAge']],
  ['Iäkkäiden palvelujen asiakasasiakirjat', ['older']],
  ['Vammaispalvelujen asiakasasiakirjat', ['disability']],
  ['Päihde- ja riippuvuustyön erityisten palvelujen asiakasasiakirjat', ['substance']],
  ['Lastensuojelun yhteiset asiakasasiakirjat', ['childWelfare']],
  ['Lastensuojelun avohuollon asiakasasiakirjat', ['childWelfare']],
  ['Lastensuojelun tehostetun perhetyön asiakasasiakirjat', ['childWelfare']],
  ['Lastensuojelun sijaishuollon asiakasasiakirjat', ['childWelfare']],
  ['Lastensuojelun jälkihuollon asiakasasiakirjat', ['childWelfare']],
  ['Vanhemmuuden selvittämisen asiakasasiakirjat', ['familyLaw']],
  ['Lapsen elatusavun turvaamisen asiakasasiakirjat', ['familyLaw']],
  ['Lapsen huollon ja tapaamisoikeuden turvaamisen asiakasasiakirjat', ['familyLaw']],
  ['Puolison elatusavun turvaamisen asiakasasiakirjat', ['familyLaw']],
  ['Adoptioneuvonnan asiakasasiakirjat', ['familyLaw']],

  // Services of 1301/2014 that 417/2007 36 § also gives as supports of open care
  ['Perhetyön asiakasasiakirjat', FAMILY_AND_CHILD],
  ['Kasvatus- ja perheneuvonnan asiakasasiakirjat', FAMILY_AND_CHILD],
  ['Tukisuhdetoiminnan asiakasasiakirjat', FAMILY_AND_CHILD],
  // 457/2024 14 §: supervised visits stand in each of the three
  ['Tapaamisten valvonnan asiakasasiakirjat', ['families', 'childWelfare', 'familyLaw']],

  // 457/2024 15 § 2 mom.: in all service tasks
  ['Täydentävän ja ehkäisevän toimeentulotuen asiakasasiakirjat', ALL],
  ['Sosiaalisen luototuksen asiakasasiakirjat', ALL],
  ['Omaishoidon tuen asiakasasiakirjat', ALL],
  ['Turvakotipalvelun asiakasasiakirjat', ALL],
  // 703/2023 annex: they follow the service task of the case they belong to
  ['Kuntouttavan työtoiminnan asiakasasiakirjat', ALL],
  ['Perheryhmäkotitoiminnan asiakasasiakirjat', ALL],
  ['Väkivaltatyön asiakasasiakirjat', ALL],
]);

/** The service tasks in which a document of this subject is drawn up. */
export const serviceTasksOf = (subject: string): readonly ServiceTask[] =>
  TASKS_OF_SUBJECT.get(subject) ?? ALL;

/** Does a row say it, or was it left open by a subject that is empty or new? */
export const isKnownSubject = (subject: string): boolean => TASKS_OF_SUBJECT.has(subject);
