/** The bytes on a connection are not the wire protocol; the connection can only be closed. */
export class MalformedMessage extends Error {
  override readonly name = "MalformedMessage";
}
