import { openLiveCamera } from '../../../src/camera/liveCamera';

/** The page has other work for so long, ms. */
function work(forMs: number): void {
  const untilMs = performance.now() + forMs;
  while (performance.now() < untilMs);
}

/**
 * Opens the camera and lets go of it, over and over, at any moment of a picture's way.
 * @returns how many pictures came each time
 */
export async function useCamera(times: number): Promise<number[]> {
  const given: number[] = [];
  for (let n = 0; n < times; n++) {
    const opened = await openLiveCamera('');
    if (!opened.ok) throw new Error(opened.error.detail);
    let count = 0;
    await new Promise<void>((resolve) => {
      const stop = opened.value.start({
        onFrame: (frame) => {
          if (frame.kind === 'picture') frame.picture.close();
          work((n * 7) % 31);
          count++;
          if (count === 1) {
            setTimeout(
              () => {
                stop();
                resolve();
              },
              60 + ((n * 11) % 50),
            );
          }
        },
        onEnd: () => undefined,
        onError: (error) => {
          throw new Error(error.detail);
        },
      });
    });
    given.push(count);
  }
  return given;
}
