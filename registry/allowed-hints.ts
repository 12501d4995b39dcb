import { parse } from "yaml";
import { z } from "zod";
import type { Composer, Hint } from "./composers.js";
import type { Finding } from "./finding.js";
import { textOf } from "./subgraph.js";

const FILE = new URL("allowed-hints.yaml", import.meta.url).pathname;

const Allowed = z.strictObject({
  composer: z.enum(["apollo", "guild", "cosmo"]),
  code: z.string().min(1),
  /** A part of the hint's message: what it is about. */
  about: z.string().min(1),
  why: z.string().min(20),
});

/** A hint of a composer that is as it should be. */
export type AllowedHint = z.infer<typeof Allowed>;

/** A composer's hints. */
export interface HintsOf {
  readonly by: Composer;
  readonly hints: readonly Hint[];
}

/** The hints that are as they should be, from `allowed-hints.yaml`. */
export function allowedHints(): readonly AllowedHint[] {
  return z.array(Allowed).parse(parse(textOf(FILE)) ?? []);
}

/** Errors for the hints that nobody has allowed, and warnings for allowances that nothing needs any longer. */
export function judgeHints(all: readonly HintsOf[], allowed: readonly AllowedHint[]): readonly Finding[] {
  const isAbout = (it: AllowedHint, { by, hint }: { readonly by: Composer; readonly hint: Hint }): boolean =>
    it.composer === by.name && it.code === hint.code && hint.message.includes(it.about);
  const given = all.flatMap(({ by, hints }) => hints.map((hint) => ({ by, hint })));
  const unforeseen = given.filter((one) => !allowed.some((it) => isAbout(it, one)));
  const needless = allowed.filter((it) => !given.some((one) => isAbout(it, one)));
  return [
    ...unforeseen.map(({ by, hint }): Finding => ({
      level: "error",
      message: `${by.name} at ${by.version} hints ${hint.code}: ${hint.message}; resolve it, or say in registry/allowed-hints.yaml why it stays`,
    })),
    ...needless.map(({ composer, code, about }): Finding => ({
      level: "warning",
      message: `registry/allowed-hints.yaml allows ${code} about \`${about}\` of ${composer}, which it no longer says`,
    })),
  ];
}
