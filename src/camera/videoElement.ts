/** A video element that plays within the page, without sound and without controls. */
export function createVideoElement(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.disablePictureInPicture = true;
  video.setAttribute('aria-hidden', 'true');
  video.tabIndex = -1;
  return video;
}

/** Resolves when the element knows the picture's size; rejects when it cannot play. */
export function waitForPicture(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve, reject) => {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) {
      resolve();
      return;
    }
    video.addEventListener(
      'loadeddata',
      () => {
        resolve();
      },
      { once: true },
    );
    video.addEventListener(
      'error',
      () => {
        reject(new Error(video.error?.message ?? 'the element reported an error'));
      },
      { once: true },
    );
  });
}
