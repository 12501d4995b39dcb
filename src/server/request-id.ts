import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** The id by which logs and callers speak of a request: the router's `x-request-id` where it is one, else a new one. */
export function requestId(headers: IncomingHttpHeaders): string {
  const sent = headers["x-request-id"];
  return typeof sent === "string" && /^[\w.:-]{1,128}$/.test(sent) ? sent : randomUUID();
}
