import { createHash, timingSafeEqual } from "node:crypto";

/** Whether what was sent is one of the secrets. Takes the same time whichever of them it is, and however much of it fits. */
export function isOneOf(secrets: readonly string[], sent: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  const sentHash = hash(sent);
  return secrets.map((secret) => timingSafeEqual(hash(secret), sentHash)).includes(true);
}

/** The token of a header `Bearer <token>`; empty: it is sent more than once, or is none. */
export function bearerOf(header: string | readonly string[] | undefined): string {
  const [, sent = ""] = /^Bearer +(.+)$/i.exec(typeof header === "string" ? header : "") ?? [];
  return sent;
}
