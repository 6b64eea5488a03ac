import type { Outgoing } from '../../events/envelope.ts';
import type { Classified } from '../documents/document-class.ts';
import type { AttachmentHead } from './model.ts';

type OwnerReclassed = Extract<Outgoing, { type: 'OwnerReclassed' }>;
type Class = Classified & Pick<AttachmentHead, 'phase'>;

const FIELDS = ['serviceTasks', 'socialServices', 'sensitivity', 'phase', 'kind'] as const;

export const isSameClass = (before: Class, after: Class): boolean =>
  FIELDS.every((field) => String(before[field]) === String(after[field]));

/** What a correction says to the attachments of what it corrected: nothing where its class stayed. */
export const reclassed = (
  owner: Pick<OwnerReclassed, 'clientId' | 'ownerId'>,
  before: Class,
  after: Class,
): Outgoing[] => (isSameClass(before, after) ? [] : [{ type: 'OwnerReclassed', ...owner }]);
