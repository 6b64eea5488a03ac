import * as z from 'zod';

/** Years from the day on which it ended; null: it is kept until the archive plan names it. */
const Years = z.int().min(1).max(150).nullable();

/**
 * How long what tells of no client is kept where the archive plan (C-20) does not name it. Neither the annex of 703/2023
 * nor any other statute gives these periods: the values are ours and unverified. Twelve years is as long as lines of the
 * log are kept, which name workers and what they had a right to; published hours are over with their day. A decision names
 * the row of the delegation table that its maker's power rests on, and is kept as its case is, longer than a century of
 * some: rows stand until the plan names them.
 */
export const OwnRecordYears = z.strictObject({
  user: Years,
  grant: Years,
  commitment: Years,
  delegation: Years,
  contract: Years,
  party: Years,
  settingsProposal: Years,
  notice: Years,
  breach: Years,
  researchPermit: Years,
  plantingDay: Years,
  witness: Years,
  fact: Years,
  calendar: Years,
});
export type OwnRecordYears = z.infer<typeof OwnRecordYears>;

export const ownRecordYearsDefaults: OwnRecordYears = {
  user: 12,
  grant: 12,
  commitment: 12,
  delegation: null,
  contract: 12,
  party: 12,
  settingsProposal: 12,
  notice: 12,
  breach: 12,
  researchPermit: 12,
  plantingDay: 12,
  witness: 12,
  fact: 12,
  calendar: 1,
};
