import type * as z from 'zod';
import { ARRIVAL_ACTIONS } from '../../shared/access/actions/arrival.ts';
import { NOTE_REFUSALS } from '../../shared/domain/case-notes/refusals.ts';
import { CLIENT_REFUSALS } from '../../shared/domain/clients/refusals.ts';
import { INTAKE_REFUSALS } from '../../shared/domain/intake/refusals.ts';
import { type Route, write, writeOfClient } from '../../shared/http/route.ts';
import { CorrectArrival, correctArrival } from './correct-arrival.ts';
import { correctArrivalInFile } from './correct-arrival-in-file.ts';
import { MatterChanged, OneMatter, OneMatterOfClient, ofPath } from './one-matter.ts';

const ARRIVAL: z.input<typeof CorrectArrival> = {
  receivedAt: '2026-11-20T09:30:00.000Z',
  reason: { ground: 'erroneous', initiator: 'ownInitiative', words: 'Ilmoitus saapui jo perjantaina.' },
};

/** When a matter arrived, put right: while the intake has it in hand, and in the file of a client. */
export const arrivalRoutes: readonly Route[] = [
  write({
    method: 'POST',
    path: '/v1/intake/matters/{matterId}/correct-arrival',
    action: ARRIVAL_ACTIONS.correctArrival,
    event: 'MatterArrivalCorrected',
    summary:
      'Corrects when a matter in the intake arrived: its times and the figures follow, and what stood there is kept.',
    writes: 'changes',
    params: OneMatter,
    body: CorrectArrival,
    returns: MatterChanged,
    refusals: [
      INTAKE_REFUSALS.notValid,
      INTAKE_REFUSALS.correctedTooOften,
      INTAKE_REFUSALS.tooMuchAtOnce,
      NOTE_REFUSALS.notTheAuthor,
      NOTE_REFUSALS.presenceNeeded,
    ],
    example: ARRIVAL,
    handle: correctArrival,
  }),
  writeOfClient({
    method: 'POST',
    path: '/v1/intake/clients/{clientId}/matters/{matterId}/correct-arrival',
    action: ARRIVAL_ACTIONS.correctArrivalInFile,
    event: 'MatterArrivalCorrectedInFile',
    summary:
      'Corrects when a matter arrived in the file of a client: its case, times and figures follow, and what stood there is kept.',
    writes: 'changes',
    params: OneMatterOfClient,
    body: CorrectArrival,
    returns: MatterChanged,
    refusals: [
      INTAKE_REFUSALS.notValid,
      INTAKE_REFUSALS.correctedTooOften,
      INTAKE_REFUSALS.tooMuchAtOnce,
      NOTE_REFUSALS.notTheAuthor,
      NOTE_REFUSALS.presenceNeeded,
      CLIENT_REFUSALS.merged,
    ],
    example: ARRIVAL,
    client: ofPath,
    handle: correctArrivalInFile,
  }),
];
