import type { Command } from "commander";
import { didYouMean } from "../policy/did-you-mean.js";
import type { Item } from "../policy/item.js";
import { formatProblem } from "../policy/language/policy-problem.js";
import type { CounterExample, ExampleAnswer } from "../policy/proof/counter-example.js";
import { answerInWords, boundInWords, refusalInWords } from "../policy/proof/counter-example-words.js";
import type { Invariant } from "../policy/proof/invariant.js";
import { prove, type Proved } from "../policy/proof/prove.js";
import { formatValue } from "../policy/value-text.js";
import { readPolicyFolder, type Revision } from "../policy-folder.js";
import { explainCommand } from "./explain-command.js";
import { BrokenPolicy, EXIT, Misuse } from "./misuse.js";
import { SHIPPED_POLICY } from "./policy-argument.js";
import { gather } from "./repeated-option.js";

interface ProveOptions {
  readonly invariant?: readonly string[];
  readonly json?: boolean;
}

/** What a proof is told about. */
interface Told {
  readonly folder: string;
  readonly revision: Revision;
  readonly items: readonly Item[];
}

/** Adds `prove [FOLDER]`: proves the invariants beside the rules. Exit codes 0 all hold, 1 some do not, 2 misuse, 3 broken policy. */
export function registerProve(program: Command): void {
  program
    .command("prove")
    .description("prove the invariants of a folder over every input, or show the smallest for which one does not hold")
    .argument("[folder]", "the folder of the rules", SHIPPED_POLICY)
    .option("--invariant <NAME>", "prove this one alone; may be given again", gather)
    .option("--json", "print JSON instead of lines")
    .action(async (folder: string, options: ProveOptions) => {
      const read = await readPolicyFolder(folder);
      if (!read.ok) throw new BrokenPolicy(read.problems.map(formatProblem).join("\n"));
      const { documents, invariants, revision } = read;
      if (invariants.length === 0)
        throw new Misuse(
          `\`${folder}\` has no \`invariants.yaml\`: write down what must hold, whatever the rules become`,
        );
      const progress = progressOnTerminal();
      const proof = prove(documents, named(invariants, options.invariant), { tell: progress.tell });
      progress.end();
      if (!proof.ok) throw new BrokenPolicy(refusalInWords(proof));
      const told: Told = { folder, revision, items: documents.catalogue.items };
      process.stdout.write(options.json === true ? jsonOf(proof.proved, told) : linesOf(proof.proved, told));
      if (proof.proved.some(({ counterExample }) => counterExample)) process.exitCode = EXIT.findings;
    });
}

function named(invariants: readonly Invariant[], names: readonly string[] | undefined): readonly Invariant[] {
  if (!names) return invariants;
  const known = invariants.map(({ name }) => name);
  const missing = names.find((name) => !known.includes(name));
  if (missing !== undefined)
    throw new Misuse(`there is no invariant \`${missing}\`${didYouMean(missing, known) || `: ${known.join(", ")}`}`);
  return invariants.filter(({ name }) => names.includes(name));
}

const A_SECOND = 1_000;

/** Tells on a terminal how far a proof is, once it takes longer than a second. */
function progressOnTerminal(): { readonly tell: (done: number, count: number) => void; readonly end: () => void } {
  const start = Date.now();
  let hasSaid = false;
  return {
    tell(done, count) {
      if (!process.stderr.isTTY || Date.now() - start < A_SECOND) return;
      hasSaid = true;
      process.stderr.write(`\r${done} of ${count} invariants proved`);
    },
    end() {
      if (hasSaid) process.stderr.write("\r\u001b[K");
    },
  };
}

function linesOf(proved: readonly Proved[], told: Told): string {
  const width = Math.max(...proved.map(({ invariant }) => invariant.name.length));
  const count = (number: number): string => number.toLocaleString("en");
  const lines = proved.flatMap(({ invariant, counterExample, inputs, compared }) =>
    counterExample
      ? [`FAILS  ${invariant.name.padEnd(width)}  ${invariant.says}`, ...story(counterExample, told)]
      : [`holds  ${invariant.name.padEnd(width)}  ${count(inputs)} inputs, ${count(compared)} rule sets compared`],
  );
  return `${[`Revision ${told.revision.label}:`, ...lines, summaryOf(proved)].join("\n")}\n`;
}

function summaryOf(proved: readonly Proved[]): string {
  const failed = proved.filter(({ counterExample }) => counterExample).length;
  if (proved.length === 1) return `1 invariant, and it ${failed === 0 ? "holds" : "does not hold"}`;
  if (failed === 0) return `${proved.length} invariants, all of them hold`;
  return `${proved.length} invariants, ${failed} of them ${failed === 1 ? "does" : "do"} not hold`;
}

function story(example: CounterExample, told: Told): readonly string[] {
  const other = example.boundOf.kind === "person" ? [commandOf(example, example.boundOf.answer, told)] : [];
  return [
    `         ${answerInWords(example)},`,
    `         ${boundInWords(example)}.`,
    ...[commandOf(example, example.is, told), ...other].map((command) => `           ${command}`),
  ];
}

function commandOf({ item }: CounterExample, { question }: ExampleAnswer, { items, folder }: Told): string {
  return explainCommand(item, question, items, folder);
}

function jsonOf(proved: readonly Proved[], told: Told): string {
  const answer = (example: CounterExample, one: ExampleAnswer) => ({
    value: formatValue(example.item, one.value),
    rules: one.rules,
    explain: commandOf(example, one, told),
  });
  const invariants = proved.map(({ invariant, counterExample, inputs, compared }) => ({
    name: invariant.name,
    says: invariant.says,
    holds: counterExample === null,
    inputs,
    compared,
    counterExample: counterExample && {
      item: counterExample.item.key,
      field: counterExample.field,
      is: answer(counterExample, counterExample.is),
      bound: formatValue(counterExample.item, counterExample.bound),
      boundOf:
        counterExample.boundOf.kind === "person"
          ? { kind: "person", ...answer(counterExample, counterExample.boundOf.answer) }
          : counterExample.boundOf,
    },
  }));
  return `${JSON.stringify({ revision: told.revision.id, invariants }, null, 2)}\n`;
}
