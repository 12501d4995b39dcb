import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { SHIPPED_POLICY } from "../../src/cli/policy-argument.js";
import { runCommand } from "./command-run.js";

type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a page, in its order. */
function elementsOf(page: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!("tagName" in child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(parse(page));
  return found;
}

function attribute({ attrs }: Element, name: string): string | null {
  return attrs.find((one) => one.name === name)?.value ?? null;
}

function textOf(element: DefaultTreeAdapterTypes.ParentNode): string {
  return element.childNodes
    .map((node) => ("value" in node ? node.value : "childNodes" in node ? textOf(node) : ""))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

const AT = ["--at", "2026-11-22"] as const;
const shipped = await runCommand("report", ...AT);
const elements = elementsOf(shipped.out);
const named = (tag: string): readonly Element[] => elements.filter(({ tagName }) => tagName === tag);

/** The first element of a kind. */
function the(tag: string): Element {
  const [first] = named(tag);
  if (!first) throw new Error(`the page has no <${tag}>`);
  return first;
}

describe("the page of the shipped rules", () => {
  test("is made without a word on stderr, and opens fast", () => {
    expect(shipped).toMatchObject({ code: 0, err: "" });
    expect(shipped.out.length).toBeLessThan(1_000_000);
  });

  test("asks for nothing: no script, no address but those that a reader follows", () => {
    expect(elements.filter(({ tagName }) => /^(script|link|img|iframe|object|embed|form|base)$/.test(tagName))).toEqual(
      [],
    );
    const loading = elements.filter((one) =>
      ["src", "srcset", "action", "background"].some((name) => attribute(one, name)),
    );
    expect(loading).toEqual([]);
    expect(textOf(the("style"))).not.toMatch(/url\(|@import/);
  });

  test("names its language, its revision and its day", () => {
    expect(attribute(the("html"), "lang")).toBe("en");
    expect(textOf(the("h1"))).toMatch(/2026-/);
    expect(textOf(the("dl"))).toMatch(/November 22, 2026.*[0-9a-f]{64}/);
  });

  test("is a page for everybody: one title, headings in steps, tables with scopes, places to scroll by keyboard", () => {
    const levels = elements.flatMap(({ tagName }) => (/^h\d$/.test(tagName) ? [Number(tagName[1])] : []));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(named("th").filter((one) => !/^(row|col)$/.test(attribute(one, "scope") ?? ""))).toEqual([]);
    const scrolling = elements.filter((one) => attribute(one, "class") === "scroll");
    expect(scrolling).toHaveLength(named("table").length);
    expect(
      scrolling.filter(
        (one) =>
          attribute(one, "tabindex") !== "0" || !(attribute(one, "aria-label") ?? attribute(one, "aria-labelledby")),
      ),
    ).toEqual([]);
  });

  test("has an anchor for each of its own links, and no anchor twice", () => {
    const ids = elements.flatMap((one) => attribute(one, "id") ?? []);
    const targets = named("a")
      .flatMap((one) => attribute(one, "href") ?? [])
      .filter((href) => href.startsWith("#"));
    expect(new Set(ids).size).toBe(ids.length);
    expect(targets.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
  });

  test("has a line for each item in the table of each group of regions, as wide as the ages", () => {
    const tables = elements.filter((one) => attribute(one, "class") === "group").map((one) => elementsIn(one));
    expect(tables.length).toBeGreaterThan(10);
    for (const inside of tables) {
      const lines = inside.filter(({ tagName }) => tagName === "tr").map((line) => elementsIn(line));
      const width = lines.map((cells) => cells.reduce((sum, one) => sum + widthOf(one), 0));
      expect(lines).toHaveLength(1 + 24);
      expect(new Set(width).size).toBe(1);
    }
  });

  test.each([
    ["Live streaming under 18 and its source", /under 18.*Not available.*live-18/],
    ["the guardian's way in Texas", /Approve for your teen: Account: Available/],
    [
      "an adult in California who is not proven, from 2027",
      /January 1, 2027.*18 and over, while nobody vouches for the age.*US-CA/,
    ],
    ["India's day", /May 13, 2027.*IN.*in-dpdp-consent/],
    ["a court's word", /us-va-sb854.*2026-01-01: in force ?2026-02-27: enjoined/],
  ])("says: %s", (_, words) => {
    expect(textOf(the("main"))).toMatch(words);
  });

  test("links each law", () => {
    const links = named("a").flatMap((one) => attribute(one, "href") ?? []);
    expect(links).toEqual(expect.arrayContaining(["https://www.flsenate.gov/Session/Bill/2024/3"]));
    expect(links.filter((href) => !/^(#|https:\/\/)/.test(href))).toEqual([]);
  });
});

test("only the regions that were asked for, on the day that was asked for", async () => {
  const { out } = await runCommand("report", "--at", "2027-05-13", "--region", "IN", "US-OR");
  const headings = elementsOf(out)
    .filter(({ tagName }) => tagName === "h3")
    .map(textOf);

  expect(headings).toEqual(expect.arrayContaining(["India", "The rest of United States"]));
  expect(headings).not.toContain("Australia");
  expect(out).not.toContain("day-2027-05-13");
});

test("words of policy files are text, whatever they are", async () => {
  const folder = await mkdtemp(join(tmpdir(), "policy-"));
  try {
    await cp(SHIPPED_POLICY, folder, { recursive: true });
    const file = join(folder, "laws/au-smma.yaml");
    const law = await readFile(file, "utf8");
    await writeFile(file, law.replace(/title: ".*"/, `title: "<script>alert('law')</script> & \\"Act\\""`));
    const { out } = await runCommand("report", folder, ...AT, "--region", "AU");
    const page = elementsOf(out);

    expect(page.filter(({ tagName }) => tagName === "script")).toEqual([]);
    expect(page.filter(({ tagName }) => tagName === "a").map(textOf)).toContain(
      `<script>alert('law')</script> & "Act"`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("--out writes the page to a file and nothing to the terminal", async () => {
  const folder = await mkdtemp(join(tmpdir(), "report-"));
  try {
    const file = join(folder, "report.html");
    expect(await runCommand("report", ...AT, "--region", "AU", "--out", file)).toEqual({ code: 0, out: "", err: "" });
    expect(await readFile(file, "utf8")).toMatch(/^<!doctype html>/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test.each<[args: readonly string[], code: number, message: string]>([
  [["--at", "tomorrow"], 2, "`--at tomorrow` is not a day"],
  [["--at", "2018-01-01"], 2, "the rules cover 2019-03-01 to 2099-12-31"],
  [["--at", "2100-01-01"], 2, "the rules cover"],
  [["--region", "XX"], 2, "`--region XX` is not a place of ISO 3166"],
  [["--out", "/nowhere/at/all.html", "--region", "AU"], 2, "cannot be written: ENOENT"],
  [["/nowhere"], 3, "cannot be read"],
])("report %j ends with %i", async (args, code, message) => {
  expect(await runCommand("report", ...args)).toMatchObject({ code, out: "", err: expect.stringContaining(message) });
});

function elementsIn({ childNodes }: Element): readonly Element[] {
  return childNodes.flatMap((node) =>
    !("tagName" in node)
      ? []
      : /^(td|th)$/.test(node.tagName)
        ? [node]
        : node.tagName === "tr"
          ? [node]
          : elementsIn(node),
  );
}

function widthOf(cell: Element): number {
  return Number(attribute(cell, "colspan") ?? 1);
}
