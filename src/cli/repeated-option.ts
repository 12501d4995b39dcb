/** Keeps every value of an option that may be given again, in the order given. */
export function gather(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
