import type { z } from "zod";
import type { Item, Value } from "../item.js";
import { FEATURE_LEVELS } from "../item.js";
import { isAtLeastAsStrict, isLooser } from "../lattice.js";
import type { RuleEffect } from "../rule.js";
import { formatValue } from "../value-text.js";
import { readValue } from "./read-value.js";
import type { ruleShape } from "./rules-shape.js";
import { within } from "./shape-problems.js";
import type { Report } from "./yaml-source.js";

type WrittenEffect = z.infer<typeof ruleShape>["then"][string];

/** Reads what a rule does to one item (R5, S4); null after a report. */
export function readEffect(item: Item, written: WrittenEffect, report: Report): Omit<RuleEffect, "place"> | null {
  const isWindows = item.kind === "setting" && item.control === "windows";
  const [bound, wrongBound] = isWindows ? (["at least", "at most"] as const) : (["at most", "at least"] as const);
  let isSound = true;
  const refuse = (word: keyof WrittenEffect, message: string): void => {
    report([word], message, "key");
    isSound = false;
  };
  const read = (word: keyof WrittenEffect): Value | null => {
    if (written[word] === undefined) return null;
    const value = readValue(item, written[word], within(report, word));
    if (value === null || isNeverLimited(item, value, within(report, word))) isSound = false;
    return value;
  };

  if (written[wrongBound] !== undefined) {
    refuse(
      wrongBound,
      `\`${wrongBound}\` is not for \`${item.key}\`: write \`${bound}\`, ${isWindows ? "windows only ever add" : "only windows have `at least`"}`,
    );
    return null;
  }
  const [value, guardianMayAllow, byDefault] = [read(bound), read("guardian may allow"), read("default")];
  if (written[bound] === undefined && written.default === undefined) {
    report(
      [],
      `\`${item.key}\` is given nothing: write \`${bound}\`${item.kind === "feature" ? "" : " or `default`"}`,
      "key",
    );
    isSound = false;
  }
  if (item.kind === "feature" && written.default !== undefined) {
    refuse(
      "default",
      `\`${item.key}\` is a feature, and nobody chooses on a feature: write \`at most\` in place of \`default\``,
    );
  }
  if (written["guardian may allow"] !== undefined && written[bound] === undefined) {
    refuse("guardian may allow", `\`guardian may allow\` lifts nothing here: write \`${bound}\` too`);
  }
  if (value !== null && guardianMayAllow !== null && !isLooser(guardianMayAllow, value)) {
    report(
      ["guardian may allow"],
      `\`${formatValue(item, guardianMayAllow)}\` is not looser than \`${bound}: ${formatValue(item, value)}\`: a guardian can only loosen here`,
    );
    isSound = false;
  }
  // Windows of a default are added to those of the cap, so there a default below the cap says something.
  const widest = guardianMayAllow ?? value;
  if (!isWindows && byDefault !== null && widest !== null && !isAtLeastAsStrict(byDefault, widest)) {
    report(
      ["default"],
      `the default \`${formatValue(item, byDefault)}\` is looser than \`${formatValue(item, widest)}\`, the loosest value this rule leaves`,
    );
    isSound = false;
  }
  if (!isSound) return null;
  return { item: item.key, cap: value === null ? null : { value, guardianMayAllow }, default: byDefault };
}

function isNeverLimited(item: Item, value: Value, report: Report): boolean {
  const isMissing = item.kind === "feature" && item.limited === null && value === FEATURE_LEVELS.indexOf("LIMITED");
  if (isMissing)
    report([], `\`LIMITED\` is not a level of \`${item.key}\`: say in the catalogue what holds then, as \`limited\``);
  return isMissing;
}
