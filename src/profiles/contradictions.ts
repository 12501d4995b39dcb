import type { ApprovalRequest } from "./approval-request.js";
import type { GuardianLink } from "./guardian-link.js";
import type { Profile } from "./profile.js";

/** Two things in a profile that cannot both be so. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  /** What is wrong, without any of the data. */
  readonly problem: string;
}

/** What a profile says against itself; empty for every profile that may be stored. */
export function contradictionsIn(profile: Profile): readonly Contradiction[] {
  return [
    ...profile.guardians.flatMap((link, index) => inLink(profile, link, index)),
    ...profile.approvals.flatMap((approval, index) => inApproval(profile, approval, index)),
    ...repeated(profile.guardians, "guardians"),
    ...repeated(profile.approvals, "approvals"),
  ];
}

function inLink(profile: Profile, link: GuardianLink, index: number): readonly Contradiction[] {
  const at = (field: string, problem: string): Contradiction => ({ path: ["guardians", index, field], problem });
  return [
    ...(link.guardian === profile.id ? [at("guardian", "nobody is their own guardian")] : []),
    ...(link.state === "ACTIVE" && link.activeSince === null
      ? [at("activeSince", "an active link began some time")]
      : []),
    ...(profile.guardians.slice(0, index).some((other) => isSameActive(other, link))
      ? [at("state", "one guardian has one active link")]
      : []),
  ];
}

function isSameActive(a: GuardianLink, b: GuardianLink): boolean {
  return a.guardian === b.guardian && a.state === "ACTIVE" && b.state === "ACTIVE";
}

function inApproval(profile: Profile, approval: ApprovalRequest, index: number): readonly Contradiction[] {
  const at = (field: string, problem: string): Contradiction => ({ path: ["approvals", index, field], problem });
  const isDecided = approval.state === "APPROVED" || approval.state === "DECLINED";
  return [
    ...(isDecided && approval.guardian === null ? [at("guardian", "a guardian decided, and is named")] : []),
    ...(isDecided && approval.decidedAt === null ? [at("decidedAt", "a decision was made some time")] : []),
    ...(approval.guardian === profile.id ? [at("guardian", "nobody is their own guardian")] : []),
  ];
}

function repeated(parts: readonly { readonly id: string }[], name: string): readonly Contradiction[] {
  const firsts = new Set<string>();
  return parts.flatMap(({ id }, index) => {
    if (firsts.has(id)) return [{ path: [name, index, "id"], problem: "another one has the same id" }];
    firsts.add(id);
    return [];
  });
}
