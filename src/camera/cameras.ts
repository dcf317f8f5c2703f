/** A camera to choose. Browsers tell its name only once the camera was allowed. */
export interface CameraChoice {
  readonly id: string;
  readonly name: string;
}

/** The cameras of this machine that can be told apart; empty before the camera was allowed. */
export async function listCameras(): Promise<CameraChoice[]> {
  if (!('mediaDevices' in navigator)) return [];
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
}
