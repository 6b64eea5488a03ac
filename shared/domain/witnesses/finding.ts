import * as z from 'zod';

/** In what a witness and the access log may differ. Each has its sentence for whoever looks into it. */
export const WITNESS_FINDINGS = {
  keyUseWithoutLine:
    'KMS opened or made a key of a client or a matter, and no line near that moment names the key.',
  keyUseRefused: 'Somebody tried to use a key of clients and KMS refused.',
  answerWithoutLine: 'A door let an answer out, and no line has its request.',
  answerWithSeveralLines: 'One answer of a door has several lines.',
  answerToAnother: 'The door answered another user than the line names.',
  lineWithoutAnswer: 'A line tells of a request that no door knows of.',
  lineNotSealed: 'A line lies in the trail a day after it was written, and is not in the sealed log.',
  witnessSilent: 'A witness told nothing for a time in which there are lines.',
  secondVersion: 'More than one version of an object of the archive stands under one name.',
  objectHidden: 'An object of the archive was marked as deleted; what the mark hides is locked.',
  witnessUnreadable: 'A record of a witness cannot be read.',
  sealedLogNotWhole:
    'Lines were read out of the sealed log, and a part of it is not there or is not as it was sealed.',
  deployedUnannounced: 'Code that runs or a policy has changed, and nobody had announced that it would.',
} as const;

export const WitnessFindingKind = z.enum([
  'keyUseWithoutLine',
  'keyUseRefused',
  'answerWithoutLine',
  'answerWithSeveralLines',
  'answerToAnother',
  'lineWithoutAnswer',
  'lineNotSealed',
  'witnessSilent',
  'secondVersion',
  'objectHidden',
  'witnessUnreadable',
  'sealedLogNotWhole',
  'deployedUnannounced',
]) satisfies z.ZodType<keyof typeof WITNESS_FINDINGS>;
export type WitnessFindingKind = z.infer<typeof WitnessFindingKind>;
