import { didYouMean } from "../did-you-mean.js";
import type { Item } from "../item.js";
import type { PolicyDocuments, Rule, RuleId, RuleStatus, SourcePlace } from "../rule.js";
import type { Texts } from "../texts/texts.js";
import type { Invariant } from "../proof/invariant.js";
import { inOrder, type PolicyProblem, type PolicySource } from "./policy-problem.js";
import { readOwnReasonTexts } from "./read-own-reason-texts.js";
import { readCatalogue } from "./read-catalogue.js";
import { checkUnknownReadings, readInvariants } from "./read-invariants.js";
import { readRules } from "./read-rules.js";
import { readTexts } from "./read-texts.js";
import { deploymentShape } from "./rules-shape.js";
import { readShape, within } from "./shape-problems.js";
import { readYaml, type YamlSource } from "./yaml-source.js";

/** A policy read from its files, or everything that is wrong with them, in order of file, line and column. */
export type ReadPolicy =
  | {
      readonly ok: true;
      readonly documents: PolicyDocuments;
      readonly texts: Texts;
      /** In the order in which they are written. */
      readonly invariants: readonly Invariant[];
      /** What the catalogue calls this revision; null: it has no name. */
      readonly revision: string | null;
      /** Where the catalogue declares an item. */
      readonly placeOf: (item: Item) => SourcePlace;
    }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The files of a policy folder that hold the policy itself, as patterns of paths inside it. */
export const POLICY_FILES = {
  catalogue: /^catalogue\.yaml$/,
  deployment: /^deployment\.yaml$/,
  rules: /^(platform|laws\/[^/]+)\.yaml$/,
  invariants: /^invariants\.yaml$/,
  texts: /^texts\/[^/]+\.yaml$/,
} as const;

/**
 * Reads the files of a policy: `catalogue.yaml`, `platform.yaml`, any `laws/*.yaml` and `texts/*.yaml`, and
 * `deployment.yaml` and `invariants.yaml` where there are such. Their order makes no difference. Every problem of every file is reported; none of it throws.
 */
export function readPolicy(sources: readonly PolicySource[]): ReadPolicy {
  const files = [...sources].sort((a, b) => (a.file < b.file ? -1 : 1)).map(readYaml);
  const [catalogueFile, deploymentFile] = [POLICY_FILES.catalogue, POLICY_FILES.deployment].map((pattern) =>
    files.find(({ file }) => pattern.test(file)),
  );
  const rulesFiles = files.filter(({ file }) => POLICY_FILES.rules.test(file));
  const missing = ["catalogue.yaml", "platform.yaml"].filter((name) => !files.some(({ file }) => file === name));
  const problems: PolicyProblem[] = missing.map((file) => ({
    place: { file, line: 1, column: 1 },
    message: `\`${file}\` is missing`,
  }));

  const { catalogue, vocabulary, revision } =
    catalogueFile?.value === undefined ? NOTHING : readCatalogue(catalogueFile);
  const rules = rulesFiles.flatMap((file) => (file.value === undefined ? [] : readRules(file, vocabulary)));
  problems.push(...duplicates(rules));
  const deployment = readDeployment(deploymentFile, rules);

  const invariantsFile = files.find(({ file }) => POLICY_FILES.invariants.test(file));
  const invariants = invariantsFile?.value === undefined ? [] : readInvariants(invariantsFile, vocabulary);
  if (catalogue && catalogueFile)
    checkUnknownReadings(catalogue, invariants, catalogueFile.report, invariantsFile?.report ?? catalogueFile.report);

  const textFiles = files.filter(({ file }) => POLICY_FILES.texts.test(file));
  const texts = catalogue ? readTexts(textFiles, catalogue.items, rules) : null;

  problems.push(...files.flatMap((file) => file.problems));
  if (problems.length > 0 || !catalogue || !texts) return { ok: false, problems: inOrder(problems) };
  const placeOf = ({ kind, key }: Item): SourcePlace =>
    catalogueFile?.placeOf([`${kind}s`, key]) ?? { file: "catalogue.yaml", line: 1, column: 1 };
  const declaredAt = new Map(catalogue.items.map((item) => [item.key, placeOf(item)]));
  const ownReasonTexts = readOwnReasonTexts(textFiles, catalogue.items);
  return {
    ok: true,
    documents: { catalogue, rules, ...deployment, declaredAt, ownReasonTexts },
    texts,
    invariants,
    revision,
    placeOf,
  };
}

const NOTHING = { catalogue: null, vocabulary: null, revision: null };

/** A rule's id is unique over all files; of two, the later is reported. */
function duplicates(rules: readonly Rule[]): readonly PolicyProblem[] {
  const first = new Map<RuleId, Rule>();
  return rules.flatMap((rule) => {
    const other = first.get(rule.id);
    if (!other) first.set(rule.id, rule);
    return other
      ? [
          {
            place: rule.place,
            message: `\`${rule.id}\` is already the id of a rule, at ${other.place.file}:${other.place.line}`,
          },
        ]
      : [];
  });
}

function readDeployment(
  source: YamlSource | undefined,
  rules: readonly Rule[],
): Pick<PolicyDocuments, "complyAnyway" | "takeAsConfirmed" | "reviewEvery"> {
  const written = source?.value === undefined ? null : readShape(deploymentShape, source.value, source.report);
  const read = (word: "comply anyway" | "take as confirmed", status: RuleStatus): ReadonlySet<RuleId> =>
    new Set(
      (written?.[word] ?? []).flatMap((id, index) => {
        const rule = rules.find((known) => known.id === id);
        const report = within(source?.report ?? (() => undefined), word, index);
        if (!rule)
          report(
            [],
            `\`${id}\` is not the id of a rule${didYouMean(
              id,
              rules.map((known) => known.id),
            )}`,
          );
        else if (!rule.timeline.some((entry) => entry.status === status))
          report([], `\`${id}\` is never ${status}: leave it out`);
        return rule ? [rule.id] : [];
      }),
    );
  const months = written?.["review every"]?.split(" ")[0];
  return {
    complyAnyway: read("comply anyway", "enjoined"),
    takeAsConfirmed: read("take as confirmed", "unconfirmed"),
    reviewEvery: months === undefined ? null : Number(months),
  };
}
