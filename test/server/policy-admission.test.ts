import { formatProblem } from "../../src/policy/language/policy-problem.js";
import type { Admission } from "../../src/policy-admission.js";
import { admitPolicy } from "../../src/policy-admission.js";
import { filesOfPolicy } from "../../src/policy-folder.js";
import { admissionOf, halfAnHour, HALF_AN_HOUR_HOLDS, platformAlone, written } from "./policy-folders.js";

const refusal = (admission: Admission) =>
  admission.ok ? null : [admission.step, ...admission.problems.map(formatProblem)];
const changed = (file: string, from: string, to: string) => {
  const files = platformAlone("tried");
  const text = files[file]?.replace(from, to);
  if (text === undefined || text === files[file]) throw new Error(`\`${from}\` is not in ${file}`);
  return { ...files, [file]: text };
};

test("the policy of this repository passes every step, and each is timed", async () => {
  const admission = admitPolicy(await filesOfPolicy("policies"));
  expect(refusal(admission)).toBeNull();
  expect(admission.steps.map(({ step }) => step)).toEqual(["read", "compile", "contract", "analyse", "prove", "test"]);
  expect(admission.steps.filter(({ ms }) => !(Number.isInteger(ms) && ms >= 0))).toEqual([]);
});

test("a policy whose cases hold passes without a word about them, one without cases with a warning", async () => {
  const aboutCases = (admission: Admission) =>
    admission.ok && admission.warnings.filter(({ place }) => place.file === "tests").map(formatProblem);
  const held = await admissionOf({ ...halfAnHour("tried"), "tests/time.yaml": HALF_AN_HOUR_HOLDS });
  expect(aboutCases(held)).toEqual([]);
  const untried = await admissionOf(platformAlone("tried"));
  expect(aboutCases(untried)).toEqual(["tests:1:1: no case says what this policy must answer: put some into `tests`"]);
});

test("what changes nothing is served, with a warning", async () => {
  const files = changed(
    "platform.yaml",
    "liveStreaming: { at most: DENIED } }",
    "liveStreaming: { at most: ALLOWED } }",
  );
  const admission = await admissionOf(files);
  expect(admission.ok && admission.warnings.map(formatProblem)).toContainEqual(
    expect.stringMatching(
      /^platform\.yaml:\d+:\d+: `live-16` only says that `liveStreaming` is open, and closes no gap/,
    ),
  );
});

describe("is refused, at the first step that finds something and with everything that it finds:", () => {
  test.each<[string, Readonly<Record<string, string>>, readonly (string | RegExp)[]]>([
    [
      "what cannot be read",
      { ...changed("platform.yaml", "when: {", "wehn: {"), "law.yaml": "x" },
      ["read", /^law\.yaml:1:1: /, /^platform\.yaml:\d+:\d+: `wehn` /],
    ],
    [
      "silence about somebody under age",
      changed("catalogue.yaml", "  autoplay: {", "  shuffle: { values: [OFF, ON], open: ON }\n  autoplay: {"),
      ["read", /^catalogue\.yaml:\d+:3: no rule says anything about `shuffle`/],
    ],
    [
      "an item that the graph has no field for",
      {
        ...changed("catalogue.yaml", "  autoplay: {", "  shuffle: { values: [OFF, ON], open: ON }\n  autoplay: {"),
        "laws/x.yaml":
          "layer: LAW\nlaw: { title: X }\nrules: [{ id: x, timeline: { 2019-03-01: in force }, when: { age: under 18 }, then: { shuffle: { default: OFF } } }]\n",
      },
      ["contract", "catalogue.yaml:1:1: `SafetySettings` has no field for `shuffle`: add it"],
    ],
    [
      "a rule that can never be in force",
      changed(
        "platform.yaml",
        "timeline: { 2022-11-23: in force }",
        "timeline: { 2022-11-23: in force, 2022-12-24: ended }\n    each year: { from: 06-01, until: 09-01 }",
      ),
      ["analyse", /^platform\.yaml:\d+:9: `live-18` is never in force: its season lies outside its timeline/],
    ],
    [
      "a case that does not hold",
      { ...platformAlone("tried"), "tests/time.yaml": HALF_AN_HOUR_HOLDS },
      ["test", /^tests\/time\.yaml:7:\d+: Half an hour a day \(Noor\), 2022-03-13: cap of `dailyScreenTime` is /],
    ],
    [
      "a case that cannot be read",
      { ...halfAnHour("tried"), "tests/time.yaml": HALF_AN_HOUR_HOLDS.replace("cases:", "csaes:") },
      ["test", /^tests\/time\.yaml:\d+:\d+: /],
    ],
    ["a folder without anything", {}, ["read", "catalogue.yaml:1:1: `catalogue.yaml` is missing", /platform/]],
  ])("%s", async (_, files, expected) => {
    const found = refusal(await admissionOf(files));
    expect(found?.slice(0, expected.length)).toEqual(
      expected.map((one) => (typeof one === "string" ? one : expect.stringMatching(one))),
    );
  });

  test("cases that are no text", async () => {
    const folder = written({ ...platformAlone("tried"), "tests/time.yaml": "" });
    const files = await filesOfPolicy(folder);
    const cases = { ...files.cases, files: [{ file: "tests/time.yaml", bytes: Uint8Array.of(0xff, 0xfe) }] };
    expect(refusal(admitPolicy({ ...files, cases }))?.slice(0, 2)).toEqual([
      "test",
      "tests/time.yaml:1:1: the file is not text in UTF-8: save it as UTF-8",
    ]);
  });
});
