/**
 * How much one print may hold. A print is made within one request: the gateway waits for 29 seconds, and an answer
 * of Lambda is 6 MB at most. These are the product's own limits, not the law's.
 */

/** Documents of a bundle: the log line names each. */
export const BUNDLE_DOCUMENTS = 40;
/** Pages of a bundle. */
export const BUNDLE_PAGES = 400;
/** Entries of a period of the narrative. */
export const NARRATIVE_ENTRIES = 300;
