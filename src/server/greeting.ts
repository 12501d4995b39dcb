import type { Config } from "../config.js";
import type { RunningServer } from "../server.js";
import type { ServedPolicy } from "../subgraph/served-policy.js";
import { isOpen } from "./router-guard.js";

/** What is told to whoever starts the service. */
export interface Greeting {
  readonly config: Config;
  readonly served: ServedPolicy;
  readonly server: Pick<RunningServer, "url" | "metricsUrl">;
  /** Somebody to ask about; null: nobody is known by name. */
  readonly example: string | null;
}

/** The lines that say what is served from where, and how to ask. */
export function greeting({ config, served, server, example }: Greeting): readonly string[] {
  const open = isOpen(config.router);
  const page = hasPage(config) ? [`  try it    ${server.url}/graphiql`] : [];
  return [
    `youth-safety answers by the policy \`${served.label}\`, from ${store(config)}`,
    ...(open
      ? ["the guard is open: whoever reaches this address is taken for the router, and believed who they say they are"]
      : []),
    ...(lacksTokens(config)
      ? [
          "only Hive Gateway may ask, and no keys of tokens are set: nobody can be identified; set `JWT_JWKS_URL` or `JWT_SECRETS`",
        ]
      : []),
    `  queries   ${server.url}/graphql`,
    ...page,
    `  metrics   ${server.metricsUrl}`,
    `  policy    ${new URL("/policy/status", server.metricsUrl).href}`,
    ...(open && example !== null
      ? ["ask about one of the example people, as themselves:", `  ${curl(server.url, example)}`]
      : []),
  ];
}

/** Whether the page for trying things out is served: only where nobody has to prove anything. */
export function hasPage({ production, router }: Config): boolean {
  return !production && isOpen(router);
}

function store({ mongodbUri }: Config): string {
  return mongodbUri === null
    ? "the example people in this process (`MONGODB_URI` is not set; nothing is kept)"
    : "the database of `MONGODB_URI`";
}

function lacksTokens({ router, tokens }: Config): boolean {
  const othersCount = router.shared.length + router.hmac.length > 0;
  return router.hive.length > 0 && !othersCount && tokens.jwksUrl === null && tokens.secrets.length === 0;
}

function curl(url: string, id: string): string {
  const person = `_entities(representations: [{ __typename: "User", id: "${id}" }])`;
  const query = `{ ${person} { ... on User { featureAccess { liveStreaming { allowed reason { text } } } } } }`;
  return `curl -s ${url}/graphql -H 'content-type: application/json' -H 'x-viewer-id: ${id}' -d '${JSON.stringify({ query })}'`;
}
