/** Which folder may know which: the stairs `subgraph -> profiles -> policy`, walked one way. Every rule says why. */
const ABOVE = "^src/(main|config|server[^/]*|policy-(folder|admission)|cli/)";
const OWN = ["src", "test", "documentdb", "bench", "house", "registry", "examples"];
const POLICY_PACKAGES = ["temporal-polyfill", "yaml", "zod", "fastest-levenshtein", "iso-3166", "intl-messageformat"];

export default {
  forbidden: [
    {
      name: "policy-imports-itself-alone",
      comment:
        "the rules are decided without knowing where facts come from or who asks; that keeps them testable and true",
      severity: "error",
      from: { path: "^src/policy/" },
      to: { path: "^src/", pathNot: "^src/policy/" },
    },
    {
      name: "policy-is-pure",
      comment:
        "a node built-in (files, network, clock, randomness) would make an answer depend on more than its question",
      severity: "error",
      from: { path: "^src/policy/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "policy-has-few-packages",
      comment: `what decides about children is small enough to audit: ${POLICY_PACKAGES.join(", ")}; a new one needs a decision in docs/decisions`,
      severity: "error",
      from: { path: "^src/policy/" },
      to: { path: "node_modules/", pathNot: `node_modules/(${POLICY_PACKAGES.join("|")})/` },
    },
    {
      name: "profiles-do-not-climb",
      comment: "what we know about a person does not depend on how the graph shows it",
      severity: "error",
      from: { path: "^src/profiles/" },
      to: { path: "^src/", pathNot: "^src/(profiles|policy)/" },
    },
    {
      name: "subgraph-does-not-climb",
      comment: "the graph is given its configuration, policy and stores; it does not fetch them",
      severity: "error",
      from: { path: "^src/subgraph/" },
      to: { path: "^src/", pathNot: "^src/(subgraph|profiles|policy)/" },
    },
    {
      name: "nothing-imports-the-top",
      comment:
        "main, server, config, policy-folder, policy-admission and cli put the rooms together; a room that imports them could not stand alone",
      severity: "error",
      from: { path: "^src/", pathNot: ABOVE },
      to: { path: ABOVE },
    },
    {
      name: "only-the-start-starts",
      comment: "only main starts the service; a command that needs a part of it imports the part",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/main\\.ts$" },
      to: { path: "^src/main\\.ts$" },
    },
    {
      name: "production-ships-alone",
      comment: "the image holds src and nothing beside it: tests, benchmarks and the development database stay out",
      severity: "error",
      from: { path: "^src/" },
      to: { path: OWN.filter((folder) => folder !== "src").map((folder) => `^${folder}/`) },
    },
    {
      name: "production-needs-no-dev-dependency",
      comment: "devDependencies are not installed in the image",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "packages-are-declared",
      comment: "a package that only another package brings along can vanish with the next install",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "imports-resolve",
      comment: "an import that cannot be found hides from every other rule here",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-cycles",
      comment: "two files that need each other are one file, or hide a third",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-orphans",
      comment: "a source that nothing imports is dead, or waits for a future that may not come",
      severity: "error",
      from: { orphan: true, path: "^src/" },
      to: {},
    },
    {
      name: "rooms-say-what-they-are-about",
      comment: "a file called utils, helpers or common is about nothing, and so grows without end",
      severity: "error",
      from: {},
      to: {
        path: ["utils?", "helpers?", "common", "misc", "shared"].map((name) => `(^|/)${name}[/.]`),
        pathNot: "node_modules/",
      },
    },
    {
      name: "files-are-named-in-kebab-case",
      comment: "one way to write a name finds it on every file system",
      severity: "error",
      from: {},
      to: { path: OWN.map((folder) => `^${folder}/.*[A-Z_]`) },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // A package of its own, whose dependencies are installed only where its tests run.
    exclude: { path: "^examples/hive-gateway/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      // Some packages hold types alone.
      mainFields: ["module", "main", "types", "typings"],
    },
  },
};
