import { ESLint } from "eslint";
import { Kind, getLocation, visit, type DirectiveNode } from "graphql";
import { ran, type Finding, type StepResult } from "./finding.js";
import { removalDate } from "./removal-date.js";
import { plain, type Subgraph } from "./subgraph.js";

const ROOT = new URL("../", import.meta.url).pathname;
/** The file that eslint.config.js has the rules for; a schema elsewhere is held to the same ones. */
const CONTRACT = `${ROOT}schema.graphql`;

/** eslint.config.js names the file from the folder of this project; a check may run in another. */
const FROM_ANYWHERE = {
  files: ["schema.graphql"],
  languageOptions: { parserOptions: { graphQLConfig: { schema: CONTRACT } } },
};

/** Lints a schema: descriptions, names, and deprecations that say why and from when. */
export async function lintStep(subgraph: Subgraph): Promise<StepResult> {
  const findings = [...(await styleOf(subgraph)), ...undatedDeprecations(subgraph)];
  return ran("lint", "descriptions, names, deprecations", findings);
}

/** What the rules of eslint.config.js say. */
async function styleOf({ source }: Subgraph): Promise<readonly Finding[]> {
  const eslint = new ESLint({ cwd: ROOT, overrideConfig: [FROM_ANYWHERE] });
  const results = await eslint.lintText(source.body, { filePath: CONTRACT });
  return results
    .flatMap(({ messages }) => messages)
    .map(({ message, line, column, severity }) => ({
      level: severity === 2 ? "error" : "warning",
      message: plain(message),
      at: { file: source.name, line, column },
    }));
}

/** Everything deprecated says from when it is gone; without a reason, a rule of ESLint speaks. */
function undatedDeprecations({ source, typeDefs }: Subgraph): readonly Finding[] {
  const findings: Finding[] = [];
  visit(typeDefs, {
    Directive(node) {
      const reason = node.name.value === "deprecated" ? reasonOf(node) : null;
      if (reason === null || removalDate(reason) !== null) return;
      const start = node.loc ? getLocation(source, node.loc.start) : { line: 1, column: 1 };
      findings.push({
        level: "error",
        message: "say from when it is gone, in the reason: `Removed on YYYY-MM-DD.`",
        at: { file: source.name, ...start },
      });
    },
  });
  return findings;
}

function reasonOf(directive: DirectiveNode): string | null {
  const value = directive.arguments?.find(({ name }) => name.value === "reason")?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}
