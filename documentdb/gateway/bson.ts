import { BSON } from "bson";

/** A BSON document by its top-level fields. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * The top level of a BSON document: 64 bit integers are bigints, and embedded documents stay
 * bytes, so that a large insert is not taken apart only to learn its name.
 */
export function readTopLevel(bytes: Buffer): Fields {
  return BSON.deserialize(bytes, { raw: true, useBigInt64: true });
}

/** A whole BSON document whose numbers keep their BSON types, so that it can be written again unchanged. */
export function readExactly(bytes: Buffer): Fields {
  return BSON.deserialize(bytes, { promoteValues: false });
}

/** The BSON bytes of a document; bytes pass through as they are. */
export function toBytes(document: Fields | Buffer): Buffer {
  return Buffer.isBuffer(document) ? document : Buffer.from(BSON.serialize(document));
}
