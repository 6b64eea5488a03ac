import type { OperationName } from './operations.ts';

/**
 * What is done with one client's file in a year, and how much of it lies in the tables: a supposition for the
 * cost of a client, not a measurement. Change it to what the county's own figures say.
 */
export const USAGE = {
  timesAYear: {
    createClient: 0.2,
    openFile: 120,
    appendNote: 40,
    finaliseDocument: 12,
    searchByCode: 40,
    worklist: 16,
    clientsLog: 0.1,
    finaliseForm: 6,
    printForm: 4,
    searchFile: 10,
    glance: 60,
    timeline: 30,
    deadlinesOfUnit: 16,
    issueDecision: 3,
    printDecision: 4,
  } satisfies Record<OperationName, number>,
  /** One opening in so many meets a function that does not hold the client's key. */
  coldOneIn: 3,
  /** Of a client with some years of history, indexes and log lines included. */
  storedBytes: 1_500_000,
} as const;
