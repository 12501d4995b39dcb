/** The check was called in a way it cannot follow. Its message is one clear line for the caller; exit code 2. */
export class Misuse extends Error {
  override readonly name = "Misuse";
}
