import { fork } from "node:child_process";
import { setPriority } from "node:os";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { compilePolicy } from "../policy/compile.js";
import { POLICY_FILES } from "../policy/language/read-policy.js";
import { readTexts } from "../policy/language/read-texts.js";
import { readYaml } from "../policy/language/yaml-source.js";
import type { PolicyDocuments } from "../policy/rule.js";
import type { Texts } from "../policy/texts/texts.js";
import type { Admission, Admitted, Refused } from "../policy-admission.js";
import { sourcesOf, type PolicyFiles } from "../policy-folder.js";

/** What one process can tell another about an admission. */
export type Verdict = Omit<Admitted, "policy" | "texts"> | Refused;

// From sources it is TypeScript, in the image it is not.
const PROGRAM = fileURLToPath(new URL(`./policy-admission-process${extname(import.meta.url)}`, import.meta.url));

/** Milliseconds after which an admission is given up, so that one that never ends does not keep all others waiting. */
const PATIENCE = 600_000;
/** A third of the weight of who answers: enough to come to an end on a machine that has no time to spare. */
const NICENESS = 5;

/**
 * Admits a policy in a process of its own, so that the seconds it needs are nobody's waiting time: it gives way to whatever
 * else wants the processor, and knows nothing of the environment. What passed there is compiled here from what was checked.
 * Rejects when that process ends without a word: for a fault of ours, for want of memory or time, or because `signal` ended it.
 */
export async function admitApart(files: PolicyFiles, signal: AbortSignal): Promise<Admission> {
  const verdict = await verdictOn(files, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]));
  if (!verdict.ok) return verdict;
  const { documents } = verdict;
  return { ...verdict, policy: compilePolicy(documents), texts: textsOf(files, documents) };
}

function verdictOn(files: PolicyFiles, signal: AbortSignal): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = fork(PROGRAM, { serialization: "advanced", env: {}, signal, killSignal: "SIGKILL" });
    // What it has found out outlives it; whichever comes first counts.
    child.once("message", (verdict) => resolve(verdict as Verdict));
    child.once("error", reject);
    child.once("close", (code, by) =>
      reject(new Error(`the process that checks policies ended with ${by ?? String(code)}`)),
    );
    child.once("spawn", () => {
      if (child.pid !== undefined) setPriority(child.pid, NICENESS);
    });
    child.send(files);
  });
}

function textsOf(files: PolicyFiles, { catalogue, rules }: PolicyDocuments): Texts {
  const { sources } = sourcesOf(files.policy);
  const textFiles = sources.filter(({ file }) => POLICY_FILES.texts.test(file));
  return readTexts(textFiles.map(readYaml), catalogue.items, rules);
}
