import type { Command } from "commander";
import { differenceOf } from "../policy/difference/policy-difference.js";
import { textChanges } from "../policy/difference/text-changes.js";
import { diffJson } from "./diff-json.js";
import { diffPage, type ComparedPolicies } from "./diff-page.js";
import { EXIT } from "./misuse.js";
import { loadPolicy } from "./policy-argument.js";

/** Adds `diff OLD NEW`: what another policy changes, for whom, where and when. Exit codes 0 nothing loosens, 1 something does, 2 misuse, 3 broken policy. */
export function registerDiff(program: Command): void {
  program
    .command("diff")
    .description(
      "compare two policies over all ages, regions, dates and proofs of age; ends with 1 when anything is looser in the new one",
    )
    .argument("<old>", "the folder of the rules as they are")
    .argument("<new>", "the folder of the rules as they would be")
    .option("--json", "print JSON instead of a page")
    .action(async (old: string, changed: string, { json }: { readonly json?: boolean }) => {
      const [before, after] = [await loadPolicy(old), await loadPolicy(changed)];
      const compared: ComparedPolicies = {
        before,
        after,
        difference: differenceOf(before.documents, after.documents),
        texts: textChanges(
          { items: before.policy.catalogue.items, texts: before.texts },
          { items: after.policy.catalogue.items, texts: after.texts },
        ),
      };
      process.stdout.write(json === true ? diffJson(compared) : diffPage(compared));
      if (compared.difference.loosens) process.exitCode = EXIT.findings;
    });
}
