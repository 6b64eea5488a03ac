import type { ActContext } from '../../shared/act.ts';
import type { HandOver } from '../../shared/domain/cases/hand-over.ts';
import type { Portion } from '../../shared/domain/cases/in-hand.ts';
import { handOverAppointment } from './hand-over-appointment.ts';
import { handOverClient } from './hand-over-client.ts';
import { handOverDecision } from './hand-over-decision.ts';
import { handOverDocumentDraft, handOverNoteDraft } from './hand-over-draft.ts';
import { handOverMatter } from './hand-over-matter.ts';
import type { Handed } from './handed.ts';

/** What of a portion passes now, judged by what stands, read strongly. */
export function handOverPortion(context: ActContext, job: HandOver, portion: Portion): Promise<Handed> {
  switch (portion.kind) {
    case 'client':
      return handOverClient(context, job, portion.clientId);
    case 'matter':
      return handOverMatter(context, job, portion.matterId);
    case 'appointment':
      return handOverAppointment(context, job, portion);
    case 'decision':
      return handOverDecision(context, job, portion);
    case 'noteDraft':
      return handOverNoteDraft(context, job, portion.draftId);
    case 'documentDraft':
      return handOverDocumentDraft(context, job, portion.draftId);
    default:
      return portion satisfies never;
  }
}
