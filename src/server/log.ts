import { pino, type DestinationStream, type Logger } from "pino";
import type { Config } from "../config.js";

/** What is never written, wherever somebody logs a request or its headers. */
const REDACTED = [
  "authorization",
  "router-authorization",
  "router-signature",
  "x-viewer-id",
  "x-viewer-scopes",
  "cookie",
];

/** The log: JSON lines with request ids, without people, queries' variables or secrets. */
export function makeLog(level: Config["logLevel"], destination?: DestinationStream): Logger {
  const paths = REDACTED.flatMap((name) => [
    `["${name}"]`,
    `*["${name}"]`,
    `*.headers["${name}"]`,
    `headers["${name}"]`,
  ]);
  const options = { level, redact: { paths, censor: "[redacted]" }, base: { service: "youth-safety" } };
  return destination ? pino(options, destination) : pino(options);
}
