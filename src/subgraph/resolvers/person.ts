import type { Instant } from "../../policy/calendar.js";
import type { RequestContext } from "../context.js";
import { fieldError } from "../errors.js";
import type { Resolvers } from "../generated/resolvers-types.js";
import { requestedValue } from "../guardian-acts.js";
import { graphId } from "../ids.js";
import type { ItemAnswer, Person } from "../person.js";
import { itemOf } from "../served-policy.js";
import { valueText } from "../value-text.js";
import { localeFor } from "../wording.js";

// Ten calendar years have at most 3,653 days.
const TEN_YEARS = 3_653 * 24 * 60 * 60 * 1_000;

/** Resolvers of a person, their pages of answers, and what guardians did about them. */
export const people: Pick<
  Resolvers,
  "User" | "SafetySettings" | "SafetyFeatureAccess" | "SafetyPreview" | "SafetyGuardianLimit" | "SafetyApproval"
> = {
  User: {
    // A fresh object: the library writes `__typename` on it. Asynchronous: a synchronous throw would null the whole response.
    __resolveReference: async ({ id }) => ({ id }),
    safetySettings: ({ id }, _, { people }) => people.now(id),
    featureAccess: ({ id }, _, { people }) => people.now(id),
    safetyPreview: async ({ id }, { at }, context) => context.people.at(id, previewInstant(at, context)),
  },
  SafetySettings: {
    id: ({ idScope }) => graphId("settings", idScope),
    version: ({ profile }) => String(profile?.revision ?? "none"),
    all: (person) => person.answersOf("setting"),
    validUntil: (person) => person.validUntil("setting"),
    policy: ({ served }) => served,
  },
  SafetyFeatureAccess: {
    id: ({ idScope }) => graphId("features", idScope),
    all: (person, { keys }) => (keys ? keys.map((key) => featureByKey(person, key)) : person.answersOf("feature")),
    validUntil: (person) => person.validUntil("feature"),
    policy: ({ served }) => served,
  },
  SafetyPreview: {
    id: ({ idScope }) => graphId("preview", idScope),
    at: ({ decisions }) => decisions.at,
    settings: (person) => person,
    features: (person) => person,
  },
  SafetyGuardianLimit: {
    id: ({ of, limit }) => graphId("limit", limit.id, of.person.userId),
    item: ({ of }) => of.item,
    value: ({ of, limit }) => valueText(of.item, limit.value),
    valueLabel: ({ of, limit }, { locale }, context) =>
      context.served.texts.value(of.item, limit.value, localeFor(context, locale)),
    setAt: ({ limit }) => limit.setAt,
    guardian: ({ of, limit }, _, context) => visibleGuardian(of.person, limit.guardian, context),
  },
  SafetyApproval: {
    id: ({ of, request }) => graphId("approval", request.id, of.person.userId),
    state: ({ of, request }) => of.person.stateOf(request),
    ward: ({ of }) => ({ id: of.person.userId }),
    item: ({ of }) => of.item,
    value: ({ of, request }) => valueText(of.item, requestedValue(of.item, request)),
    valueLabel: ({ of, request }, { locale }, context) =>
      context.served.texts.value(of.item, requestedValue(of.item, request), localeFor(context, locale)),
    requestedAt: ({ request }) => request.requestedAt,
    decidedAt: ({ request }) => request.decidedAt,
    decidedBy: ({ of, request }, _, context) => visibleGuardian(of.person, request.guardian, context),
    endsAt: ({ of, request }) => (of.person.sight.dates ? request.endsAt : null),
  },
};

function previewInstant(at: Instant, { now, served: { policy } }: RequestContext): Instant {
  if (Math.abs(at - now) > TEN_YEARS) {
    throw fieldError("BAD_USER_INPUT", "ask for an instant at most ten years from now");
  }
  if (at < policy.coverage.from || at >= policy.coverage.until) {
    throw fieldError("BAD_USER_INPUT", "no rules are recorded for that instant: ask for another");
  }
  return at;
}

function featureByKey(person: Person, key: string): ItemAnswer {
  const item = itemOf(person.served, key);
  if (item?.kind !== "feature")
    throw fieldError("BAD_USER_INPUT", `\`${key.slice(0, 64)}\` is not the key of a feature`);
  return person.answerOf(item);
}

/** Guardians do not learn of each other here; everyone else who may read does. */
function visibleGuardian({ sight }: Person, guardianId: string | null, { viewer }: RequestContext) {
  return guardianId === null || (sight.relation === "guardian" && viewer.id !== guardianId) ? null : { id: guardianId };
}
