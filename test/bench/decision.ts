import type { CaseId } from '../../shared/kernel/id.ts';
import { openedCase } from '../support/cases.ts';
import {
  appealsTold,
  decisionsOf,
  delegated,
  draftOf,
  planBody,
  prepare,
  workerInPost,
  workingAgeText,
} from '../support/decisions.ts';
import type { Worker } from '../support/world-over.ts';
import { expectStatus, type Stage } from './stage.ts';

/** Reasons as a decision gives them: a page of its three. */
const REASONS = `Hakija on pyytänyt tukea arjen hallintaan, laskujen maksamiseen ja asioiden hoitamiseen eri virastoissa. Palvelutarpeen arviossa todettiin, että toimintakyky on heikentynyt pitkään jatkuneen työttömyyden ja asumisen epävarmuuden vuoksi, mutta hakija pystyy huolehtimaan itsestään, kun hän saa ohjausta säännöllisesti.

Sosiaaliohjaus vastaa arvioituun tarpeeseen. Ohjaaja tapaa hakijaa kotona kahdesti kuukaudessa ja auttaa häntä hakemaan asumistukea, sopimaan maksusuunnitelmasta velkojien kanssa sekä valmistautumaan työllisyyspalvelujen haastatteluihin. Palvelun vaikutuksia arvioidaan yhdessä kolmen kuukauden välein, viimeistään ennen päätöksen voimassaolon päättymistä.

Myönnetään, koska palvelu on välttämätön riittävän toimeentulon ja turvallisen asumisen järjestämiseksi eikä tarpeeseen voida vastata yleisillä neuvontapalveluilla.`;

/** Who prepares and who decides of the client's social guidance, in a case of working-age services. */
type Deciding = { preparer: Worker; decider: Worker; caseId: CaseId };

const offices = new WeakMap<Stage, Promise<Deciding>>();

/** Set up once for a stage. */
export function deciding(stage: Stage): Promise<Deciding> {
  const known = offices.get(stage) ?? setUp(stage);
  offices.set(stage, known);
  return known;
}

async function setUp({ world, clientId }: Stage): Promise<Deciding> {
  await appealsTold(world);
  const preparer = await workerInPost(world, 'broadResponsibility', { name: 'Pia Valmistelija' });
  const decider = await workerInPost(world, 'arranging', { name: 'Leena Laaja' });
  await delegated(world, { postIds: [decider.postId], roles: [] });
  const caseId = await openedCase(world, preparer, clientId, {
    serviceTasks: ['workingAge'],
    responsibleWorkerId: preparer.userId,
    workerIds: [decider.userId],
  });
  await world.drained();
  return { preparer, decider, caseId };
}

/** @returns where a decision that was proposed to its decider is acted on. */
export async function preparedDecision(
  { clientId }: Stage,
  { preparer, decider, caseId }: Deciding,
): Promise<string> {
  const draftId = await draftOf(preparer, clientId, {
    caseId,
    content: workingAgeText({ ratkaisu_ja_perustelut: REASONS }),
  });
  const told = await prepare(preparer, clientId, { caseId, kind: '11052', ...planBody({ draftId }) });
  const at = `${decisionsOf(clientId)}/${String(expectStatus(told, 201).json['decisionId'])}`;
  const proposed = await preparer.call('POST', `${at}/propose`, { version: 1, body: { to: decider.userId } });
  expectStatus(proposed, 200);
  return at;
}

/** @returns id of the decision's document. */
export async function issueDecision({ decider }: Deciding, at: string): Promise<string> {
  const body = { draftVersion: 1, impartial: true, signatureType: 'electronic' };
  const told = await decider.call('POST', `${at}/issue`, { version: 2, body });
  return String(expectStatus(told, 200).json['documentId']);
}
