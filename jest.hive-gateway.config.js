import { project } from "./jest.config.js";

/** The tests behind Hive Gateway, apart from the others: they install it first, 500 MB. `npm run test:hive-gateway`. */
export default {
  ...project,
  displayName: "hive-gateway",
  testMatch: ["<rootDir>/test/hive-gateway/**/*.test.ts"],
  // A list of 1,000 takes it a second or two, on a machine that has nothing else to do.
  testTimeout: 60_000,
};
