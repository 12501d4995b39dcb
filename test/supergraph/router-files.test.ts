import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { composeSupergraph } from "../../examples/supergraph/compose.js";
import { ENVIRONMENT } from "../../src/config.js";
import { SAFETY } from "./supergraph-under-test.js";

const FOLDER = "examples/supergraph";
const FILES = {
  rover: `${FOLDER}/supergraph.yaml`,
  apollo: `${FOLDER}/routers/apollo-router.yaml`,
  cosmo: `${FOLDER}/routers/cosmo-router.yaml`,
  wgc: `${FOLDER}/routers/cosmo-compose.yaml`,
} as const;

interface Listed {
  readonly routing_url: string;
  readonly schema: { readonly file: string };
}

interface ApolloRouter {
  readonly authorization: { readonly directives: { readonly enabled: boolean } };
  readonly headers: HeaderRules;
  readonly demand_control: { readonly mode: string };
  readonly limits: Readonly<
    Record<"http_max_request_bytes" | "max_depth" | "max_aliases" | "parser_max_tokens", number>
  >;
  readonly traffic_shaping: { readonly subgraphs: Readonly<Record<string, { readonly timeout: string }>> };
}

interface CosmoRouter {
  readonly headers: HeaderRules;
  readonly security: {
    readonly cost_control: { readonly mode: string };
    readonly complexity_limits: { readonly depth: { readonly limit: number } };
  };
  readonly traffic_shaping: { readonly subgraphs: Readonly<Record<string, { readonly request_timeout: string }>> };
}

interface HeaderRules {
  readonly all: { readonly request: readonly object[] };
  readonly subgraphs: Readonly<Record<string, { readonly request: readonly object[] }>>;
}

const read = (file: string): unknown => parse(readFileSync(file, "utf8"));
const apollo = read(FILES.apollo) as ApolloRouter;
const cosmo = read(FILES.cosmo) as CosmoRouter;
const rover = read(FILES.rover) as { readonly subgraphs: Readonly<Record<string, Listed>> };
const wgc = read(FILES.wgc) as { readonly subgraphs: readonly (Listed & { readonly name: string })[] };
const secondsOf = (text: string | undefined): number => Number(/^(\d+)s$/.exec(text ?? "")?.[1]);
const limitOf = (
  name: "DEADLINE_MS" | "MAX_BODY_BYTES" | "MAX_QUERY_DEPTH" | "MAX_QUERY_ALIASES" | "MAX_QUERY_TOKENS",
) => Number(ENVIRONMENT[name].fallback);

test.each(Object.values(FILES))(
  "%s: each key says of which version it is, and on which page it is explained",
  (file) => {
    const lines = readFileSync(file, "utf8").split("\n");
    const unexplained = lines.filter(
      (line, index) =>
        /^\w+:/.test(line) &&
        line !== "security:" &&
        !/^# (Apollo Router|Cosmo router|Rover|wgc) \d+\.\d+(\.\d+)?, https:\/\/\S+/.test(lines[index - 1] ?? ""),
    );
    expect(unexplained).toEqual([]);
  },
);

test("what rover is told composes, and wgc is told the same", () => {
  const told = Object.entries(rover.subgraphs).map(([name, { routing_url: url, schema }]) => ({
    name,
    url,
    sdl: readFileSync(join(dirname(FILES.rover), schema.file), "utf8"),
  }));
  expect(composeSupergraph(told)).toContain(`@join__graph(name: "${SAFETY}"`);
  const toldToWgc = wgc.subgraphs.map(({ name, routing_url: url }) => ({ name, url }));
  expect(toldToWgc).toEqual(told.map(({ name, url }) => ({ name, url })));
  for (const { schema } of wgc.subgraphs) expect(existsSync(join(dirname(FILES.wgc), schema.file))).toBe(true);
  expect(new URL(rover.subgraphs[SAFETY]?.routing_url ?? "").port).toBe(ENVIRONMENT.PORT.fallback);
});

describe.each([
  ["Apollo Router", apollo.headers],
  ["Cosmo router", cosmo.headers],
])("headers of the %s", (_, { all, subgraphs }) => {
  test("its proof and the client's token go to this subgraph alone", () => {
    const { [SAFETY]: safety, ...others } = subgraphs;
    expect(JSON.stringify(safety)).toMatch(/router-authorization.*YOUTH_SAFETY_ROUTER_SECRET.*authorization/i);
    expect(JSON.stringify([all, others])).not.toMatch(/authorization/i);
  });

  test("who a client says it is reaches nobody", () => {
    const propagated = [all, ...Object.values(subgraphs)]
      .flatMap(({ request }) => request)
      .map((rule) => JSON.stringify(rule))
      .filter((rule) => rule.includes("propagate"));
    expect(propagated.filter((rule) => /x-viewer|matching/i.test(rule))).toEqual([]);
    expect(propagated.join()).toMatch(/accept-language/i);
  });
});

test("routers wait longer than this subgraph does, so that its own answer arrives", () => {
  const timeouts = [
    apollo.traffic_shaping.subgraphs[SAFETY]?.timeout,
    cosmo.traffic_shaping.subgraphs[SAFETY]?.request_timeout,
  ];
  for (const timeout of timeouts) expect(secondsOf(timeout) * 1_000).toBeGreaterThan(limitOf("DEADLINE_MS"));
});

test("routers refuse what this subgraph would refuse", () => {
  expect(apollo.authorization.directives.enabled).toBe(true);
  expect([apollo.demand_control.mode, cosmo.security.cost_control.mode]).toEqual(["enforce", "enforce"]);
  expect(apollo.limits.http_max_request_bytes).toBeLessThanOrEqual(limitOf("MAX_BODY_BYTES"));
  expect(apollo.limits.max_depth).toBeLessThanOrEqual(limitOf("MAX_QUERY_DEPTH"));
  expect(apollo.limits.max_aliases).toBeLessThanOrEqual(limitOf("MAX_QUERY_ALIASES"));
  expect(apollo.limits.parser_max_tokens).toBeLessThanOrEqual(limitOf("MAX_QUERY_TOKENS"));
  expect(cosmo.security.complexity_limits.depth.limit).toBeLessThanOrEqual(limitOf("MAX_QUERY_DEPTH"));
});
