/** The exit codes of every command. */
export const EXIT = { fine: 0, findings: 1, misuse: 2, brokenPolicy: 3 } as const;

/** A command was called in a way it cannot follow: its message is one clear line for the caller. Exit code 2. */
export class Misuse extends Error {
  override readonly name = "Misuse";
}

/** The rules could not be loaded: the message has a line a problem. Exit code 3. */
export class BrokenPolicy extends Error {
  override readonly name = "BrokenPolicy";
}
