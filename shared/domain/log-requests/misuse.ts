import * as z from 'zod';
import { Sealed } from '../../crypto/sealed.ts';
import type { Finding } from '../../kernel/finding.ts';
import { ClientId, EventId, LogRequestId, MisuseId, UserId } from '../../kernel/id.ts';
import { LocalDate } from '../../kernel/local-date.ts';
import { storedItem } from '../../table/item.ts';
import { PlaceInLog } from '../../trail/place-in-log.ts';
import { Asker, LogRequest, ReasonWords, RequestChannel } from './model.ts';

/**
 * Selvitys epäillystä väärinkäytöstä (703/2023 § 11(5)): on request the controller explains on what grounds the data
 * were used or disclosed and gives its reasoned view of whether that was lawful. What it finds unlawful it must act on
 * of its own accord. A sign found by a reviewer begins the same.
 */

/** Who or what began it: the client, a check of the log, a finding of the supervision of use. */
export const MisuseOrigin = z.enum(['client', 'check', 'finding']).meta({ id: 'MisuseOrigin' });

export const MisuseView = z
  .enum([
    // Käyttö on ollut lain mukaista
    'lawful',
    // Käyttö ei ole ollut lain mukaista
    'unlawful',
    // Asiaa ei ole voitu selvittää
    'notEstablished',
  ])
  .meta({ id: 'MisuseView' });

/** What the controller did of its own accord. */
export const MisuseMeasure = z
  .enum([
    // Ohjaus, koulutus
    'guidance',
    // Työnjohdolliset toimet: huomautus, varoitus, päättäminen
    'employment',
    // Käyttöoikeuksien muuttaminen tai päättäminen
    'rightsEnded',
    // Henkilötietojen tietoturvaloukkauksen ilmoitus valvontaviranomaiselle, (EU) 2016/679 art. 33
    'authorityNotified',
    // Ilmoitus rekisteröidylle, (EU) 2016/679 art. 34
    'clientTold',
    // Tutkintapyyntö poliisille
    'policeReport',
    // Ilmoitus ammattihenkilöiden valvojalle
    'professionalSupervisor',
    // Ohjeiden tai järjestelmän muuttaminen
    'practiceChanged',
  ])
  .meta({ id: 'MisuseMeasure' });

/**
 * Lines that have left the table, by the place that each has in the sealed log: the extract that gave a line says it, with
 * the proof.
 */
export const SealedLines = z.array(PlaceInLog).max(20);

/** What is suspected: of whom, and which lines. */
export const Suspected = z
  .strictObject({
    userIds: z.array(UserId).max(20).default([]),
    eventIds: z.array(EventId).max(50).default([]),
    sealed: SealedLines.default([]),
  })
  .refine(({ userIds, eventIds, sealed }) => userIds.length + eventIds.length + sealed.length > 0, {
    message: 'a worker or a line is named',
  })
  .meta({ id: 'SuspectedMisuse' });

export const SuspicionContent = z.strictObject({
  words: ReasonWords,
  rightToAct: ReasonWords.optional(),
});

export const ExplanationContent = z.strictObject({
  /** The grounds of the use or disclosure. */
  grounds: ReasonWords,
  /** Perusteltu käsitys: why it was lawful or was not. */
  view: ReasonWords,
  /** Why a worker of whom misuse was found was not heard. */
  notHeard: ReasonWords.optional(),
});

const Hearing = z.strictObject({ userId: UserId, heardOn: LocalDate, words: Sealed });

export const MisuseCase = storedItem('misuseCase', {
  misuseId: MisuseId,
  clientId: ClientId,
  state: z.enum(['open', 'answered']),
  origin: MisuseOrigin,
  /** Of the check or the finding that began it. */
  sourceId: z.string().max(64).optional(),
  requestId: LogRequestId.optional(),
  receivedOn: LocalDate,
  dueOn: LocalDate,
  channel: RequestChannel.optional(),
  asker: Asker.optional(),
  suspected: z.strictObject({
    userIds: z.array(UserId).max(90),
    eventIds: z.array(EventId).max(50),
    sealed: SealedLines.optional(),
  }),
  said: Sealed,
  hearings: z.array(Hearing).max(20),
  view: MisuseView.optional(),
  measures: z.array(MisuseMeasure).max(10),
  answeredOn: LocalDate.optional(),
  answer: Sealed.optional(),
  steps: LogRequest.shape.steps,
});
export type MisuseCase = z.infer<typeof MisuseCase>;

const error = (rule: string, path: string, message: Finding['message']): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: '703/2023 § 11',
});

type Explained = {
  view: z.infer<typeof MisuseView>;
  measures: readonly z.infer<typeof MisuseMeasure>[];
  notHeard?: string | undefined;
};

/** What was unlawful is acted on, and nobody is found to have misused data unheard without a reason. */
export function judgeExplanation(
  { suspected, hearings }: Pick<MisuseCase, 'suspected' | 'hearings'>,
  { view, measures, notHeard }: Explained,
): Finding[] {
  if (view !== 'unlawful') return [];
  const findings: Finding[] = [];
  if (measures.length === 0) {
    findings.push(
      error('misuse.measures', '/body/measures', {
        fi: 'Lainvastaisen käsittelyn johdosta on ryhdyttävä välttämättömiin toimenpiteisiin.',
        sv: 'Nödvändiga åtgärder ska vidtas med anledning av olaglig behandling.',
        en: 'What was unlawful must be acted on: name the measures.',
      }),
    );
  }
  const heard = new Set(hearings.map(({ userId }) => userId));
  if (notHeard === undefined && suspected.userIds.some((userId) => !heard.has(userId))) {
    findings.push(
      error('misuse.heard', '/body/notHeard', {
        fi: 'Kuule työntekijää tai kirjaa, miksi häntä ei ole kuultu.',
        sv: 'Hör den anställda eller anteckna varför hen inte har hörts.',
        en: 'Hear the worker, or record why the worker was not heard.',
      }),
    );
  }
  return findings;
}
