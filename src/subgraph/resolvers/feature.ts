import { FEATURE_LEVELS, type Feature } from "../../policy/item.js";
import { FEATURE_LEVEL } from "../engine-words.js";
import type { Resolvers } from "../generated/resolvers-types.js";
import type { ItemAnswer } from "../person.js";
import { localeFor } from "../wording.js";
import { answerFields, readerOf } from "./answer.js";

/** Resolvers of features and their limits. */
export const features: Pick<Resolvers, "SafetyFeatureDecision" | "SafetyFeatureLimit"> = {
  SafetyFeatureDecision: {
    ...answerFields,
    access: (of) => FEATURE_LEVEL[levelOf(of)],
    allowed: (of) => levelOf(of) === "ALLOWED",
    limits: (of) => (levelOf(of) === "LIMITED" ? [of] : []),
  },
  SafetyFeatureLimit: {
    code: (of) => limitedOf(of).code,
    text: (of, { reader, locale }, context) =>
      context.served.texts.limit(featureOf(of), readerOf(of.person, reader), localeFor(context, locale)),
  },
};

function levelOf({ item, answer }: ItemAnswer) {
  const level = typeof answer.value === "number" ? FEATURE_LEVELS[answer.value] : undefined;
  if (level === undefined) throw new TypeError(`\`${item.key}\` has no level of access`);
  return level;
}

function featureOf({ item }: ItemAnswer): Feature {
  if (item.kind !== "feature") throw new TypeError(`\`${item.key}\` is no feature`);
  return item;
}

function limitedOf(of: ItemAnswer) {
  const { key, limited } = featureOf(of);
  if (limited === null) throw new TypeError(`\`${key}\` does not say what holds while it is limited`);
  return limited;
}
