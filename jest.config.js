/** What every project of tests has in common. */
export const project = {
  roots: ["<rootDir>/test"],
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  transform: {
    "\\.ts$": ["@swc/jest", { jsc: { parser: { syntax: "typescript" }, target: "es2023" }, module: { type: "es6" } }],
  },
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
};

/** Rooms whose tests ask no database, so that they run without waiting for one. */
const WITHOUT_DATABASE = ["policy", "policies", "subgraph", "server", "house", "registry", "operations", "supergraph"];

/** Tests with a configuration of their own. */
const APART = ["hive-gateway"];

export default {
  // A machine that is slow today is no reason to fail. Read here alone: a project's own is passed over.
  testTimeout: 30_000,
  // Every core works; the machine that checks has nothing else to do.
  maxWorkers: "100%",
  // Modules of a test file outlive it in the worker that ran it, so a worker is replaced when it has grown.
  workerIdleMemoryLimit: "700MB",
  projects: [
    {
      ...project,
      displayName: "pure",
      testMatch: [`<rootDir>/test/{${WITHOUT_DATABASE.join(",")}}/**/*.test.ts`],
    },
    {
      ...project,
      displayName: "database",
      testMatch: [
        `<rootDir>/test/!(${[...WITHOUT_DATABASE, ...APART].join("|")})/**/*.test.ts`,
        "<rootDir>/test/*.test.ts",
      ],
      globalSetup: "<rootDir>/documentdb/jest-global-setup.mjs",
      globalTeardown: "<rootDir>/documentdb/jest-global-teardown.mjs",
    },
  ],
};
