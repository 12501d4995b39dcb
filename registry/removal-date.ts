/** The words that say when something deprecated goes: `Removed on 2027-06-30.` */
const REMOVED_ON = /\bremoved on (\d{4}-\d{2}-\d{2})\b/i;

/** The day from which something deprecated may be gone, as its reason says, e.g. `2027-06-30`; null: the reason names no real day. */
export function removalDate(reason: string): string | null {
  const [, date] = REMOVED_ON.exec(reason) ?? [];
  if (date === undefined) return null;
  const day = new Date(`${date}T00:00:00Z`);
  // 30 February would become 2 March.
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(date) ? date : null;
}
