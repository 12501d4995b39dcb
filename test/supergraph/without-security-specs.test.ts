import { ApolloGateway } from "@apollo/gateway";
import { buildASTSchema, parse } from "graphql";
import { ACCOUNTS_SDL } from "../../examples/supergraph/accounts.js";
import { composeSupergraph } from "../../examples/supergraph/compose.js";
import { withoutSecuritySpecs } from "../../examples/supergraph/without-security-specs.js";
import { CONTRACT } from "../../src/subgraph/schema.js";
import { SAFETY } from "./supergraph-under-test.js";

const compose = (accounts = ACCOUNTS_SDL): string =>
  composeSupergraph([
    { name: "accounts", url: "http://accounts.example", sdl: accounts },
    { name: SAFETY, url: "http://youth-safety.example", sdl: CONTRACT },
  ]);

test("Apollo Gateway refuses the supergraph as it is composed, and takes it without the security specs", async () => {
  const logger = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const refused = new ApolloGateway({ supergraphSdl: compose(), logger });
  await expect(refused.load()).rejects.toThrow(/SECURITY/);
  const taken = new ApolloGateway({ supergraphSdl: withoutSecuritySpecs(compose()), logger });
  const { schema } = await taken.load();
  expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).toContain("safetyUsers");
  await taken.stop();
});

test("nothing else is taken off", () => {
  const before = compose();
  const after = withoutSecuritySpecs(before);
  expect(after).not.toMatch(/@authenticated|@requiresScopes|for: SECURITY|requiresScopes__/);
  for (const kept of ["@tag", "@listSize", "@cost", "@join__type", "for: EXECUTION"]) {
    expect(after.split(kept)).toHaveLength(before.split(kept).length);
  }
  const typesOf = (sdl: string) => Object.keys(buildASTSchema(parse(sdl), { assumeValidSDL: true }).getTypeMap());
  expect(typesOf(after)).toEqual(typesOf(before).filter((name) => !name.startsWith("requiresScopes__")));
});

test("a spec that is linked by another name is taken off by that name", () => {
  const renamed = compose().replace(
    /@link\(url: "https:\/\/specs.apollo.dev\/authenticated\/v0.1", for: SECURITY\)/,
    '@link(url: "https://specs.apollo.dev/authenticated/v0.1", as: "signedIn", for: SECURITY)',
  );
  const after = withoutSecuritySpecs(renamed.replaceAll("@authenticated", "@signedIn"));
  expect(after).not.toMatch(/signedIn|SECURITY\)/);
});
