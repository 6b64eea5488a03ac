import * as z from 'zod';

/**
 * What is planted each day (security decision 23): the sentence for whoever reads the result, and the control that must
 * report it.
 */
export const PLANTINGS = {
  keyUseWithoutLine: {
    sentence: 'A key of the kind that clients have was made and opened, and no line tells of it.',
    control: 'witnesses',
  },
  readAcrossControllers: {
    sentence: 'A session of one controller asked for what is another controller’s, and was to be refused.',
    control: 'witnesses',
  },
  lineOverwritten: {
    sentence: 'A line of an invented client was put into the trail and another was put over it.',
    control: 'readerOfTheTrail',
  },
  secondVersion: {
    sentence: 'A second version was put over an object of the archive.',
    control: 'versions',
  },
  eventDropped: {
    sentence: 'An outgoing event was laid into the outbox past the stream that carries events.',
    control: 'sweeper',
  },
} as const;

export const PlantingKind = z.enum([
  'keyUseWithoutLine',
  'readAcrossControllers',
  'lineOverwritten',
  'secondVersion',
  'eventDropped',
]) satisfies z.ZodType<keyof typeof PLANTINGS>;
export type PlantingKind = z.infer<typeof PlantingKind>;

/** The controls, each with its sentence. `witnesses`: CloudTrail compared with the log. */
export const PlantingControl = z.enum(['witnesses', 'readerOfTheTrail', 'versions', 'sweeper']);
export type PlantingControl = z.infer<typeof PlantingControl>;
