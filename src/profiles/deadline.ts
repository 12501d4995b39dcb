/** When an answer is of no use any more. */
export interface Deadline {
  /** Milliseconds left; 0 when it is over. */
  msLeft(): number;
}

/** A deadline some milliseconds from now, by a clock that only goes forward. */
export function deadlineIn(ms: number, clock: () => number = () => performance.now()): Deadline {
  const end = clock() + ms;
  return { msLeft: () => Math.max(0, end - clock()) };
}

/**
 * Does work in time: settles as the work does, or rejects with what `late` makes when the deadline comes first.
 * When it has come already the work is not begun; when it comes later the work goes on unheard.
 */
export async function doneBefore<Result>(
  deadline: Deadline,
  work: () => Promise<Result>,
  late: () => Error,
): Promise<Result> {
  const msLeft = deadline.msLeft();
  if (msLeft <= 0) throw late();
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), msLeft);
  });
  try {
    return await Promise.race([work(), end]);
  } finally {
    clearTimeout(timer);
  }
}
