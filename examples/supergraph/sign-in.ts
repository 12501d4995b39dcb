import { SignJWT, jwtVerify } from "jose";

/** Who asks, as a token says. */
export interface Viewer {
  /** The signed-in person; null: a service, or nobody. */
  readonly id: string | null;
  /** What a service may do, e.g. `youth-safety:read`. */
  readonly scopes: readonly string[];
}

/** Who issues the tokens and for whom they are; whoever verifies one asks for both. */
export const TOKENS = { issuer: "https://accounts.example", audience: "supergraph" } as const;

/** Stands for your login, and makes the tokens that clients send: good for a day, signed with `key`. */
export function signIn({ id, scopes }: Viewer, key: string): Promise<string> {
  const token = new SignJWT({ ...(id !== null && { sub: id }), scope: scopes.join(" ") });
  return token
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(TOKENS.issuer)
    .setAudience(TOKENS.audience)
    .setIssuedAt()
    .setExpirationTime("1 day")
    .sign(new TextEncoder().encode(key));
}

/** Who sent `authorization`; without the header, nobody. Rejects when the token is not good. */
export async function viewerOfToken(authorization: string | undefined, key: string): Promise<Viewer> {
  if (authorization === undefined) return { id: null, scopes: [] };
  const token = authorization.replace(/^Bearer +/i, "");
  // The algorithm is ours to say, never the token's.
  const { payload } = await jwtVerify(token, new TextEncoder().encode(key), { ...TOKENS, algorithms: ["HS256"] });
  const { sub, scope } = payload;
  return { id: sub ?? null, scopes: typeof scope === "string" ? scope.split(" ").filter((it) => it !== "") : [] };
}
