import type { Finding } from '../../kernel/finding.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { RefusalGround } from '../controllers/settings/data-subject.ts';
import type { ControllerSettings } from '../controllers/settings/settings.ts';
import { judgeFee, proofMissing } from './fee.ts';
import { wrong } from './findings.ts';
import { GROUNDS, NEEDS_PROOF, OF_ASKER, type RefusedFor } from './grounds.ts';
import { mayBeObjectedTo, restsOnDuty } from './may-object.ts';
import {
  type DeliveryMode,
  type FeeBasis,
  type FeeCost,
  MOST_LIMITED,
  type Outcome,
  type SubjectRequest,
  type Target,
} from './model.ts';

type Settings = Pick<ControllerSettings, 'dataSubjectRequests' | 'erasure' | 'restriction' | 'registers'>;

export type Decided = {
  outcome: Outcome;
  grounds: readonly RefusedFor[];
  reasons?: string | undefined;
  proof?: string | undefined;
  fee?: { basis: FeeBasis; costs: readonly FeeCost[]; reason: string } | undefined;
  delivery?: { mode: DeliveryMode } | undefined;
  targets?: readonly Target[] | undefined;
};

/** Kinds that end with something given into somebody's hands. */
export const isDelivered = ({ kind }: Pick<SubjectRequest, 'kind'>): boolean =>
  kind === 'inspection' || kind === 'partyDocuments' || kind === 'deceasedData';

/** Kinds that end with what was named being kept only: what was objected to with good reason is processed no more. */
export const isLimited = ({ kind }: Pick<SubjectRequest, 'kind'>): boolean =>
  kind === 'restriction' || kind === 'objection';

/** What is wrong with a decision: a refusal rests on law, a fee on the policy, a way of giving on the controller's. */
export function judgeDecision(
  request: Pick<SubjectRequest, 'kind' | 'asker' | 'receivedOn' | 'requestId' | 'targets'>,
  decided: Decided,
  before: readonly LocalDate[],
  settings: Settings,
): Finding[] {
  const { kind } = request;
  const { outcome, fee, delivery } = decided;
  const given = outcome === 'granted' || outcome === 'partly';
  const findings = [
    ...judgeGrounds(request, decided, settings),
    ...judgeErasure(request, decided, settings),
    ...judgeObjection(request, decided, settings),
  ];
  if (kind === 'restriction' && given && !settings.restriction.enabled) {
    findings.push(
      wrong('restrictionEnabled', '/outcome', 'C-29', {
        fi: 'Käsittelyn rajoittaminen ei ole käytössä.',
        sv: 'Begränsning av behandlingen används inte.',
        en: 'Restriction of processing is not in use.',
      }),
    );
  }
  const named = decided.targets ?? request.targets;
  if (isLimited(request) && given && named.length > MOST_LIMITED) {
    findings.push(
      wrong('limitedAtOnce', '/targets', '(EU) 2016/679 18 art.', {
        fi: `Yhdellä ratkaisulla rajoitetaan enintään ${MOST_LIMITED} merkintää ja asiakirjaa.`,
        sv: `Genom ett avgörande begränsas högst ${MOST_LIMITED} anteckningar och handlingar.`,
        en: `One decision restricts ${MOST_LIMITED} entries and documents at most.`,
      }),
    );
  }
  if (given && named.length === 0 && (kind === 'partyDocuments' || kind === 'deceasedData')) {
    findings.push(
      wrong('targetsNamed', '/targets', '621/1999 13 ja 14 §; 703/2023 52 §', {
        fi: 'Nimeä asiakirjat ja merkinnät, jotka annetaan.',
        sv: 'Nämn de handlingar och anteckningar som lämnas ut.',
        en: 'Name the documents and entries that are given.',
      }),
    );
  }
  const modes = settings.dataSubjectRequests.deliveryModes;
  const isOfModes =
    delivery === undefined || modes.includes('decidedCaseByCase') || modes.includes(delivery.mode);
  if ((isDelivered(request) && given) !== (delivery !== undefined) || !isOfModes) {
    findings.push(
      wrong('deliveryChosen', '/delivery', 'C-25', {
        fi: 'Ratkaise, millä rekisterinpitäjän käyttämällä tavalla tiedot annetaan, kun niitä annetaan.',
        sv: 'Avgör på vilket av den personuppgiftsansvarigas sätt uppgifterna lämnas ut när de lämnas ut.',
        en: 'Say in which of the controller’s ways the data are given, where they are given.',
      }),
    );
  }
  if (fee !== undefined) {
    findings.push(
      ...judgeFee(request, { ...fee, proof: decided.proof }, before, settings.dataSubjectRequests),
    );
  }
  return findings;
}

function judgeGrounds(
  { kind, asker }: Pick<SubjectRequest, 'kind' | 'asker'>,
  { outcome, grounds, reasons, proof }: Decided,
  { dataSubjectRequests }: Settings,
): Finding[] {
  const findings: Finding[] = [];
  const refuses = outcome === 'refused' || outcome === 'partly';
  // A reminder is answered with reasons and not refused: whatever is answered, it is answered (812/2000 § 23).
  if (kind === 'reminder' && outcome !== 'granted') {
    findings.push(
      wrong('reminderAnswered', '/outcome', '812/2000 23 §', {
        fi: 'Muistutukseen annetaan perusteltu vastaus.',
        sv: 'En anmärkning ges ett motiverat svar.',
        en: 'A reminder is given an answer with reasons.',
      }),
    );
  }
  if (refuses !== grounds.length > 0 && kind !== 'reminder') {
    findings.push(
      wrong('groundInLaw', '/grounds', '(EU) 2016/679 12 art. 4 kohta', {
        fi: 'Epääminen perustuu aina lakiin: nimeä peruste, kun jotakin evätään, ja vain silloin.',
        sv: 'En vägran grundar sig alltid på lag: nämn grunden när något vägras, och bara då.',
        en: 'A refusal always rests on law: name the ground where something is refused, and only then.',
      }),
    );
  }
  const isChosen = (ground: RefusedFor): boolean => {
    const ofSetting = RefusalGround.safeParse(ground).data;
    return ofSetting === undefined || dataSubjectRequests.refusalGrounds.includes(ofSetting);
  };
  const isOwn = asker === 'client' || asker === 'minor';
  const fits = (ground: RefusedFor): boolean =>
    GROUNDS[ground].kinds.includes(kind) && isChosen(ground) && !(isOwn && OF_ASKER.includes(ground));
  if (!grounds.every(fits)) {
    findings.push(
      wrong('groundOfKind', '/grounds', 'C-25', {
        fi: 'Tällä perusteella ei evätä tällaista pyyntöä tämän rekisterinpitäjän linjauksen mukaan.',
        sv: 'På denna grund vägras inte en sådan begäran enligt den personuppgiftsansvarigas policy.',
        en: 'A request of this kind is not refused on this ground, by law or by the policy of the controller.',
      }),
    );
  }
  if ((refuses || kind === 'reminder') && reasons === undefined) {
    findings.push(
      wrong('reasonsWritten', '/reasons', '(EU) 2016/679 12 art. 4 kohta; 812/2000 23 §', {
        fi: 'Kirjoita ratkaisun perustelut.',
        sv: 'Skriv motiveringen till avgörandet.',
        en: 'Write the reasons of the decision.',
      }),
    );
  }
  if (grounds.some((ground) => NEEDS_PROOF.includes(ground)) && proof === undefined) {
    findings.push(proofMissing());
  }
  return findings;
}

/** C-28: asked for and judged, refused by law, or handled elsewhere. */
function judgeErasure(
  { kind }: Pick<SubjectRequest, 'kind'>,
  { outcome, grounds }: Decided,
  { erasure: { mode } }: Settings,
): Finding[] {
  if (kind !== 'erasure') return outcome === 'referred' ? [elsewhere()] : [];
  if (mode === 'external' || outcome === 'referred') {
    return mode === 'external' && outcome === 'referred' ? [] : [elsewhere()];
  }
  const isDenied = outcome === 'refused' && grounds.includes('noErasureRight');
  if ((mode === 'none') === isDenied) return [];
  return [
    wrong('erasureByLaw', '/outcome', '(EU) 2016/679 17 art. 3 kohta', {
      fi: 'Rekisterinpitäjän mukaan poistamisoikeutta ei ole: pyyntö evätään tällä perusteella, ja vain silloin.',
      sv: 'Enligt den personuppgiftsansvariga finns ingen rätt till radering: begäran avslås på den grunden, och bara då.',
      en: 'A controller that knows no right to erasure refuses on that ground, and no other controller does.',
    }),
  ];
}

/** Art. 21: whether there is a right to object follows from the legal bases of the controller (C-03). */
function judgeObjection(
  { kind, targets }: Pick<SubjectRequest, 'kind' | 'targets'>,
  { outcome, grounds, targets: named = targets }: Decided,
  { registers }: Settings,
): Finding[] {
  if (kind !== 'objection') return [];
  const given = outcome === 'granted' || outcome === 'partly';
  const isWeighed = given || grounds.includes('compellingGrounds');
  const findings: Finding[] = [];
  if (
    (isWeighed && !mayBeObjectedTo(registers)) ||
    (grounds.includes('objectionNotApplicable') && !restsOnDuty(registers))
  ) {
    findings.push(
      wrong('objectionByBasis', '/outcome', '(EU) 2016/679 21 art. 1 kohta', {
        fi: 'Vastustamisoikeus riippuu rekisterin oikeusperusteesta: se koskee yleistä etua koskevaa tehtävää ja julkisen vallan käyttöä, ei lakisääteistä velvoitetta.',
        sv: 'Rätten att göra invändningar beror på registrets rättsliga grund: den gäller en uppgift av allmänt intresse och myndighetsutövning, inte en rättslig förpliktelse.',
        en: 'The right to object follows from the legal basis of the register: it concerns a task in the public interest and public authority, not a legal obligation.',
      }),
    );
  }
  if (given && named.length === 0) {
    findings.push(
      wrong('objectedNamed', '/targets', '(EU) 2016/679 21 art. 1 kohta', {
        fi: 'Nimeä merkinnät ja asiakirjat, joiden käsittely lopetetaan: ne jäävät vain säilytykseen.',
        sv: 'Nämn de anteckningar och handlingar som inte längre behandlas: de bevaras endast.',
        en: 'Name the entries and documents that are processed no more: they are kept only.',
      }),
    );
  }
  return findings;
}

const elsewhere = (): Finding =>
  wrong('handledElsewhere', '/outcome', 'C-28', {
    fi: 'Pyyntö ohjataan muualle silloin, kun rekisterinpitäjä käsittelee poistopyynnöt muualla, ja vain silloin.',
    sv: 'Begäran hänvisas till annat håll när den personuppgiftsansvariga behandlar raderingar på annat håll, och bara då.',
    en: 'A request is referred where the controller handles erasure elsewhere, and only there.',
  });
