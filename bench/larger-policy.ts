import type { PolicyFile, PolicyFiles } from "../src/policy-folder.js";

/** Countries and states that the shipped laws name none of, for copies of those laws. */
const COUNTRIES = ["AR", "CL", "CO", "MX", "PE", "UY", "JP", "KR", "NZ", "ZA", "KE", "NG"];
const STATES = [
  "US-AK",
  "US-AZ",
  "US-CO",
  "US-GA",
  "US-HI",
  "US-ID",
  "US-IL",
  "US-KS",
  "US-ME",
  "US-MI",
  "US-MN",
  "US-NV",
  "US-OH",
  "US-OR",
  "US-UT",
  "US-WA",
  "US-WI",
  "US-WY",
];
/** Blocs and their members stay: a copy of a law of theirs is one more law there. */
const NAMED = /\b(AU|BR|GB|IN|US-[A-Z]{2})\b/g;

/**
 * A policy with so many times the rules: each law is copied for places that no other law names, each rule of the
 * platform for the same ones. It has no cases, which would have to be copied with their answers.
 */
export function largerPolicy({ policy }: PolicyFiles, times: number): PolicyFiles {
  const files = policy.files.flatMap((file) => {
    const copies = Array.from({ length: times - 1 }, (_, copy) => copy + 1);
    if (file.file.startsWith("laws/")) return [file, ...copies.map((copy) => lawCopy(file, copy))];
    return file.file === "platform.yaml" ? [copies.reduce(withPlatformCopy(textOf(file)), file)] : [file];
  });
  return { policy: { files, problems: [] }, cases: { files: [], problems: [] } };
}

function lawCopy(file: PolicyFile, copy: number): PolicyFile {
  const elsewhere = new Map<string, string>();
  const text = renamed(textOf(file), copy).replace(NAMED, (place) => {
    const isState = place.length > 2;
    const free = isState ? STATES : COUNTRIES;
    const at = (copy - 1) * 4 + elsewhere.size + file.file.length;
    const other = elsewhere.get(place) ?? free[at % free.length] ?? place;
    elsewhere.set(place, other);
    return other;
  });
  return fileOf(file.file.replace(".yaml", `-${copy}.yaml`), text);
}

/** The rules of a file once more, with ids of their own, after those it has. */
function withPlatformCopy(original: string): (file: PolicyFile, copy: number) => PolicyFile {
  const rules = original.slice(original.indexOf("\nrules:") + "\nrules:".length);
  return (file, copy) => fileOf(file.file, `${textOf(file)}${renamed(rules, copy)}`);
}

function renamed(text: string, copy: number): string {
  return text.replace(/\bid: ([a-z0-9-]+)/g, `id: $1-copy-${copy}`);
}

function textOf({ bytes }: PolicyFile): string {
  return new TextDecoder().decode(bytes);
}

function fileOf(file: string, text: string): PolicyFile {
  return { file, bytes: new TextEncoder().encode(text) };
}
