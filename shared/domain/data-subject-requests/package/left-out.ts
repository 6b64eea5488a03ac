/**
 * Stores that hold data of a client and are no items of a package, each with the reason. Every other store whose things
 * are data is in it: a test holds the register against this.
 */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  noteBody: 'the text of an entry, which is told with its head',
  documentPiece: 'the content of a document, which is told with its head',
  documentClosing: 'the content of a document, which is told with its head',
  intakeMatter:
    'of all persons of a notification; what of it is this client’s is told with its row in the file',
  intakeRecord:
    'of all persons of a notification; what of it is this client’s is told with its row in the file',
  supersededIntakeRecord: 'of all persons of a notification, and replaced by what is told',
  intakeHandling:
    'of all persons of a notification; what of it is this client’s is told with its row in the file',
  logWithholding: 'why log data are kept back: told with the answer to the request for log data',
  misuseCase: 'a suspicion against a worker: its explanation is given to who asked for it',
  logCheck: 'supervision of workers’ use of the log',
  line: 'log data are asked for by their own law (703/2023 § 11)',
};
