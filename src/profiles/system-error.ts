/** What the operating system says about a file or a connection: a code such as ENOENT, and the call that failed. */
export interface SystemError {
  readonly code: string;
  readonly syscall: string;
}

/** The system's error in something that was thrown; null when it is something else. */
export function systemErrorIn(thrown: unknown): SystemError | null {
  if (typeof thrown !== "object" || thrown === null || !("code" in thrown) || !("syscall" in thrown)) return null;
  return { code: String(thrown.code), syscall: String(thrown.syscall) };
}
