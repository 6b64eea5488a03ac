import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { isWithinYear } from './clock.ts';
import { wrong } from './findings.ts';
import { OF_REGULATION } from './grounds.ts';
import type { FeeBasis, FeeCost, SubjectRequest } from './model.ts';

type Chosen = ControllerSettings['dataSubjectRequests'];
type Asked = Pick<SubjectRequest, 'kind' | 'receivedOn' | 'requestId'>;
type Fee = { basis: FeeBasis; costs: readonly FeeCost[]; reason?: string | undefined };

/** For what each policy lets a fee be taken (C-24). What is unfounded or excessive may be charged by every controller. */
const BASES: Readonly<Record<Chosen['feePolicy'], readonly FeeBasis[]>> = {
  oncePerYear: ['withinYear'],
  firstCopyFree: ['furtherCopy', 'unfoundedOrExcessive'],
  freeUnlessExcessive: ['unfoundedOrExcessive'],
};

/** The inspections that were given before: the history that decides whether a fee may be asked. */
export const givenBefore = (earlier: readonly SubjectRequest[], { requestId }: Asked): LocalDate[] =>
  earlier.flatMap((one) =>
    one.kind === 'inspection' && one.requestId !== requestId && one.delivered !== undefined
      ? [one.delivered.on]
      : [],
  );

/** How much these costs are by the controller's amounts: undefined where one of them was never set. */
export function feeOf(costs: readonly FeeCost[], { feeCents }: Chosen): number | undefined {
  let cents = 0;
  for (const cost of costs) {
    const each =
      cost.kind === 'copying'
        ? feeCents.copyPerPage
        : cost.kind === 'postage'
          ? feeCents.postage
          : feeCents.administrative;
    if (each === null) return undefined;
    cents += cost.kind === 'copying' ? each * cost.pages : each;
  }
  return cents > 0 ? cents : undefined;
}

/** What speaks against a fee. Without one of these grounds everything is free (art. 12(5); K-14.8). */
export function judgeFee(
  request: Asked,
  { basis, costs, reason, proof }: Fee & { proof: string | undefined },
  before: readonly LocalDate[],
  settings: Chosen,
): Finding[] {
  const source = '(EU) 2016/679 12 art. 5 kohta, 15 art. 3 kohta';
  const findings: Finding[] = [];
  const isOfPolicy = OF_REGULATION.includes(request.kind) && BASES[settings.feePolicy].includes(basis);
  if (!isOfPolicy) {
    findings.push(
      wrong('feeOfPolicy', '/fee/basis', source, {
        fi: 'Rekisterinpitäjän linjauksen mukaan tällä perusteella ei peritä maksua.',
        sv: 'Enligt den personuppgiftsansvarigas policy tas ingen avgift ut på denna grund.',
        en: 'By the policy of the controller no fee is taken on this basis.',
      }),
    );
  }
  const lacksHistory =
    (basis === 'withinYear' && !before.some((day) => isWithinYear(day, request.receivedOn))) ||
    (basis === 'furtherCopy' && before.length === 0);
  if (lacksHistory || (basis !== 'unfoundedOrExcessive' && request.kind !== 'inspection')) {
    findings.push(
      wrong('feeOfHistory', '/fee/basis', source, {
        fi: 'Maksuton tarkastus tai jäljennös on vielä käyttämättä: pyyntöhistoriassa ei ole aiempaa, josta maksu seuraisi.',
        sv: 'Den avgiftsfria granskningen eller kopian är ännu inte använd.',
        en: 'The free inspection or copy has not been used: no earlier request in the history leads to a fee.',
      }),
    );
  }
  if (basis === 'unfoundedOrExcessive' && proof === undefined) findings.push(proofMissing());
  if (costs.some(({ kind }) => !settings.costKinds.includes(kind))) {
    findings.push(
      wrong('feeOfCosts', '/fee/costs', source, {
        fi: 'Rekisterinpitäjä ei peri tällaisia kustannuksia.',
        sv: 'Den personuppgiftsansvariga tar inte ut sådana kostnader.',
        en: 'The controller does not charge costs of this kind.',
      }),
    );
  } else if (feeOf(costs, settings) === undefined) {
    findings.push(
      wrong('feeOfAmounts', '/fee/costs', source, {
        fi: 'Maksun suuruutta ei ole asetettu, joten maksua ei voi periä.',
        sv: 'Avgiftens storlek har inte fastställts, så ingen avgift kan tas ut.',
        en: 'The amount has not been set by the controller, so no fee can be taken.',
      }),
    );
  }
  if (reason === undefined) {
    findings.push(
      wrong('feeGrounded', '/fee/reason', source, {
        fi: 'Kirjaa maksun perusteet.',
        sv: 'Anteckna grunderna för avgiften.',
        en: 'Record the grounds of the fee.',
      }),
    );
  }
  return findings;
}

/** It is the controller's to show that a request is manifestly unfounded or excessive. */
export const proofMissing = (): Finding =>
  wrong('proofShown', '/proof', '(EU) 2016/679 12 art. 5 kohta', {
    fi: 'Osoita, miksi pyyntö on ilmeisen perusteeton tai kohtuuton.',
    sv: 'Visa varför begäran är uppenbart ogrundad eller orimlig.',
    en: 'Show why the request is manifestly unfounded or excessive.',
  });
