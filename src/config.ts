import { isAbsolute, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Limits } from "./subgraph/limits.js";

/** One variable of the environment. */
interface Variable<T> {
  readonly meaning: string;
  /** What holds when it is not set, as text; empty: nothing. */
  readonly fallback: string;
  readonly isSecret: boolean;
  /** The value of a text (empty: not set), or what is wrong with it. The text of a secret is never in the problem. */
  readonly read: (text: string) => Reading<T>;
}

type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

const SECRET_LENGTH = 16;
// RFC 7518, 3.2: a key at least as long as the hash.
const JWT_SECRET_LENGTH = 32;
const SHIPPED_POLICY = fileURLToPath(new URL("../policies", import.meta.url));
const LOOPBACK: readonly string[] = ["127.0.0.1", "::1", "localhost"];

/** Every variable that is read, with what it means: the one table, which `docs/running.md` prints. */
export const ENVIRONMENT = {
  NODE_ENV: variable(
    "`production` refuses to start without a router's secret and without `MONGODB_URI`, and hides the schema",
    "development",
    oneOf("development", "test", "production"),
  ),
  PORT: variable("where queries are answered; 0: any free port", "4001", wholeNumber(0, 65_535)),
  HOST: variable(
    "the address to listen on; left out: 127.0.0.1 while the guard is open, otherwise every address",
    "",
    optional,
  ),
  METRICS_PORT: variable(
    "where Prometheus reads `/metrics`, and operators read and change the policy; 0: any free port",
    "9464",
    wholeNumber(0, 65_535),
  ),
  ADMIN_TOKENS: secretVariable(
    "what an operator sends as `authorization: Bearer ...` to change the policy; two while changing over; left out: nobody may",
    secrets(SECRET_LENGTH),
  ),
  MONGODB_URI: secretVariable(
    "the database; left out, outside production: an in-process store with example people",
    mongodbUri,
  ),
  ROUTER_SECRETS: secretVariable(
    "what a router sends as `router-authorization: Bearer ...`; two, with a comma between, while changing over",
    secrets(SECRET_LENGTH),
  ),
  ROUTER_HMAC_SECRETS: secretVariable(
    "keys of `router-signature`, which covers the time, the body and the identity headers; two while changing over",
    secrets(SECRET_LENGTH),
  ),
  HIVE_HMAC_SECRET: secretVariable(
    "the key of Hive Gateway's `hmac-signature`; it vouches for the gateway alone, so identities then come from tokens",
    secret(SECRET_LENGTH),
  ),
  JWT_JWKS_URL: variable("where the public keys that verify viewers' tokens are published", "", httpUrl),
  JWT_SECRETS: secretVariable(
    "keys that verify viewers' tokens signed with HS256, HS384 or HS512; two while changing over",
    secrets(JWT_SECRET_LENGTH),
  ),
  JWT_ISSUER: variable("the `iss` that tokens must have; left out: any", "", optional),
  JWT_AUDIENCE: variable("the `aud` that tokens must have; left out: any", "", optional),
  POLICY_DIR: variable("the folder of the rules; left out: the `policies` folder beside the code", "", optional),
  POLICY_HISTORY_DIR: variable(
    "the folder where revisions that were active are kept for a rollback; left out: none are",
    "",
    optional,
  ),
  POLICY_SHADOW_DIR: variable(
    "the folder of a candidate, whose answers are compared with those that are given; left out: none",
    "",
    optional,
  ),
  POLICY_SHADOW_SHARE: variable("the share of people who are compared, from 0 to 1", "0.1", share),
  LOG_LEVEL: variable(
    "the least severe line that is logged",
    "info",
    oneOf("fatal", "error", "warn", "info", "debug", "trace", "silent"),
  ),
  MAX_REPRESENTATIONS: variable("entities that one request may ask for", "2000", wholeNumber(1, 100_000)),
  MAX_USERS: variable("people that one request may ask `safetyUsers` for", "1000", wholeNumber(1, 100_000)),
  MAX_BODY_BYTES: variable("the largest body", "1048576", wholeNumber(1_024, 104_857_600)),
  MAX_QUERY_DEPTH: variable("fields inside fields of one query", "16", wholeNumber(1, 1_000)),
  MAX_QUERY_ALIASES: variable("aliases of one query", "100", wholeNumber(0, 10_000)),
  MAX_QUERY_TOKENS: variable("words and signs of one query", "10000", wholeNumber(10, 1_000_000)),
  DEADLINE_MS: variable("milliseconds that the reads of one request may take", "3000", wholeNumber(1, 60_000)),
} as const satisfies Record<string, Variable<unknown>>;

type Name = keyof typeof ENVIRONMENT;
type Values = { readonly [N in Name]: (typeof ENVIRONMENT)[N] extends Variable<infer T> ? T : never };

/** Everything the process is configured by: read once, validated, frozen. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly metricsPort: number;
  /** null: the in-process store. */
  readonly mongodbUri: string | null;
  /** What proves the router; while all are empty the guard is open, which happens outside production and on a loopback address alone. */
  readonly router: RouterSecrets;
  readonly tokens: TokenKeys;
  /** What an operator can prove themselves with; while there is none, nobody may change the policy by a call. */
  readonly adminTokens: readonly string[];
  readonly policyDir: string;
  /** null: no revision is kept. */
  readonly policyHistoryDir: string | null;
  readonly shadow: ShadowConfig;
  readonly logLevel: Values["LOG_LEVEL"];
  readonly limits: Limits;
}

/** What is compared with the policy that answers. */
export interface ShadowConfig {
  /** The folder of a candidate; null: none. */
  readonly dir: string | null;
  /** The share of people who are compared, from 0 to 1. */
  readonly share: number;
}

/** What a router can prove itself with. */
export interface RouterSecrets {
  readonly shared: readonly string[];
  readonly hmac: readonly string[];
  readonly hive: readonly string[];
}

/** What viewers' tokens are verified with; without any key, tokens are not read. */
export interface TokenKeys {
  readonly jwksUrl: string | null;
  readonly secrets: readonly string[];
  readonly issuer: string | null;
  readonly audience: string | null;
}

/** An environment that the process cannot start with. The message has one line for each thing that is wrong, and no secret. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";

  constructor(problems: readonly string[]) {
    super(["the environment cannot be started with", ...problems.map((problem) => `  ${problem}`)].join("\n"));
  }
}

/** Reads the environment; throws one `ConfigError` that lists everything that is wrong. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const texts = textsOf(environment);
  const problems: string[] = [];
  const values = readValues(texts, problems);
  problems.push(...contradictions(texts));
  if (problems.length > 0) throw new ConfigError(problems);
  return frozen({
    production: values.NODE_ENV === "production",
    port: values.PORT,
    host: values.HOST ?? (guardIsOpen(texts) ? "127.0.0.1" : "::"),
    metricsPort: values.METRICS_PORT,
    mongodbUri: values.MONGODB_URI,
    router: {
      shared: values.ROUTER_SECRETS,
      hmac: values.ROUTER_HMAC_SECRETS,
      hive: values.HIVE_HMAC_SECRET,
    },
    tokens: {
      jwksUrl: values.JWT_JWKS_URL,
      secrets: values.JWT_SECRETS,
      issuer: values.JWT_ISSUER,
      audience: values.JWT_AUDIENCE,
    },
    adminTokens: values.ADMIN_TOKENS,
    policyDir: values.POLICY_DIR ?? SHIPPED_POLICY,
    policyHistoryDir: values.POLICY_HISTORY_DIR,
    shadow: { dir: values.POLICY_SHADOW_DIR, share: values.POLICY_SHADOW_SHARE },
    logLevel: values.LOG_LEVEL,
    limits: {
      representations: values.MAX_REPRESENTATIONS,
      users: values.MAX_USERS,
      bodyBytes: values.MAX_BODY_BYTES,
      depth: values.MAX_QUERY_DEPTH,
      aliases: values.MAX_QUERY_ALIASES,
      tokens: values.MAX_QUERY_TOKENS,
      deadline: values.DEADLINE_MS,
    },
  });
}

type Texts = ReadonlyMap<Name, string>;

const NAMES = Object.keys(ENVIRONMENT) as readonly Name[];

/** The texts that count: an empty variable is one that is not set. */
function textsOf(environment: Readonly<Record<string, string | undefined>>): Texts {
  return new Map(
    NAMES.map((name) => {
      const text = environment[name]?.trim() ?? "";
      return [name, text === "" ? ENVIRONMENT[name].fallback : text];
    }),
  );
}

function readValues(texts: Texts, problems: string[]): Values {
  const values = NAMES.map((name) => {
    const reading: Reading<unknown> = ENVIRONMENT[name].read(texts.get(name) ?? "");
    if (!reading.ok) problems.push(`\`${name}\` ${reading.problem}`);
    return [name, reading.ok ? reading.value : null];
  });
  // One entry a name; entries that could not be read are null, and then the caller throws.
  return Object.fromEntries(values) as Values;
}

/** What is wrong with variables together, told from their texts so that it shows beside what is wrong with each. */
function contradictions(texts: Texts): readonly string[] {
  const problems: string[] = [];
  const production = texts.get("NODE_ENV") === "production";
  const host = texts.get("HOST") ?? "";
  if (production && guardIsOpen(texts)) {
    problems.push(
      "one of `ROUTER_SECRETS`, `ROUTER_HMAC_SECRETS` and `HIVE_HMAC_SECRET` must be set: in production only a router may ask",
    );
  }
  if (production && texts.get("MONGODB_URI") === "") {
    problems.push("`MONGODB_URI` must be set: in production people are held by a database alone");
  }
  if (!production && guardIsOpen(texts) && host !== "" && !LOOPBACK.includes(host)) {
    problems.push(`\`HOST\` is \`${host}\` while anybody may ask: set \`ROUTER_SECRETS\`, or listen on \`127.0.0.1\``);
  }
  if (texts.get("PORT") !== "0" && texts.get("PORT") === texts.get("METRICS_PORT")) {
    problems.push("`PORT` and `METRICS_PORT` are the same: choose two");
  }
  const [policy = "", history = ""] = [texts.get("POLICY_DIR"), texts.get("POLICY_HISTORY_DIR")];
  if (history !== "" && isWithin(resolve(policy === "" ? SHIPPED_POLICY : policy), resolve(history))) {
    problems.push("`POLICY_HISTORY_DIR` is inside the folder of the rules: choose a folder beside it");
  }
  return problems;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function guardIsOpen(texts: Texts): boolean {
  return ["ROUTER_SECRETS", "ROUTER_HMAC_SECRETS", "HIVE_HMAC_SECRET"].every((name) => texts.get(name as Name) === "");
}

function variable<T>(meaning: string, fallback: string, read: (text: string) => Reading<T>): Variable<T> {
  return { meaning, fallback, isSecret: false, read };
}

function secretVariable<T>(meaning: string, read: (text: string) => Reading<T>): Variable<T> {
  return { meaning, fallback: "", isSecret: true, read };
}

function good<T>(value: T): Reading<T> {
  return { ok: true, value };
}

function bad(problem: string): Reading<never> {
  return { ok: false, problem };
}

function oneOf<const T extends string>(...words: readonly T[]): (text: string) => Reading<T> {
  return (text) => {
    const word = words.find((known) => known === text);
    return word === undefined
      ? bad(`is \`${text}\`: write one of ${words.map((known) => `\`${known}\``).join(", ")}`)
      : good(word);
  };
}

function wholeNumber(from: number, to: number): (text: string) => Reading<number> {
  return (text) => {
    const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    return number >= from && number <= to
      ? good(number)
      : bad(`is \`${text}\`: write a whole number from ${from} to ${to}`);
  };
}

function share(text: string): Reading<number> {
  const number = /^\d(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
  return number <= 1 ? good(number) : bad(`is \`${text}\`: write a number from 0 to 1, such as \`0.1\``);
}

function optional(text: string): Reading<string | null> {
  return good(text === "" ? null : text);
}

function mongodbUri(text: string): Reading<string | null> {
  if (text === "") return good(null);
  return /^mongodb(\+srv)?:\/\/[^/]/.test(text)
    ? good(text)
    : bad("is no address of a database: write `mongodb://...` or `mongodb+srv://...`");
}

function httpUrl(text: string): Reading<string | null> {
  if (text === "") return good(null);
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol)
    ? good(text)
    : bad(`is \`${text}\`: write an address such as \`https://accounts.example/jwks.json\``);
}

function secrets(length: number): (text: string) => Reading<readonly string[]> {
  return (text) => {
    const all = text === "" ? [] : text.split(",").map((part) => part.trim());
    return all.some((part) => part.length < length)
      ? bad(`has a secret of fewer than ${length} characters: use longer, random ones, with one comma between two`)
      : good(all);
  };
}

function secret(length: number): (text: string) => Reading<readonly string[]> {
  return (text) => {
    if (text === "") return good([]);
    return text.length < length ? bad(`has fewer than ${length} characters: use a longer, random one`) : good([text]);
  };
}

function frozen<T extends object>(part: T): T {
  for (const inner of Object.values(part) as unknown[]) if (typeof inner === "object" && inner !== null) frozen(inner);
  return Object.freeze(part);
}
