import { countryOf, parseRegion, regionNamed } from "../../src/policy/regions.js";

test.each(["BR", "US", "US-CA", "GB-ENG", "DE-BY", "XK"])("`%s` is a region", (code) => {
  expect(parseRegion(code)).toBe(code);
});

test.each([
  "",
  "us",
  "US-ca",
  "US-CX",
  "UK",
  "EU",
  "ZZ",
  "XX",
  "USA",
  "US-",
  "-CA",
  "US-CA ",
  "California",
  "__proto__",
  "WORLD",
])("`%s` is none", (text) => {
  expect(parseRegion(text)).toBeNull();
});

test.each([
  ["US-CA", "US"],
  ["GB-ENG", "GB"],
  ["BR", "BR"],
])("`%s` is in `%s`", (code, country) => {
  const region = parseRegion(code);
  expect(region && countryOf(region)).toBe(country);
});

test.each([
  ["UK", "GB"],
  ["Brazil", "BR"],
  ["california", "US-CA"],
  ["Atlantis", null],
])("who writes `%s` means `%s`", (name, code) => {
  expect(regionNamed(name)).toBe(code);
});
