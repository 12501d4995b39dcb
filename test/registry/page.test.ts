import { readFileSync } from "node:fs";
import { BUDGET } from "../../registry/cost-step.js";
import { NOTICE } from "../../registry/notice.js";
import { command } from "../../registry/options.js";
import { UNSIZED_LIST } from "../../registry/demand.js";

const PAGE = readFileSync("docs/registry.md", "utf8");

test("the page names every option, with what stands for one that is left out", () => {
  const rows = [...PAGE.matchAll(/^\| `(--.+?)` +\|.*\| (.+?) +\|$/gm)].map(([, flags, instead]) => [flags, instead]);
  const options = command("schema:check", "").options.map(({ flags, defaultValue }) => [
    flags,
    defaultValue === false ? "print it for people" : `\`${String(defaultValue)}\``,
  ]);
  expect(rows).toEqual(options);
});

test("the page states the budget, the notice and the length of lists", () => {
  expect(PAGE).toContain(`more than ${BUDGET.toLocaleString("en")}`);
  expect(PAGE).toContain(`${NOTICE} days away`);
  expect(PAGE).toContain(`and ${UNSIZED_LIST} where nothing is said`);
});
