import type { Finding } from '../../../kernel/finding.ts';
import type { CaseHead } from '../../cases/model.ts';
import { judgeKinds } from '../../services/kinds.ts';
import { judgeAssistance } from '../assistance.ts';
import { kindOf, routesOf } from '../kinds.ts';
import type { DecisionContent, DecisionHead } from '../model.ts';
import { DECIDED } from '../states.ts';
import { finding } from './finding.ts';
import { judgeTerm } from './term.ts';

/** What is planned, before anybody is heard or asked to decide. Pure; all findings at once. */

type Planned = Pick<
  DecisionHead,
  | 'kind'
  | 'route'
  | 'serviceTasks'
  | 'socialServices'
  | 'result'
  | 'validity'
  | 'atOnce'
  | 'amount'
  | 'follows'
>;
type Known = {
  ofCase: Pick<CaseHead, 'serviceTasks'>;
  earlier: DecisionHead | undefined;
  /** The other decisions of the client that are under way or in force. */
  others: readonly DecisionHead[];
};

export function judgePlan(
  plan: Planned,
  content: Pick<DecisionContent, 'atOnceReasons' | 'provisions'>,
  { ofCase, earlier, others }: Known,
): Finding[] {
  const { tasks, law, atOnce, follows } = kindOf(plan.kind);
  const isOfKind = plan.serviceTasks.every((task) => tasks.some((one) => one === task));
  const isOfCase = plan.serviceTasks.every((task) => ofCase.serviceTasks.includes(task));
  return [
    ...(isOfKind && isOfCase ? [] : [wrongTask(law)]),
    ...(routesOf(plan.kind).includes(plan.route) ? [] : [wrongRoute(law)]),
    ...(plan.atOnce && !atOnce ? [notAtOnce(law)] : []),
    ...(plan.atOnce && content.atOnceReasons === undefined ? [atOnceReasons(law)] : []),
    ...judgeAssistance(plan, content),
    ...judgeKinds(plan.socialServices, '/body/socialServices'),
    ...judgeTerm(plan, earlier),
    ...(follows === undefined ? [] : judgeEarlier(plan, follows, earlier, others)),
  ];
}

/** What it continues or ends must be decided and stand, and be of the right kind; an extension is made once. */
function judgeEarlier(
  { kind, follows }: Planned,
  row: NonNullable<ReturnType<typeof kindOf>['follows']>,
  earlier: DecisionHead | undefined,
  others: readonly DecisionHead[],
): Finding[] {
  const { law } = kindOf(kind);
  if (follows === undefined || earlier === undefined) return [earlierNeeded(law)];
  if (!row.kinds.includes(earlier.kind) || !DECIDED.includes(earlier.state)) return [earlierNeeded(law)];
  const isExtended = others.some(
    (one) => one.kind === kind && one.follows === follows && DECIDED.includes(one.state),
  );
  return row.once === true && isExtended ? [onlyOnce(law)] : [];
}

const wrongTask = (law: string): Finding =>
  finding('taskOfKind', 'error', '/body/serviceTasks', law, {
    fi: 'Palvelutehtävä ei kuulu tähän päätöslajiin tai asiaan.',
    sv: 'Serviceuppgiften hör inte till beslutsslaget eller ärendet.',
    en: 'The service task does not belong to this kind of decision, or to the case.',
  });
const wrongRoute = (law: string): Finding =>
  finding('routeOfKind', 'error', '/body/route', law, {
    fi: 'Tämän lajin päätökseen ei haeta muutosta näin.',
    sv: 'Ändring i ett beslut av detta slag söks inte så.',
    en: 'A decision of this kind is not appealed in this way.',
  });
const notAtOnce = (law: string): Finding =>
  finding('atOnceOfKind', 'error', '/body/atOnce', law, {
    fi: 'Tämän lajin päätöstä ei voi määrätä pantavaksi täytäntöön heti.',
    sv: 'Ett beslut av detta slag kan inte förordnas att verkställas genast.',
    en: 'A decision of this kind cannot be ordered enforced at once.',
  });
const atOnceReasons = (law: string): Finding =>
  finding('atOnceReasons', 'error', '/body/atOnceReasons', `434/2003 49 f §; 1301/2014 52 §; ${law}`, {
    fi: 'Välittömän täytäntöönpanon perustelut puuttuvat.',
    sv: 'Motiveringen till omedelbart verkställande saknas.',
    en: 'The reasons for enforcing it at once are missing.',
  });
const earlierNeeded = (law: string): Finding =>
  finding('earlierNeeded', 'error', '/body/follows', law, {
    fi: 'Nimeä voimassa oleva päätös, jota tämä jatkaa, muuttaa tai jonka tämä lopettaa.',
    sv: 'Ange det gällande beslut som detta fortsätter, ändrar eller avslutar.',
    en: 'Name the decision in force that this one continues, changes or ends.',
  });
const onlyOnce = (law: string): Finding =>
  finding('continuedOnce', 'error', '/body/follows', law, {
    fi: 'Päätöstä on jo jatkettu kerran.',
    sv: 'Beslutet har redan fortsatts en gång.',
    en: 'The decision has been extended once already.',
  });
