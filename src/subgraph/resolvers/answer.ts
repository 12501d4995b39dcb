import type { ApprovalRequest } from "../../profiles/approval-request.js";
import { personUnlocks, type PersonApproval } from "../answer-parts.js";
import type { ItemAnswer, Person } from "../person.js";
import { LAYER, REASON, UNLOCK } from "../engine-words.js";
import type {
  Resolvers,
  SafetyFeatureDecisionResolvers,
  SafetyReader,
  SafetyReasonCode,
} from "../generated/resolvers-types.js";
import { graphId } from "../ids.js";
import { itemOf } from "../served-policy.js";
import { valueText } from "../value-text.js";
import { localeFor } from "../wording.js";

type AnswerField =
  | "id"
  | "key"
  | "label"
  | "decidedBy"
  | "alsoBoundBy"
  | "reason"
  | "minimumAge"
  | "availableFrom"
  | "unlocks"
  | "guardianLimits"
  | "approval"
  | "validUntil";

/** The fields of `SafetyAnswer`, for every type that implements it. */
export const answerFields: Required<Pick<SafetyFeatureDecisionResolvers, AnswerField>> = {
  id: ({ person, item }) => graphId("answer", item.key, person.idScope),
  key: ({ item }) => item.key,
  label: ({ item }, { locale }, context) => context.served.texts.label(item, localeFor(context, locale)),
  decidedBy: ({ answer }) => LAYER[answer.decidedBy],
  alsoBoundBy: ({ answer }) => answer.alsoBoundBy,
  reason: (of) => of,
  minimumAge: ({ answer }) => answer.minimumAge,
  availableFrom: ({ person, answer }) => person.dateOf(answer.availableFrom),
  unlocks: ({ person, item, answer }) => personUnlocks(person, item, answer.unlocks),
  guardianLimits: (of) => of.limits.map((limit) => ({ of, limit })),
  approval: (of) => approvalIn(of, of.approval),
  validUntil: ({ person, answer, requestEnds }) => person.firstOf([answer.validUntil], requestEnds),
};

/** Resolvers of what answers are made of. */
export const answerParts: Pick<Resolvers, "SafetyReason" | "SafetyBinding" | "SafetyUnlock" | "SafetyUnlockStep"> = {
  SafetyReason: {
    id: ({ person, item }) => graphId("reason", item.key, person.idScope),
    code: (of) => reasonCode(of),
    rule: ({ answer }) => answer.reason.rule,
    text: (of, { reader, locale }, context) =>
      context.served.texts.reason(of.answer, reasonCode(of), readerOf(of.person, reader), localeFor(context, locale)),
    citations: ({ answer }, _, { served }) => {
      const citation = answer.reason.rule === null ? null : served.policy.rules.get(answer.reason.rule)?.citation;
      return citation ? [citation] : [];
    },
  },
  SafetyBinding: {
    layer: ({ layer }) => LAYER[layer],
  },
  SafetyUnlock: {
    reaches: ({ item, unlock }) => valueText(item, unlock.reaches),
    steps: ({ person, unlock }) => unlock.steps.map((step) => ({ person, step })),
  },
  SafetyUnlockStep: {
    kind: ({ step }) => UNLOCK[step.kind],
    age: ({ step }) => (step.kind === "REACH_AGE" ? step.age : null),
    on: ({ person, step }) => person.dateOf("on" in step ? step.on : null),
    item: ({ person, step }) => ("item" in step ? itemOf(person.served, step.item) : null),
    text: ({ person, step }, { reader, locale }, context) =>
      context.served.texts.step(
        step,
        person.dateOf("on" in step ? step.on : null),
        readerOf(person, reader),
        localeFor(context, locale),
      ),
  },
};

/** For whom to word a text when the caller does not say. */
export function readerOf({ sight }: Person, asked: SafetyReader | null | undefined): SafetyReader {
  return asked ?? (sight.relation === "guardian" ? "GUARDIAN" : "TEEN");
}

function approvalIn(of: ItemAnswer, request: ApprovalRequest | null): PersonApproval | null {
  return request && { of, request };
}

function reasonCode(of: ItemAnswer): SafetyReasonCode {
  const { code } = of.answer.reason;
  return code === "GUARDIAN_APPROVAL_NEEDED" && of.isAwaited ? "GUARDIAN_APPROVAL_PENDING" : REASON[code];
}
