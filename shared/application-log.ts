/**
 * The application log is for us, the access log for the client and the supervisor. Only registered
 * messages are written here: a code, a sentence, and ids. Never a name, a code of a person, free text,
 * a path, a query or a whole object.
 */
export const MESSAGES = {
  STARTED: 'The request was taken in.',
  COMPLETED: 'The request was answered.',
  FAULT: 'The request failed by a fault of ours.',
  ITEM_UNREADABLE: 'A stored item does not parse.',
  TRAIL_REFUSED: 'The trail refused a line; it was put into the intake of the archive.',
  LINE_OVERWRITTEN: 'A line of the trail was changed or taken away; both images are in the archive.',
  LINE_LATE: 'A line came with a time long past; it was put where the sealer looks.',
  SEALED: 'Lines of the access log were sealed.',
  SEALING_FAILED: 'Lines of the access log were not sealed; the next run tries again.',
  ROWS_DERIVED: 'Rows for SQL were derived of the sealed access log.',
  ROWS_FAILED: 'Rows for SQL were not derived; the next run tries again.',
  LOG_LOST: 'Neither the trail nor the intake took the line: the answer was withheld.',
  WITNESS_FINDING: 'A witness and the access log differ; the findings are stored.',
  PLANTING_MISSED:
    'A violation that was planted was not refused, not reported in time, or could not be planted.',
  DEPLOYED_RECORDED: 'Which code runs and which policies hold was recorded.',
  COSIGNED: 'Checkpoints of the access log were cosigned by other authorities.',
  COSIGNING_FAILED: 'A witness did not cosign a checkpoint; the next run asks again.',
  COSIGNING_LATE: 'A witness has not cosigned a log for hours.',
  PLANTINGS_JUDGED: 'What the controls reported was held against what was planted.',
  WITNESSES_COMPARED: 'A window of the access log was compared with its witnesses.',
  CONFLICT_RETRIED: 'A transaction met another and was sent again.',
  EVENT_DELIVERED: 'An outgoing event was handled.',
  EVENT_FAILED: 'A consumer failed on an outgoing event.',
  EVENT_DEAD: 'An outgoing event was given up and lies among the dead letters.',
  WORDS_NOT_MERGED: 'Segments of a word index were left as they were; the next write merges them.',
  SWEPT: 'Outgoing events left from before were delivered.',
  JOB_FINISHED: 'A job ended.',
  REVIEWS_LATE: 'What was to be looked into in the use of the log has waited too long.',
  STATISTICS_LATE: 'An export that an authority collects was not made by its day.',
  JOB_FAILED: 'A part of a job failed; the rest went on.',
} as const;
export type MessageCode = keyof typeof MESSAGES;

/** Values that may stand in the log. Keys are fixed, so that nobody adds a person's data in passing. */
export type LogFields = {
  requestId?: string;
  eventId?: string;
  eventType?: string;
  action?: string;
  status?: number;
  milliseconds?: number;
  entity?: string;
  errorName?: string;
  /** Place in our code. */
  stack?: string;
  count?: number;
  controller?: string;
};

export type ApplicationLog = {
  info(code: MessageCode, fields?: LogFields): void;
  error(code: MessageCode, fields?: LogFields): void;
};

/** One JSON line a message. `write` gets it without a line end. */
export function jsonLog(write: (line: string) => void, now: () => string): ApplicationLog {
  const line =
    (level: 'info' | 'error') =>
    (code: MessageCode, fields: LogFields = {}) =>
      write(JSON.stringify({ level, time: now(), code, message: MESSAGES[code], ...fields }));
  return { info: line('info'), error: line('error') };
}

/** What of a thrown thing may be logged: its name, what it was about and where it was thrown, never its words. */
export function faultFields(thrown: unknown): LogFields {
  if (!(thrown instanceof Error)) return { errorName: typeof thrown };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    errorName: thrown.name,
    ...('entity' in thrown && typeof thrown.entity === 'string' ? { entity: thrown.entity } : {}),
    stack: frames.slice(0, 12).join('\n'),
  };
}
