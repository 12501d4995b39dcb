declare const userId: unique symbol;

/** The id of an account, as the accounts subgraph knows it. Made only by `parseUserId`. Personal data: never in a log or an error. */
export type UserId = string & { readonly [userId]: true };

const PRINTABLE = /^[\p{Letter}\p{Mark}\p{Number}\p{Punctuation}\p{Symbol}]{1,128}$/u;

/** Reads a user id: 1 to 128 printable characters without spaces; null when it is none. Ids are compared as they are written. */
export function parseUserId(text: string): UserId | null {
  return PRINTABLE.test(text) ? (text as UserId) : null;
}
