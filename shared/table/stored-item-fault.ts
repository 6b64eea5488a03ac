/** A stored item that cannot be read: never skipped, never guessed, always an alarm. */
export class StoredItemFault extends Error {
  readonly entity: string;
  /** What the log line of the failed request says. */
  readonly code: string = 'fault.storedItem';
  constructor(entity: string, cause: unknown, message = 'A stored item does not parse.') {
    super(message, { cause });
    this.name = 'StoredItemFault';
    this.entity = entity;
  }
}

/**
 * An item written by a later release than this code: in the minutes of an upgrade, or after going back to an
 * earlier release. It is whole and no fault of the data, so the caller is told to try again.
 */
export class NewerItemFault extends StoredItemFault {
  override readonly code = 'fault.newerItem';
  constructor(entity: string, found: number, known: number) {
    super(
      entity,
      undefined,
      `A stored item is of schema version ${found}; this release knows ${known} at most.`,
    );
    this.name = 'NewerItemFault';
  }
}
