import comments from "@eslint-community/eslint-plugin-eslint-comments/configs";
import js from "@eslint/js";
import graphql from "@graphql-eslint/eslint-plugin";
import { defineConfig, globalIgnores } from "eslint/config";
import jest from "eslint-plugin-jest";
import jsdoc from "eslint-plugin-jsdoc";
import typescript from "typescript-eslint";

const PURE = "src/policy is pure: the same arguments always give the same answer";
const CLOCK = `${PURE}; take the instant as an argument`;
const OUTSIDE = `${PURE}; it knows nothing of the process or the network`;
const LOCALE = `${PURE}; this one depends on the machine's locale`;

const NAMED_EXPORT = {
  selector: "ExportDefaultDeclaration",
  message: "export by name, so that a thing has one name everywhere and its file can be found by it",
};

export default defineConfig(
  globalIgnores(["dist/", "coverage/", "**/generated/", "**/*.generated.ts"]),
  { linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" } },

  {
    files: ["**/*.ts", "**/*.js", "**/*.mjs"],
    extends: [js.configs.recommended, comments.recommended],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "object-shorthand": "error",
      // A rule that is switched off says why, in the same line.
      "@eslint-community/eslint-comments/require-description": ["error", { ignore: ["eslint-enable"] }],
    },
  },

  {
    files: ["**/*.ts"],
    extends: [typescript.configs.strictTypeChecked, typescript.configs.stylisticTypeChecked],
    rules: {
      "no-restricted-syntax": ["error", NAMED_EXPORT],
      "@typescript-eslint/consistent-type-imports": "error",
      // A `default` is an answer too, for the long unions of libraries; over our own it says `satisfies never`.
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // A number in a message reads as one expects; anything else that is not text needs to say how it is written.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => store.close()` is a good way to pass a closing step.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // A promise per interface: stores and loaders fulfil async contracts also where they have nothing to wait for.
      "@typescript-eslint/require-await": "off",
      // `_` marks a parameter that a signature demands and this function does not use.
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },

  {
    files: ["**/*.js", "**/*.mjs"],
    extends: [typescript.configs.base, typescript.configs.disableTypeChecked],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },

  {
    name: "what the service's own code promises",
    files: ["src/**/*.ts"],
    plugins: { jsdoc },
    rules: {
      // Whoever calls a thing reads its promise where it is declared, not its body.
      "jsdoc/require-jsdoc": [
        "error",
        {
          publicOnly: true,
          enableFixer: false,
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: [
            "TSInterfaceDeclaration",
            "TSTypeAliasDeclaration",
            "ExportNamedDeclaration > VariableDeclaration",
            "ClassBody > MethodDefinition[accessibility!='private']",
          ],
          checkConstructors: false,
        },
      ],
      // Types say the types.
      "jsdoc/no-types": "error",
      "no-restricted-properties": [
        "error",
        {
          object: "process",
          property: "env",
          message: "only src/config.ts reads the environment; ask for a field of the configuration",
        },
      ],
      "no-restricted-imports": [
        "error",
        {
          paths: [
            { name: "node:process", message: "use the global `process`, so that the rules about it hold" },
            { name: "process", message: "use the global `process`, so that the rules about it hold" },
          ],
        },
      ],
    },
  },

  {
    name: "the only reader of the environment",
    files: ["src/config.ts"],
    rules: { "no-restricted-properties": "off" },
  },

  {
    name: "the pure step at the bottom of the stairs",
    files: ["src/policy/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "Date", message: CLOCK },
        { name: "performance", message: CLOCK },
        { name: "setTimeout", message: CLOCK },
        { name: "setInterval", message: CLOCK },
        { name: "setImmediate", message: CLOCK },
        { name: "process", message: OUTSIDE },
        { name: "globalThis", message: OUTSIDE },
        { name: "global", message: OUTSIDE },
        { name: "console", message: OUTSIDE },
        { name: "fetch", message: OUTSIDE },
        { name: "require", message: OUTSIDE },
        { name: "Buffer", message: `${PURE}, in any runtime; Buffer is Node's` },
        { name: "crypto", message: `${PURE}; nothing in it is random` },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: `${PURE}; nothing in it is random` },
        { object: "Temporal", property: "Now", message: CLOCK },
        { property: "localeCompare", message: LOCALE },
        { property: "toLocaleString", message: LOCALE },
        { property: "toLocaleLowerCase", message: LOCALE },
        { property: "toLocaleUpperCase", message: LOCALE },
      ],
      "no-restricted-syntax": [
        "error",
        NAMED_EXPORT,
        { selector: "MetaProperty[meta.name='import']", message: OUTSIDE },
        { selector: "ImportExpression", message: `${PURE}; what it imports is known before it runs` },
      ],
    },
  },

  {
    name: "programs that speak to a terminal",
    files: ["src/cli/**/*.ts", "house/**", "registry/**", "bench/**", "documentdb/**/*.ts", "examples/**"],
    rules: { "no-console": "off" },
  },

  {
    name: "tests",
    files: ["test/**/*.ts"],
    extends: [jest.configs["flat/recommended"]],
    rules: {
      // A test that is left out or singled out is a hole that nobody sees.
      "jest/no-disabled-tests": "error",
      "jest/no-focused-tests": "error",
      // Tests may check through a function named for what it expects, or through a property.
      "jest/expect-expect": ["error", { assertFunctionNames: ["expect", "expect*", "fc.assert", "assert*"] }],
      // The data of a response is whatever its query asked for; a test that takes it for something else fails.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // What a test has no use for may do nothing.
      "@typescript-eslint/no-empty-function": "off",
      // Tables often say in one branch what another row does not have.
      "jest/no-conditional-expect": "off",
      // Names of cases come from tables.
      "jest/valid-title": ["error", { ignoreTypeOfTestName: true, ignoreTypeOfDescribeName: true }],
    },
  },

  {
    name: "hooks that jest loads by their default export",
    files: ["documentdb/jest-*"],
    rules: { "no-restricted-syntax": "off" },
  },

  {
    name: "the contract",
    files: ["schema.graphql"],
    plugins: { "@graphql-eslint": graphql },
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: "schema.graphql" } } },
    rules: {
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
      "@graphql-eslint/naming-convention": [
        "error",
        {
          types: "PascalCase",
          FieldDefinition: "camelCase",
          InputValueDefinition: "camelCase",
          Argument: "camelCase",
          DirectiveDefinition: "camelCase",
          EnumValueDefinition: "UPPER_CASE",
        },
      ],
      "@graphql-eslint/require-deprecation-reason": "error",
      "@graphql-eslint/no-hashtag-description": "error",
      "@graphql-eslint/unique-enum-value-names": "error",
      "@graphql-eslint/no-typename-prefix": "error",
    },
  },
);
