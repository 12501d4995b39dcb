/** Runs things one after the other, in the order in which they were wanted. */
export class Lane {
  #last: Promise<unknown> = Promise.resolve();
  #waiting: { readonly what: string; readonly result: Promise<unknown> } | null = null;
  #underWay = 0;

  /** How many have not ended. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Runs something after all before it; joins the last in the lane where that has not begun and is the same, told by the words for it. */
  run<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
    // The same words always stand for the same kind of result.
    if (this.#waiting?.what === what) return this.#waiting.result as Promise<Result>;
    const begin = async (): Promise<Result> => {
      if (this.#waiting === waiting) this.#waiting = null;
      try {
        return await run();
      } finally {
        this.#underWay -= 1;
      }
    };
    const result = this.#last.then(begin);
    const waiting = { what, result };
    this.#underWay += 1;
    this.#waiting = waiting;
    this.#last = result.catch(() => undefined);
    return result;
  }
}
