import * as z from "zod";
import type { Instant } from "../policy/calendar.js";
import type { AgeFact, StatedBirth } from "./age-fact.js";
import { APPROVAL_STATES, type ApprovalRequest } from "./approval-request.js";
import { contradictionsIn } from "./contradictions.js";
import { LINK_SIDES, LINK_STATES, type GuardianLink } from "./guardian-link.js";
import { ProfileMalformed, formatPath, pathsOf } from "./profile-malformed.js";
import type { KnownPlace, Profile } from "./profile.js";
import { birthOfBounds, birthOfText, storedBounds } from "./stated-birth.js";
import {
  dateForm,
  itemKeyForm,
  mapForm,
  methodForm,
  partIdForm,
  refuse,
  regionForm,
  sourceForm,
  timeZoneForm,
  userIdForm,
  valueForm,
} from "./stored-forms.js";

/** The version of the stored form. A process reads no other: a later form may hold a protection that it does not know. */
const SCHEMA_VERSION = 1;

const instantForm = z.codec(z.date(), z.custom<Instant>(), {
  decode: (date) => date.getTime() as Instant,
  encode: (instant) => new Date(instant),
});
const maybeInstant = z.nullable(instantForm);

const bornForm = z.codec(
  z.union([
    z.string(),
    z.strictObject({ atLeast: z.nullable(z.int()), atMost: z.nullable(z.int()), observedOn: z.string() }),
  ]),
  z.custom<StatedBirth>(),
  {
    decode: (stored, context) =>
      (typeof stored === "string" ? birthOfText(stored) : birthOfBounds(stored)) ?? refuse(context, "is not a birth"),
    encode: ({ stated }) => (typeof stated === "string" ? stated : storedBounds(stated)),
  },
);

const ageForm = z.strictObject({
  born: bornForm,
  method: methodForm,
  issuer: z.nullable(sourceForm),
  recordedAt: instantForm,
  expiresAt: maybeInstant,
}) satisfies z.ZodType<AgeFact>;

const placeForm = z.strictObject({
  region: regionForm,
  source: z.nullable(sourceForm),
  recordedAt: instantForm,
}) satisfies z.ZodType<KnownPlace>;

const linkForm = z.strictObject({
  id: partIdForm,
  guardian: userIdForm,
  state: z.enum(LINK_STATES),
  invitedBy: z.enum(LINK_SIDES),
  invitedAt: instantForm,
  activeSince: maybeInstant,
  expiresAt: maybeInstant,
  endedAt: maybeInstant,
  limits: mapForm(z.strictObject({ value: valueForm, setAt: instantForm })),
}) satisfies z.ZodType<GuardianLink>;

const approvalForm = z.strictObject({
  id: partIdForm,
  item: itemKeyForm,
  value: z.nullable(valueForm),
  state: z.enum(APPROVAL_STATES),
  guardian: z.nullable(userIdForm),
  requestedAt: instantForm,
  decidedAt: maybeInstant,
  endsAt: maybeInstant,
}) satisfies z.ZodType<ApprovalRequest>;

const profileForm = z.strictObject({
  _id: userIdForm,
  schemaVersion: z.literal(SCHEMA_VERSION),
  revision: z.int().min(0),
  ages: z.readonly(z.array(ageForm)),
  residence: z.nullable(placeForm),
  present: z.nullable(placeForm),
  timeZone: z.nullable(timeZoneForm),
  joined: z.nullable(dateForm),
  guardians: z.readonly(z.array(linkForm)),
  approvals: z.readonly(z.array(approvalForm)),
  choices: mapForm(valueForm),
});

/** A profile as MongoDB holds it: instants as dates, calendar days and values as text. */
export type ProfileDocument = z.input<typeof profileForm>;

/**
 * Reads a stored document. Every field has to be there and no other: a field that nobody reads could have been a protection.
 * A document that does not fit comes back as the error for its one person.
 */
export function readProfile(document: unknown): Profile | ProfileMalformed {
  const read = z.safeDecode(profileForm, document as ProfileDocument);
  if (!read.success) return new ProfileMalformed(pathsOf(read.error.issues));
  const { _id: id, revision, ages, residence, present, timeZone, joined, guardians, approvals, choices } = read.data;
  const profile = { id, revision, ages, residence, present, timeZone, joined, guardians, approvals, choices };
  const contradictions = contradictionsIn(profile);
  return contradictions.length === 0
    ? profile
    : new ProfileMalformed(contradictions.map(({ path }) => formatPath(path)));
}

/** Writes a profile as the document that `readProfile` reads back. */
export function writeProfile({ id, ...known }: Profile): ProfileDocument {
  return z.encode(profileForm, { _id: id, schemaVersion: SCHEMA_VERSION, ...known });
}
