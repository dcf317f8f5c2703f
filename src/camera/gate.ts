/** Lets a loop wait while it is closed. */
export interface Gate {
  /** Resolves at once while open, else when it is opened. */
  wait(): Promise<void>;
  setClosed(closed: boolean): void;
}

/** A gate that is open. */
export function createGate(): Gate {
  let open: Promise<void> = Promise.resolve();
  let release: (() => void) | undefined;
  return {
    wait: () => open,
    setClosed: (closed) => {
      if (closed && release === undefined) {
        open = new Promise((resolve) => {
          release = resolve;
        });
      } else if (!closed) {
        release?.();
        release = undefined;
      }
    },
  };
}
