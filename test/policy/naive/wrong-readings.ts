/**
 * Readings of the semantics that look natural and are wrong (section 3). The naive evaluator can be run with one of
 * them, to show that the invariants notice.
 */
export const WRONG_READINGS = ["layers", "verified", "fallback", "subdivision", "bands", "minorApprovals"] as const;
/** One of `WRONG_READINGS`. */
export type WrongReading = (typeof WRONG_READINGS)[number];
