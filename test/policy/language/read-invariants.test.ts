import { changed, placed, problemsIn, read, SMALL, type Change } from "./small-policy.js";

const FILE = "invariants.yaml";
const INVARIANTS = `invariants:
  - name: friends-16
    says: Under 16 friends comment.
    from: 2021-01-13
    when: { age: under 16 }
    always: { comments: { at most: FRIENDS } }
    except:
      - { where: US, because: it was decided so }
  - name: older
    says: Older is never stricter.
    promise: older is never stricter
    items: [comments]
    except:
      - { birthday: 16, because: it was decided so }
`;

function problemsAfter(...changes: readonly Change[]): readonly string[] {
  const files = { ...changed(...changes.filter(([file]) => file !== FILE)), [FILE]: INVARIANTS };
  for (const [file, from, to] of changes) {
    if (file !== FILE) continue;
    if (!files[FILE].includes(from)) throw new Error(`\`${from}\` is not in ${file}`);
    files[FILE] = files[FILE].replace(from, () => to);
  }
  return problemsIn(files);
}

test("invariants are read in their order, with the meaning of rules", () => {
  const policy = read({ ...SMALL, [FILE]: INVARIANTS });
  expect(policy.ok && policy.invariants).toMatchObject([
    {
      kind: "always",
      name: "friends-16",
      says: "Under 16 friends comment.",
      place: { file: FILE, line: 2, column: 11 },
      rule: {
        timeline: [{ from: 20210113, status: "in force" }],
        where: ["WORLD"],
        minus: ["US"],
        age: { kind: "under", age: 16 },
        effects: [{ item: "comments", cap: { value: 1, guardianMayAllow: null }, default: null }],
      },
    },
    {
      kind: "promise",
      name: "older",
      promise: "older is never stricter",
      items: [{ key: "comments" }],
      exceptions: [{ item: null, birthday: 16, fact: null, because: "it was decided so" }],
    },
  ]);
});

test("a policy need not have any", () => {
  const policy = read(SMALL);
  expect(policy.ok && policy.invariants).toEqual([]);
});

test.each<[from: string, to: string, problem: string]>([
  ["comments: { at", "coments: { at", `6:15: \`coments\` is not in the catalogue; did you mean \`comments\`?`],
  [
    "at most: FRIENDS",
    "at most: FREINDS",
    "6:36: `FREINDS` is not a value of `comments`: one of `NO_ONE`, `FRIENDS`, `EVERYONE`; did you mean `FRIENDS`?",
  ],
  [
    "under 16 }",
    "over 16 }",
    "5:18: `over 16` is not an age condition: write `under 16`, or `not proven 18` with `by: LEVEL`; conditions only point to the strict side",
  ],
  ["{ comments: { at most: FRIENDS } }", "{}", "6:5: `always` is empty: name an item and what holds for it"],
  ["from: 2021-01-13", "from: 2021-02-30", "4:11: `2021-02-30` is not a day of the calendar"],
  ["where: US, ", "where: UX, ", "8:18: `UX` is not a region or a bloc"],
  ["where: US, ", "where: WORLD, ", "8:7: these exceptions take away all of `where`: the rule would apply nowhere"],
  [
    "because: it was decided so }\n  - name",
    "becuse: it was decided so }\n  - name",
    "8:22: `becuse` is not used here; did you mean `because`?",
  ],
  ["name: older", "name: friends-16", "9:11: `friends-16` is already the name of an invariant"],
  ["promise: older is", "promise: oldr is", "11:14: `oldr is never stricter` is not a promise: one of "],
  ["items: [comments]", "items: [coments]", "12:13: `coments` is not in the catalogue; did you mean `comments`?"],
  ["{ birthday: 16, ", "{ fact: age, ", "14:11: `fact` goes with `unknown is never looser` only"],
  ["{ birthday: 16, ", "{ ", "14:9: this would give up the whole promise: name an `item`, a `birthday` or a `fact`"],
  ["    says: Older is never stricter.\n", "", "`says` is missing"],
])("a mistake is found where it stands: %s -> %s", (from, to, problem) => {
  expect(problemsAfter([FILE, from, to]).join("\n")).toContain(problem);
});

describe("another reading of what is unknown (F7)", () => {
  const fallback: Change = ["catalogue.yaml", "region: strictest", "region: «BR"];
  const country: Change = ["catalogue.yaml", "US: strictest", "US: «country"];
  const unknown = (fact: string): Change => [
    FILE,
    "promise: older is never stricter\n    items: [comments]\n    except:\n      - { birthday: 16,",
    `promise: unknown is never looser\n    except:\n      - { fact: ${fact},`,
  ];

  test.each([
    [fallback, "reading an unknown region as `BR` may be looser than what it could be"],
    [country, "reading `US` without a subdivision as the rest of the country may be looser than what it could be"],
  ])("is refused where no invariant lists it", (change, problem) => {
    const tell = "list it in `invariants.yaml`, as an exception of the promise `unknown is never looser`";
    expect(problemsAfter(change)).toEqual(placed([change], [`${problem}: ${tell}`]));
  });

  test.each([
    [fallback, "region"],
    [country, "subdivision"],
  ] as const)("is accepted where one does", (change, fact) => {
    expect(problemsAfter(change, unknown(fact))).toEqual([]);
  });

  test("is not listed in vain", () => {
    expect(problemsAfter(unknown("region")).join()).toContain("`fact: region` is an exception from nothing");
  });
});
