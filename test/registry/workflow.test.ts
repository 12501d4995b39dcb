import { spawnSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { command } from "../../registry/options.js";
import { folderWith } from "./commands.js";

const FILE = ".github/workflows/check-against-youth-safety.yml";

interface Workflow {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<
        Record<string, { readonly type: string; readonly default?: string; readonly required?: boolean }>
      >;
    };
  };
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly "timeout-minutes": number;
  readonly steps: readonly {
    readonly run?: string;
    readonly uses?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

const text = readFileSync(FILE, "utf8");
const { on, permissions, jobs } = parse(text) as Workflow;
const { inputs } = on.workflow_call;
const steps = jobs["check"]?.steps ?? [];
const checking = steps.at(-1);

test("other repositories call it with what is theirs", () => {
  expect(Object.entries(inputs).map(([name, { type, required = false }]) => [name, type, required])).toEqual([
    ["youth-safety", "string", true],
    ["ref", "string", false],
    ["operations", "string", true],
    ["neighbours", "string", false],
  ]);
});

test("it uses every input, and no other", () => {
  const used = [...text.matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)].map(([, name]) => name);
  expect(new Set(used)).toEqual(new Set(Object.keys(inputs)));
});

test("no input is a part of a script: it could be a command", () => {
  expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
});

test("it may only read, keeps no credentials, and ends", () => {
  expect(permissions).toEqual({ contents: "read" });
  expect(jobs["check"]?.["timeout-minutes"]).toBeLessThanOrEqual(10);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
  expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual([false, false]);
});

test("it gives options that the check has", () => {
  const known = command("schema:check", "").options.map(({ long }) => long);
  const given = checking?.run?.match(/--[\w-]+/g) ?? [];
  expect(given).toEqual(["--schema", "--baseline", "--operations", "--neighbours"]);
  expect(given.filter((option) => !known.includes(option))).toEqual([]);
});

test("the page shows a call of it, with inputs that it has", () => {
  const [, example = ""] = /^```yaml\n(.*?)^```$/ms.exec(readFileSync("docs/registry.md", "utf8")) ?? [];
  const { jobs: callers } = parse(example) as {
    readonly jobs: Readonly<Record<string, { uses: string; with: object }>>;
  };
  const [call] = Object.values(callers);
  expect(call?.uses).toContain(FILE);
  expect(Object.keys(call?.with ?? {}).filter((name) => !(name in inputs))).toEqual([]);
  const required = Object.entries(inputs).filter(([, input]) => input.required);
  expect(required.filter(([name]) => !(name in (call?.with ?? {})))).toEqual([]);
});

/** A slow machine needs its time to start the check from nothing. */
const START = 120_000;

describe("its script", () => {
  /** Runs it as GitHub would, in a repository with one operation. */
  function runIn(operation: string) {
    const repository = folderWith({ "app/queries/page.graphql": operation });
    symlinkSync(resolve("."), join(repository, ".youth-safety"));
    const environment = { ...process.env, GITHUB_ACTIONS: "true", OPERATIONS: "app/queries" };
    const NEIGHBOURS = inputs["neighbours"]?.default ?? "";
    const { status, stdout } = spawnSync("bash", ["-e", "-c", checking?.run ?? "exit 9"], {
      cwd: repository,
      env: { ...environment, NEIGHBOURS },
      encoding: "utf8",
    });
    return { status, stdout };
  }

  test(
    "accepts an operation that the graph answers",
    () => {
      const { status, stdout } = runIn("query Page { me { id featureAccess { id liveStreaming { id allowed } } } }");
      expect({ status, annotations: stdout.match(/^::.*$/gm) }).toEqual({ status: 0, annotations: null });
    },
    START,
  );

  test(
    "annotates one that it does not, in the repository's own file",
    () => {
      const { status, stdout } = runIn("query Page { me { id mayGoLive } }");
      expect(status).toBe(1);
      expect(stdout).toMatch(
        /^::error file=app\/queries\/page\.graphql,line=1,col=22,title=schema operations::Cannot query/m,
      );
    },
    START,
  );
});
