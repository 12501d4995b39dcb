import { ConfigError, ENVIRONMENT, readConfig } from "../src/config.js";

type Environment = Readonly<Record<string, string>>;

const SECRET = "a-secret-of-some-length";
const JWT_KEY = "a-key-of-32-characters-or-more-1";
const PRODUCTION: Environment = {
  NODE_ENV: "production",
  ROUTER_SECRETS: SECRET,
  MONGODB_URI: "mongodb://db.example/youth-safety",
};

test("without anything set it is an open service on this machine alone", () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    port: 4001,
    host: "127.0.0.1",
    metricsPort: 9464,
    mongodbUri: null,
    router: { shared: [], hmac: [], hive: [] },
    tokens: { jwksUrl: null, secrets: [], issuer: null, audience: null },
    adminTokens: [],
    policyHistoryDir: null,
    shadow: { dir: null, share: 0.1 },
    logLevel: "info",
    limits: {
      representations: 2_000,
      users: 1_000,
      bodyBytes: 1_048_576,
      depth: 16,
      aliases: 100,
      tokens: 10_000,
      deadline: 3_000,
    },
  });
});

test("production listens on every address", () => {
  const { production, host, router, mongodbUri } = readConfig(PRODUCTION);
  expect({ production, host, router, mongodbUri }).toEqual({
    production: true,
    host: "::",
    router: { shared: [SECRET], hmac: [], hive: [] },
    mongodbUri: "mongodb://db.example/youth-safety",
  });
});

test.each<[string, Environment, (config: ReturnType<typeof readConfig>) => unknown, unknown]>([
  ["two secrets", { ROUTER_SECRETS: `${SECRET}, ${SECRET}2` }, (it) => it.router.shared, [SECRET, `${SECRET}2`]],
  ["a Hive key with a comma", { HIVE_HMAC_SECRET: `${SECRET},x` }, (it) => it.router.hive, [`${SECRET},x`]],
  ["an empty variable is not set", { PORT: "", ROUTER_SECRETS: " " }, (it) => [it.port, it.router.shared], [4001, []]],
  ["spaces around a value", { PORT: " 5000 " }, (it) => it.port, 5000],
  ["any free port, twice", { PORT: "0", METRICS_PORT: "0" }, (it) => [it.port, it.metricsPort], [0, 0]],
  ["another folder of rules", { POLICY_DIR: "/rules" }, (it) => it.policyDir, "/rules"],
  [
    "a history beside the rules",
    { POLICY_DIR: "/rules", POLICY_HISTORY_DIR: "/rules-history" },
    (it) => it.policyHistoryDir,
    "/rules-history",
  ],
  ["two operators", { ADMIN_TOKENS: `${SECRET},${SECRET}2` }, (it) => it.adminTokens, [SECRET, `${SECRET}2`]],
  [
    "everybody beside a candidate",
    { POLICY_SHADOW_DIR: "/next", POLICY_SHADOW_SHARE: "1" },
    (it) => it.shadow,
    { dir: "/next", share: 1 },
  ],
  ["nobody", { POLICY_SHADOW_SHARE: "0" }, (it) => it.shadow.share, 0],
  ["IPv6 loopback while open", { HOST: "::1" }, (it) => it.host, "::1"],
  ["any address with a secret", { HOST: "0.0.0.0", ROUTER_SECRETS: SECRET }, (it) => it.host, "0.0.0.0"],
  [
    "production with a signature",
    { ...PRODUCTION, ROUTER_SECRETS: "", ROUTER_HMAC_SECRETS: SECRET },
    (it) => it.router.hmac,
    [SECRET],
  ],
  [
    "production with Hive",
    { ...PRODUCTION, ROUTER_SECRETS: "", HIVE_HMAC_SECRET: SECRET },
    (it) => it.router.hive,
    [SECRET],
  ],
  [
    "a database of many hosts",
    { MONGODB_URI: "mongodb+srv://db.example" },
    (it) => it.mongodbUri,
    "mongodb+srv://db.example",
  ],
])("%s", (_what, environment, read, expected) => {
  expect(read(readConfig(environment))).toEqual(expected);
});

test.each<[Environment, string]>([
  [{ NODE_ENV: "prod" }, "`NODE_ENV` is `prod`: write one of `development`, `test`, `production`"],
  [{ PORT: "abc" }, "`PORT` is `abc`: write a whole number from 0 to 65535"],
  [{ PORT: "65536" }, "`PORT` is `65536`: write a whole number from 0 to 65535"],
  [{ PORT: "-1" }, "`PORT` is `-1`: write a whole number from 0 to 65535"],
  [{ PORT: "4e3" }, "`PORT` is `4e3`: write a whole number from 0 to 65535"],
  [{ PORT: "9464" }, "`PORT` and `METRICS_PORT` are the same: choose two"],
  [{ HOST: "0.0.0.0" }, "`HOST` is `0.0.0.0` while anybody may ask: set `ROUTER_SECRETS`, or listen on `127.0.0.1`"],
  [
    { MONGODB_URI: "http://db" },
    "`MONGODB_URI` is no address of a database: write `mongodb://...` or `mongodb+srv://...`",
  ],
  [
    { MONGODB_URI: "mongodb://" },
    "`MONGODB_URI` is no address of a database: write `mongodb://...` or `mongodb+srv://...`",
  ],
  [
    { ROUTER_SECRETS: "hunter2" },
    "`ROUTER_SECRETS` has a secret of fewer than 16 characters: use longer, random ones, with one comma between two",
  ],
  [
    { ROUTER_SECRETS: `${SECRET},` },
    "`ROUTER_SECRETS` has a secret of fewer than 16 characters: use longer, random ones, with one comma between two",
  ],
  [
    { ROUTER_HMAC_SECRETS: `${SECRET},hunter2` },
    "`ROUTER_HMAC_SECRETS` has a secret of fewer than 16 characters: use longer, random ones, with one comma between two",
  ],
  [
    { ADMIN_TOKENS: "hunter2" },
    "`ADMIN_TOKENS` has a secret of fewer than 16 characters: use longer, random ones, with one comma between two",
  ],
  [
    { POLICY_DIR: "/rules/", POLICY_HISTORY_DIR: "/rules/laws/../history" },
    "`POLICY_HISTORY_DIR` is inside the folder of the rules: choose a folder beside it",
  ],
  [
    { POLICY_HISTORY_DIR: "policies" },
    "`POLICY_HISTORY_DIR` is inside the folder of the rules: choose a folder beside it",
  ],
  [{ POLICY_SHADOW_SHARE: "10%" }, "`POLICY_SHADOW_SHARE` is `10%`: write a number from 0 to 1, such as `0.1`"],
  [{ POLICY_SHADOW_SHARE: "1.5" }, "`POLICY_SHADOW_SHARE` is `1.5`: write a number from 0 to 1, such as `0.1`"],
  [{ HIVE_HMAC_SECRET: "hunter2" }, "`HIVE_HMAC_SECRET` has fewer than 16 characters: use a longer, random one"],
  [
    { JWT_SECRETS: SECRET },
    "`JWT_SECRETS` has a secret of fewer than 32 characters: use longer, random ones, with one comma between two",
  ],
  [
    { JWT_JWKS_URL: "keys.json" },
    "`JWT_JWKS_URL` is `keys.json`: write an address such as `https://accounts.example/jwks.json`",
  ],
  [
    { JWT_JWKS_URL: "file:///keys" },
    "`JWT_JWKS_URL` is `file:///keys`: write an address such as `https://accounts.example/jwks.json`",
  ],
  [
    { LOG_LEVEL: "loud" },
    "`LOG_LEVEL` is `loud`: write one of `fatal`, `error`, `warn`, `info`, `debug`, `trace`, `silent`",
  ],
  [{ MAX_REPRESENTATIONS: "0" }, "`MAX_REPRESENTATIONS` is `0`: write a whole number from 1 to 100000"],
  [{ MAX_USERS: "many" }, "`MAX_USERS` is `many`: write a whole number from 1 to 100000"],
  [{ MAX_BODY_BYTES: "1" }, "`MAX_BODY_BYTES` is `1`: write a whole number from 1024 to 104857600"],
  [{ MAX_QUERY_DEPTH: "0" }, "`MAX_QUERY_DEPTH` is `0`: write a whole number from 1 to 1000"],
  [{ MAX_QUERY_ALIASES: "1.5" }, "`MAX_QUERY_ALIASES` is `1.5`: write a whole number from 0 to 10000"],
  [{ MAX_QUERY_TOKENS: "1" }, "`MAX_QUERY_TOKENS` is `1`: write a whole number from 10 to 1000000"],
  [{ DEADLINE_MS: "0" }, "`DEADLINE_MS` is `0`: write a whole number from 1 to 60000"],
  [
    { ...PRODUCTION, ROUTER_SECRETS: "" },
    "one of `ROUTER_SECRETS`, `ROUTER_HMAC_SECRETS` and `HIVE_HMAC_SECRET` must be set: in production only a router may ask",
  ],
  [{ ...PRODUCTION, MONGODB_URI: "" }, "`MONGODB_URI` must be set: in production people are held by a database alone"],
])("%j is refused", (environment, problem) => {
  expect(problemsOf(environment)).toEqual([problem]);
});

test("everything that is wrong is said at once", () => {
  const all = problemsOf({
    NODE_ENV: "production",
    PORT: "x",
    METRICS_PORT: "y",
    JWT_SECRETS: "short",
    LOG_LEVEL: "loud",
  });
  expect(all.map((problem) => problem.split(/[ ,]/)[0])).toEqual([
    "`PORT`",
    "`METRICS_PORT`",
    "`JWT_SECRETS`",
    "`LOG_LEVEL`",
    "one",
    "`MONGODB_URI`",
  ]);
});

test("no secret is ever repeated", () => {
  const secrets = Object.entries(ENVIRONMENT)
    .filter(([, { isSecret }]) => isSecret)
    .map(([name]) => name);
  expect(secrets).toEqual([
    "ADMIN_TOKENS",
    "MONGODB_URI",
    "ROUTER_SECRETS",
    "ROUTER_HMAC_SECRETS",
    "HIVE_HMAC_SECRET",
    "JWT_SECRETS",
  ]);
  expect(problemsOf(Object.fromEntries(secrets.map((name) => [name, "hunter2"]))).join()).not.toContain("hunter2");
});

test("the configuration is frozen to its leaves", () => {
  const config = readConfig({ ROUTER_SECRETS: SECRET, JWT_SECRETS: JWT_KEY });
  const parts = [config, config.router, config.router.shared, config.tokens, config.tokens.secrets, config.limits];
  expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true));
});

function problemsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [, ...problems] = error.message.split("\n").map((line) => line.trim());
    return problems;
  }
  return [];
}
