import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A copy of the house's own rules in a folder with other sources, where tools can be seen to refuse something. */
export interface PlantedHouse {
  readonly folder: string;
  /** Runs a tool of the house there, and gives what it printed. */
  run(
    tool: keyof typeof TOOLS,
    ...args: string[]
  ): Promise<{ readonly exitCode: number | null; readonly stdout: string }>;
  remove(): Promise<void>;
}

const TOOLS = {
  eslint: "eslint/bin/eslint.js",
  depcruise: "dependency-cruiser/bin/dependency-cruise.mjs",
  knip: "knip/bin/knip.js",
  prettier: "prettier/bin/prettier.cjs",
};

const RULES = [
  "package.json",
  "tsconfig.json",
  "eslint.config.js",
  ".dependency-cruiser.js",
  "knip.config.js",
  ".prettierrc.json",
  ".prettierignore",
];

/** Builds a house from files by path. */
export async function plant(sources: Readonly<Record<string, string>>): Promise<PlantedHouse> {
  const folder = await mkdtemp(join(tmpdir(), "youth-safety-house-"));
  await Promise.all(RULES.map((file) => cp(file, join(folder, file))));
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  for (const [path, source] of Object.entries(sources)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), source);
  }
  return {
    folder,
    run: (tool, ...args) => run(folder, join("node_modules", TOOLS[tool]), args),
    remove: () => rm(folder, { recursive: true }),
  };
}

function run(folder: string, script: string, args: readonly string[]) {
  return new Promise<{ exitCode: number | null; stdout: string }>((done, fail) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.on("error", fail);
    child.on("close", (exitCode) => done({ exitCode, stdout }));
  });
}
