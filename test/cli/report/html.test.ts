import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { html } from "../../../src/cli/report/html.js";

const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `</style><style>*{display:none}`,
  `&lt;b&gt; &amp; &#60;`,
  `<!-- `,
  `\u0000\u2028${"<".repeat(50)}`,
];

test.each(HOSTILE)("%j stays text in an element and in an attribute", (text) => {
  const { childNodes } = parseFragment(html`<p title="${text}">${text}</p>`.markup);
  const [paragraph, ...rest] = childNodes as DefaultTreeAdapterTypes.Element[];

  // A parser drops the one sign that no page can hold.
  const readable = text.replaceAll("\u0000", "");
  expect(rest).toEqual([]);
  expect(paragraph?.attrs.map(({ value }) => value.replaceAll("\uFFFD", ""))).toEqual([readable]);
  expect(paragraph?.childNodes).toEqual([expect.objectContaining({ nodeName: "#text", value: readable })]);
});

test("markup and lists of it are taken as they are", () => {
  const letters = ["a", "<b>"].map((letter) => html`<b>${letter}</b>`);
  expect(html`<p>${letters}${7}</p>`.markup).toBe("<p><b>a</b><b>&lt;b&gt;</b>7</p>");
});
