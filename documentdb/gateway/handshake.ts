import type { Fields } from "./bson.js";
import { MAX_MESSAGE_BYTES } from "./wire-messages.js";

/** The replica set this server says it is the only member and primary of. */
export const REPLICA_SET = "documentdb";

const MAX_DOCUMENT_BYTES = 16_777_216;
const WIRE_VERSION_OF_7_0 = 21;

/** What a driver is told when it connects: a replica set primary, without which it starts no transactions. */
export function hello(address: string): Fields {
  return {
    isWritablePrimary: true,
    ismaster: true,
    secondary: false,
    helloOk: true,
    setName: REPLICA_SET,
    setVersion: 1,
    hosts: [address],
    me: address,
    primary: address,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    maxMessageSizeBytes: MAX_MESSAGE_BYTES,
    maxWriteBatchSize: 25_000,
    logicalSessionTimeoutMinutes: 30,
    minWireVersion: 0,
    maxWireVersion: WIRE_VERSION_OF_7_0,
    readOnly: false,
    localTime: new Date(),
    ok: 1,
  };
}

/** What this server says it was built from. */
export function buildInfo(): Fields {
  return {
    version: "7.0.0",
    versionArray: [7, 0, 0, 0],
    modules: [],
    bits: 64,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    ok: 1,
  };
}
