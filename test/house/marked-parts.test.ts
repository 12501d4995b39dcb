import { table, withParts } from "../../house/marked-parts.js";

const DOCUMENT = `# Running

<!-- generated: ages -->

old

<!-- end of ages -->

By hand.
`;

describe("withParts", () => {
  test("replaces the part and nothing else", () => {
    expect(withParts(DOCUMENT, { ages: "13, 16, 18\n" })).toBe(DOCUMENT.replace("old", "13, 16, 18"));
  });

  test("changes nothing the second time", () => {
    const once = withParts(DOCUMENT, { ages: "13, 16, 18" });

    expect(withParts(once, { ages: "13, 16, 18" })).toBe(once);
  });

  test.each([
    ["the opening", DOCUMENT.replace("<!-- generated: ages -->", "")],
    ["the closing", DOCUMENT.replace("<!-- end of ages -->", "")],
  ])("refuses a document without %s marker", (_which, document) => {
    expect(() => withParts(document, { ages: "13" })).toThrow(
      "the document has no part between `<!-- generated: ages -->` and `<!-- end of ages -->`",
    );
  });
});

test("a table keeps a bar inside its cell", () => {
  expect(table(["value", "meaning"], [["A|B", "either"]])).toBe(
    "| value | meaning |\n| --- | --- |\n| A\\|B | either |",
  );
});
