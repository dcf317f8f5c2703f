/** What the app asks of a browser, in the order in which it matters. */
export const capabilityIds = [
  'secure',
  'camera',
  'wasm',
  'isolated',
  'webgpu',
  'webgl2',
  'videoFrame',
  'trackProcessor',
  'frameCallback',
  'videoDecoder',
  'videoEncoder',
  'serviceWorker',
  'opfs',
  'indexedDb',
  'locks',
  'wakeLock',
  'speech',
  'audio',
  'share',
  'filePicker',
  'trustedTypes',
] as const;
export type CapabilityId = (typeof capabilityIds)[number];

/** Whether this browser has each of them; what it lacks has a way round, or is said where it is needed. */
export function readCapabilities(): Readonly<Record<CapabilityId, boolean>> {
  return {
    secure: isSecureContext,
    camera: 'mediaDevices' in navigator,
    wasm: 'WebAssembly' in window,
    isolated: crossOriginIsolated,
    webgpu: 'gpu' in navigator,
    webgl2: 'WebGL2RenderingContext' in window,
    videoFrame: 'VideoFrame' in window,
    trackProcessor: 'MediaStreamTrackProcessor' in window,
    frameCallback: 'requestVideoFrameCallback' in HTMLVideoElement.prototype,
    videoDecoder: 'VideoDecoder' in window,
    videoEncoder: 'VideoEncoder' in window,
    serviceWorker: 'serviceWorker' in navigator,
    opfs: 'storage' in navigator && 'getDirectory' in navigator.storage,
    indexedDb: 'indexedDB' in window,
    locks: 'locks' in navigator,
    wakeLock: 'wakeLock' in navigator,
    speech: 'speechSynthesis' in window,
    audio: 'AudioContext' in window,
    share: 'canShare' in navigator,
    filePicker: 'showOpenFilePicker' in window,
    trustedTypes: 'trustedTypes' in window,
  };
}
