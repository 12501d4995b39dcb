import { analyse } from "./policy/analysis/analyse.js";
import { dateAt, UTC, type Instant } from "./policy/calendar.js";
import { compilePolicy } from "./policy/compile.js";
import { runCase } from "./policy/language/policy-case.js";
import { inOrder, type PolicyProblem } from "./policy/language/policy-problem.js";
import { readCases } from "./policy/language/read-cases.js";
import type { Policy } from "./policy/policy.js";
import { unprovedProblems } from "./policy/proof/counter-example-words.js";
import type { Invariant } from "./policy/proof/invariant.js";
import { prove } from "./policy/proof/prove.js";
import type { PolicyDocuments } from "./policy/rule.js";
import type { Texts } from "./policy/texts/texts.js";
import { readPolicyFiles, sourcesOf, type PolicyFiles, type Revision, type TakenFiles } from "./policy-folder.js";
import { parityProblems } from "./subgraph/parity.js";
import { buildSchema } from "./subgraph/schema.js";

/** What a policy has to pass before it may answer anybody, in order. */
export type AdmissionStep = "read" | "compile" | "contract" | "analyse" | "prove" | "test";

/** How long a step took, in milliseconds. */
export interface StepTime {
  readonly step: AdmissionStep;
  readonly ms: number;
}

/** A policy that passed every step. */
export interface Admitted {
  readonly ok: true;
  readonly revision: Revision;
  readonly documents: PolicyDocuments;
  readonly policy: Policy;
  readonly texts: Texts;
  /** What its authors should look at, although it may be served. */
  readonly warnings: readonly PolicyProblem[];
  readonly steps: readonly StepTime[];
}

/** A policy that did not: the first step that it failed, and everything that this step found. */
export interface Refused {
  readonly ok: false;
  /** null: the files could not be read. */
  readonly revision: Revision | null;
  readonly step: AdmissionStep;
  readonly problems: readonly PolicyProblem[];
  readonly steps: readonly StepTime[];
}

/** Whether a policy may be served. */
export type Admission = Admitted | Refused;

/** What a check is given: a policy that could be read and compiled. */
interface Candidate {
  readonly documents: PolicyDocuments;
  readonly policy: Policy;
  readonly invariants: readonly Invariant[];
  readonly cases: TakenFiles;
}

/** Problems keep a policy out; warnings do not. */
interface Findings {
  readonly problems: readonly PolicyProblem[];
  readonly warnings: readonly PolicyProblem[];
}

/** What is asked of a policy that could be compiled, in order: one line a check. */
const CHECKS: readonly { readonly step: AdmissionStep; readonly findings: (candidate: Candidate) => Findings }[] = [
  { step: "contract", findings: fitsContract },
  { step: "analyse", findings: analysed },
  { step: "prove", findings: invariantsHold },
  { step: "test", findings: casesHold },
];

/**
 * Takes a policy from files to something that can be served, or says what keeps it out. The one way in: at start, at a
 * reload, at a rollback and beside the active policy. It needs some seconds of a core; where people are being answered
 * it belongs into a process of its own. Throws only for faults of ours.
 */
export function admitPolicy(files: PolicyFiles): Admission {
  const steps: StepTime[] = [];
  const timed = <Result>(step: AdmissionStep, run: () => Result): Result => {
    const start = performance.now();
    const result = run();
    steps.push({ step, ms: Math.round(performance.now() - start) });
    return result;
  };
  const read = timed("read", () => readPolicyFiles(files));
  if (!read.ok) return { ok: false, revision: null, step: "read", problems: read.problems, steps };
  const { documents, texts, invariants, revision } = read;
  const policy = timed("compile", () => compilePolicy(documents));
  const warnings: PolicyProblem[] = [];
  for (const { step, findings } of CHECKS) {
    const found = timed(step, () => findings({ documents, policy, invariants, cases: files.cases }));
    if (found.problems.length > 0) return { ok: false, revision, step, problems: inOrder(found.problems), steps };
    warnings.push(...found.warnings);
  }
  return { ok: true, revision, documents, policy, texts, warnings: inOrder(warnings), steps };
}

/** The graph has a field for every item, and an item for every field. */
function fitsContract({ documents }: Candidate): Findings {
  const place = { file: "catalogue.yaml", line: 1, column: 1 };
  const problems = parityProblems(buildSchema(), documents.catalogue);
  return { problems: problems.map((message) => ({ place, message })), warnings: [] };
}

/** Nothing is missing, and what changes nothing or contradicts is told. Notes are for `check` alone. */
function analysed({ documents }: Candidate): Findings {
  const findings = analyse(documents, { today: dateAt(Date.now() as Instant, UTC) }); // whole milliseconds, as an instant is
  return {
    problems: findings.filter(({ severity }) => severity === "error"),
    warnings: findings.filter(({ severity }) => severity === "warning"),
  };
}

/** What must never happen cannot, whatever is known, chosen or approved. */
function invariantsHold({ documents, invariants }: Candidate): Findings {
  return { problems: unprovedProblems(prove(documents, invariants)), warnings: [] };
}

/** The cases beside the rules are answered as their authors expect. */
function casesHold({ policy, cases }: Candidate): Findings {
  const { sources, problems: unreadable } = sourcesOf(cases);
  const read = readCases(sources, policy.catalogue.items);
  if (!read.ok || unreadable.length > 0)
    return { problems: [...unreadable, ...(read.ok ? [] : read.problems)], warnings: [] };
  if (read.cases.length === 0) return { problems: [], warnings: [NO_CASES] };
  return { problems: read.cases.flatMap((one) => runCase(policy, one)), warnings: [] };
}

const NO_CASES: PolicyProblem = {
  place: { file: "tests", line: 1, column: 1 },
  message: "no case says what this policy must answer: put some into `tests`",
};
