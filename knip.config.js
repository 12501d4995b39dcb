const isProduction = process.argv.includes("--production");

export default {
  entry: [
    "src/main.ts!",
    "src/server/policy-admission-process.ts!",
    "src/cli/main.ts!",
    "bench/{run,contender}.ts",
    "house/*.{ts,js}",
    "registry/{check,publish,write-api-schema}.ts",
  ],
  project: ["src/**/*.ts!", "{test,documentdb,bench,house,registry,examples}/**/*.ts"],
  // jest hands these two to tsx as text.
  ignoreIssues: { "documentdb/database-of-test-run.ts": ["exports"] },
  // Parts of Debian's util-linux and coreutils.
  ignoreBinaries: ["setpriv", "sha256sum"],
  // A part may be exported so that its test reaches it, as long as its own file uses it too; in the whole project
  // an export that no other file imports says `export` for nothing.
  ignoreExportsUsedInFile: isProduction || { interface: true, type: true },
};
