/** The service cannot start, for a reason that whoever starts it can do something about. The message is all they need. */
export class StartRefused extends Error {
  override readonly name = "StartRefused";
}
