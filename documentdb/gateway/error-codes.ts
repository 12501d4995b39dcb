/** The MongoDB error codes that this gateway itself speaks of. */
export const CODE = {
  internalError: 1,
  badValue: 2,
  cursorNotFound: 43,
  maxTimeExpired: 50,
  commandNotFound: 59,
  writeConflict: 112,
  noSuchTransaction: 251,
  duplicateKey: 11000,
} as const;

// Two columns of MongoDB's own table: what a code is called.
const NAMES: Readonly<Record<number, string>> = {
  1: "InternalError",
  2: "BadValue",
  9: "FailedToParse",
  14: "TypeMismatch",
  26: "NamespaceNotFound",
  27: "IndexNotFound",
  28: "PathNotViable",
  40: "ConflictingUpdateOperators",
  43: "CursorNotFound",
  48: "NamespaceExists",
  50: "MaxTimeMSExpired",
  59: "CommandNotFound",
  66: "ImmutableField",
  67: "CannotCreateIndex",
  73: "InvalidNamespace",
  85: "IndexOptionsConflict",
  86: "IndexKeySpecsConflict",
  112: "WriteConflict",
  121: "DocumentValidationFailure",
  168: "InvalidPipelineOperator",
  251: "NoSuchTransaction",
  11000: "DuplicateKey",
};

// Class M is the engine's own; each of these was provoked once to learn what it stands for.
const CODE_OF_SQLSTATE: Readonly<Record<string, number>> = {
  "23505": CODE.duplicateKey, // unique violation
  "23P01": CODE.duplicateKey, // exclusion violation: how the engine keeps a unique index
  "25P02": CODE.noSuchTransaction, // statement after a failed one
  "25P03": CODE.noSuchTransaction, // idle in transaction for too long
  "40001": CODE.writeConflict, // serialization failure
  "40P01": CODE.writeConflict, // deadlock
  "55P03": CODE.writeConflict, // lock not had in time
  "57014": CODE.maxTimeExpired, // cancelled: statement timeout
  M0001: CODE.badValue,
  M0003: 9,
  M0004: 14,
  M0008: 26,
  M0009: 27,
  M000A: 28,
  M000D: 40,
  M000E: CODE.cursorNotFound,
  M000F: 48,
  M000M: 66,
  M000N: 67,
  M000Q: 73,
  M000R: 85,
  M000S: 86,
  M001C: CODE.duplicateKey,
  M005E: 168,
  M007U: 40324,
  M00CO: 121,
};

/** What MongoDB calls an error code. */
export function nameOfCode(code: number): string {
  return NAMES[code] ?? `Location${String(code)}`;
}

/** The MongoDB code for a PostgreSQL error, `internalError` when its SQLSTATE is not in the table. */
export function codeOfSqlError(state: string, message: string): number {
  // When a lock timeout fires just as the next wait begins, PostgreSQL takes it for a cancel
  // asked for by a user. Nobody here asks for one.
  if (state === "57014" && message.includes("user request")) return CODE.writeConflict;
  return CODE_OF_SQLSTATE[state] ?? CODE.internalError;
}

/** A SQLSTATE out of the number it is packed into in write errors, six bits a character. */
export function unpackSqlState(packed: number): string {
  let state = "";
  for (let rest = packed; state.length < 5; rest >>= 6) {
    state += String.fromCharCode((rest & 63) + 48);
  }
  return state;
}
