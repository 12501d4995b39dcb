import { spawnSync } from "node:child_process";
import { ran, skipped, type Finding, type StepResult } from "./finding.js";
import { OWN_NAME } from "./subgraph.js";

/** What a registry is asked to do with a schema. */
export type Act = "check" | "publish";

/** The variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A schema registry, reached through its own command line. */
interface Registry {
  readonly name: string;
  /** The registry is asked when this variable is set. Its command line reads it itself, so it is on no command line of ours. */
  readonly token: string;
  /** Variables that must be set as well. */
  readonly needs: Readonly<Record<Act, readonly string[]>>;
  readonly program: string;
  readonly commands: (act: Act, schema: string, environment: Environment) => readonly (readonly string[])[];
}

const ROUTING_URL = "ROUTING_URL";

const REGISTRIES: readonly Registry[] = [
  {
    name: "GraphOS",
    token: "APOLLO_KEY",
    needs: { check: ["APOLLO_GRAPH_REF"], publish: ["APOLLO_GRAPH_REF", ROUTING_URL] },
    program: "rover",
    commands: (act, schema, { APOLLO_GRAPH_REF: graph = "", ROUTING_URL: url = "" }) => {
      const which = [graph, "--name", OWN_NAME, "--schema", schema];
      return act === "check"
        ? [
            ["subgraph", "lint", ...which],
            ["subgraph", "check", ...which],
          ]
        : [["subgraph", "publish", ...which, "--routing-url", url]];
    },
  },
  {
    name: "Hive",
    token: "HIVE_TOKEN",
    needs: { check: [], publish: [ROUTING_URL] },
    program: "hive",
    commands: (act, schema, { HIVE_TARGET: target, ROUTING_URL: url = "" }) => {
      const which = ["--service", OWN_NAME, ...(target ? ["--target", target] : [])];
      return act === "check"
        ? [["schema:check", ...which, schema]]
        : [["schema:publish", ...which, "--url", url, schema]];
    },
  },
  {
    name: "Cosmo",
    token: "COSMO_API_KEY",
    needs: { check: [], publish: [ROUTING_URL] },
    program: "wgc",
    commands: (act, schema, { COSMO_NAMESPACE: namespace, ROUTING_URL: url = "" }) => {
      const which = [OWN_NAME, "--schema", schema, ...(namespace ? ["--namespace", namespace] : [])];
      return act === "check"
        ? [["subgraph", "check", ...which]]
        : [["subgraph", "publish", ...which, "--routing-url", url, "--fail-on-composition-error"]];
    },
  },
];

/** Asks every registry whose token is set, by its own command line on the PATH. What it prints is kept as notes, or as the error when it refuses. */
export function registriesStep(act: Act, schema: string, environment: Environment): StepResult {
  const asked = REGISTRIES.filter(({ token }) => environment[token]);
  if (asked.length === 0) {
    return skipped("registries", `none of ${REGISTRIES.map(({ token }) => token).join(", ")} is set`);
  }
  const findings = asked.flatMap((registry) => answersOf(registry, act, schema, environment));
  return ran("registries", `${act} by ${asked.map(({ name }) => name).join(", ")}`, findings);
}

function answersOf(registry: Registry, act: Act, schema: string, environment: Environment): readonly Finding[] {
  const missing = registry.needs[act].filter((name) => !environment[name]);
  if (missing.length > 0) {
    return [{ level: "error", message: `${registry.token} is set, so set ${missing.join(" and ")} as well` }];
  }
  return registry
    .commands(act, schema, environment)
    .map((args) => answerOf(registry.program, args, environment, registry.token));
}

function answerOf(program: string, args: readonly string[], environment: Environment, token: string): Finding {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8", env: { ...environment } });
  const command = [program, ...args.slice(0, 2)].join(" ");
  if (error)
    return { level: "error", message: `${token} is set, but \`${program}\` cannot be run: install it, or unset it` };
  const said = [stdout, stderr]
    .map((text) => text.trim())
    .filter(Boolean)
    .join("\n");
  if (status === 0) return { level: "note", message: `\`${command}\`: ${said || "fine"}` };
  return { level: "error", message: `\`${command}\` ended with ${status ?? "a signal"}: ${said || "nothing said"}` };
}
