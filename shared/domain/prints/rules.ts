/**
 * How much one print may hold. A print is made within one request: the gateway waits for 29 seconds, and an answer
 * of Lambda is 6 MB at most. These are the product's own limits, not the law's.
 */

/** Documents of a bundle: the log line names each. */
export const BUNDLE_DOCUMENTS = 40;
/** Pages of a bundle, and of a print with its attachments. */
export const BUNDLE_PAGES = 400;
/** Attachments of a print, or of a bundle all together: the log line names each. */
export const PRINT_ATTACHMENTS = 100;
/** Bytes of the attachments that are opened for one print. What is sent must fit an answer besides. */
export const PRINT_ATTACHMENT_BYTES = 8 * 1024 * 1024;
/** Entries of a period of the narrative. */
export const NARRATIVE_ENTRIES = 300;
