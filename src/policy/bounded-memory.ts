/** Remembers what was computed for a key, up to a number of entries; when full it forgets everything and begins anew. */
export class BoundedMemory<Key, Kept> {
  readonly #entries = new Map<Key, Kept>();
  readonly #maximum: number;

  constructor(maximum: number) {
    this.#maximum = maximum;
  }

  /** What is remembered for the key, or else the result of `compute`, from now on remembered. */
  recall(key: Key, compute: () => Kept): Kept {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const computed = compute();
    if (this.#entries.size >= this.#maximum) this.#entries.clear();
    this.#entries.set(key, computed);
    return computed;
  }
}
