/** The longest that a timer of JavaScript waits: a longer one would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * In how many milliseconds to ask again for answers that hold until `validUntil`; null: nothing changes by itself.
 * Both instants are the server's, so that a wrong clock in a phone moves nothing: `receivedAt` is the response's `Date` header, in milliseconds since 1970.
 * An instant that cannot be read is asked about at once.
 */
export function millisecondsUntilStale(validUntil: string | null, receivedAt: number): number | null {
  if (validUntil === null) return null;
  const left = Date.parse(validUntil) - receivedAt;
  return Number.isNaN(left) ? 0 : Math.min(Math.max(left, 0), LONGEST_TIMER);
}
