/** A page that says when to ask again. */
interface Lasting {
  /** In milliseconds; null: nothing changes by itself. */
  readonly askAgainIn: number | null;
}

/** A page that is kept up to date. */
export interface Kept {
  /** After a change, and when the app returns to the foreground. */
  askNow(): Promise<void>;
  stop(): void;
}

/** How long to wait after a failure, in milliseconds; the page that is shown stays. */
const RETRY = 30_000;

/** Never asks again sooner, in milliseconds: clocks that differ a little must not become a flood. */
const SOONEST = 1_000;

/** Shows a page now, and again whenever its answers end. */
export function keepFresh<P extends Lasting>(ask: () => Promise<P>, show: (page: P) => void): Kept {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const askIn = (milliseconds: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void askNow(), milliseconds);
  };
  async function askNow(): Promise<void> {
    try {
      const page = await ask();
      if (!stopped) show(page);
      if (page.askAgainIn !== null) askIn(Math.max(page.askAgainIn, SOONEST));
    } catch {
      askIn(RETRY);
    }
  }
  const stop = (): void => {
    stopped = true;
    clearTimeout(timer);
  };
  void askNow();
  return { askNow, stop };
}
