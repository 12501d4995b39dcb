import { existsSync, readFileSync, statSync } from "node:fs";
import { DockerfileParser } from "dockerfile-ast";
import { parse } from "yaml";
import { ENVIRONMENT } from "../../src/config.js";

// No container engine is needed to run these: they read the files as the engine would, and hold them against the sources.

const text = (path: string) => readFileSync(path, "utf8");
const manifest = JSON.parse(text("package.json")) as { engines: { node: string }; bin: Record<string, string> };
const oldestNode = manifest.engines.node.replace(">=", "");

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly healthcheck?: object;
}

interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly "timeout-minutes": number;
  readonly strategy?: { readonly matrix: { readonly node: readonly string[] } };
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[];
}

describe("Dockerfile", () => {
  const dockerfile = DockerfileParser.parse(text("Dockerfile"));
  const words = (keyword: string) =>
    dockerfile
      .getInstructions()
      .filter((instruction) => instruction.getKeyword() === keyword)
      .map((instruction) => instruction.getArguments().map((argument) => argument.getValue()));
  const last = (keyword: string) => words(keyword).at(-1)?.join(" ");

  test("copies only what is there", () => {
    const copied = dockerfile
      .getCOPYs()
      .filter((copy) => copy.getFromFlag() === null)
      .flatMap((copy) => copy.getArguments().slice(0, -1))
      .map((argument) => argument.getValue());

    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    expect(
      copied.filter(
        (path) =>
          !text(".dockerignore")
            .split("\n")
            .includes(`!${path.replace("./", "")}`),
      ),
    ).toEqual([]);
  });

  test("takes from the build only the production packages, the build and the manifest", () => {
    const taken = dockerfile
      .getCOPYs()
      .filter((copy) => copy.getFromFlag()?.getValue() === "build")
      .map((copy) => copy.getArguments()[0]?.getValue());

    expect(taken).toEqual(["/build/package.json", "/build/node_modules", "/build/dist"]);
    expect(text("Dockerfile")).toContain("npm prune --omit=dev --ignore-scripts");
  });

  test("runs a Node that the service supports, in both stages alike", () => {
    const images = dockerfile.getFROMs().map((from) => from.getImage());

    expect(new Set(images).size).toBe(1);
    const version = Number(/^node:(\d+)-slim$/.exec(images[0] ?? "")?.[1]);
    expect(version).toBeGreaterThan(parseInt(oldestNode, 10));
  });

  test("is stopped gently, runs as nobody special, and asks itself whether it lives", () => {
    expect(last("USER")).toBe("node");
    expect(last("STOPSIGNAL")).toBe("SIGTERM");
    expect(last("CMD")).toBe('["node", "dist/main.js"]');
    expect(last("HEALTHCHECK")).toMatch(/^CMD \["node", "-e", ".*\/healthz/);
    expect(words("ENV").flat().join(" ")).toContain("NODE_ENV=production");
  });
});

describe("compose.yml", () => {
  const { services } = parse(text("compose.yml")) as { services: Readonly<Record<string, Service>> };

  test("serves from a replica set that is ready and has its indexes", () => {
    const done = { condition: "service_completed_successfully" };
    expect(services["youth-safety"]?.depends_on).toEqual({ indexes: done });
    expect(services["indexes"]?.depends_on).toEqual({ "mongodb-replica-set": done });
    expect(services["indexes"]?.environment).toEqual({
      MONGODB_URI: services["youth-safety"]?.environment?.["MONGODB_URI"],
    });
    expect(services["mongodb-replica-set"]?.depends_on).toEqual({ mongodb: { condition: "service_healthy" } });
    expect(services["mongodb"]?.healthcheck).toBeDefined();
    expect(services["youth-safety"]?.environment?.["MONGODB_URI"]).toBe(
      "mongodb://mongodb:27017/youth-safety?replicaSet=rs0",
    );
  });

  test("opens no port to other machines", () => {
    const ports = Object.values(services).flatMap((service) => service.ports ?? []);

    expect(ports.filter((port) => !port.startsWith("127.0.0.1:"))).toEqual([]);
  });

  test("sets only what the service reads", () => {
    const names = Object.keys(services["youth-safety"]?.environment ?? {});

    expect(names.filter((name) => !(name in ENVIRONMENT))).toEqual([]);
  });

  test("never starts without a router's secret", () => {
    expect(services["youth-safety"]?.environment?.["ROUTER_SECRETS"]).toMatch(/^\$\{ROUTER_SECRETS:\?/);
  });
});

describe(".github/workflows/check.yml", () => {
  const { jobs, permissions } = parse(text(".github/workflows/check.yml")) as Workflow;

  test("checks on the oldest Node that is promised, and on the image's", () => {
    const image = /node:(\d+)-slim/.exec(text("Dockerfile"))?.[1];

    expect(jobs["check"]?.strategy?.matrix.node).toEqual(expect.arrayContaining([oldestNode, image]));
    expect(jobs["check"]?.steps.at(-1)?.run).toBe(".ci/run");
  });

  test("runs the tests against a true MongoDB", () => {
    expect(jobs["mongodb"]?.env?.["MONGODB_URI"]).toContain("replicaSet=rs0");
    expect(jobs["mongodb"]?.steps.at(-1)?.run).toBe("npm test");
  });

  test("may only read, and ends", () => {
    expect(permissions).toEqual({ contents: "read" });
    expect(Object.values(jobs).filter((job) => !(job["timeout-minutes"] <= 30))).toEqual([]);
  });
});

test("what people start is executable", () => {
  for (const path of [...Object.values(manifest.bin), ".ci/run"]) expect(statSync(path).mode & 0o111).toBe(0o111);
});
