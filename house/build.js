// Builds `dist/` when it is older than what it is made from. Plain JavaScript: it also runs where only the production
// packages are installed, and leaves what is there alone (an image builds first, then drops the compiler).
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const compiler = new URL("node_modules/typescript/bin/tsc", root);
const built = new URL("dist/main.js", root);

if (existsSync(compiler) && builtAt() <= changedAt()) {
  // A source that is gone must not live on in the build.
  rmSync(new URL("dist/", root), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [fileURLToPath(compiler), "-p", "tsconfig.build.json"], {
    cwd: fileURLToPath(root),
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}

function builtAt() {
  return statSync(built, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** When a source, a folder of sources (a deletion touches only that) or the compiler's settings last changed. */
function changedAt() {
  const source = new URL("src/", root);
  const paths = [
    source,
    ...readdirSync(source, { recursive: true }).map((path) => new URL(`src/${path}`, root)),
    new URL("package.json", root),
    new URL("tsconfig.json", root),
    new URL("tsconfig.build.json", root),
  ];
  return Math.max(...paths.map((path) => statSync(path).mtimeMs));
}
