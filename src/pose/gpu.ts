/** Names under which software renderers show themselves (SwiftShader, Mesa, Windows WARP, Apple). */
const softwareRenderer =
  /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render|\bwarp\b|mesa offscreen|\bcpu\b/i;

/** True where a renderer's name is one of the known software renderers, or nothing is known. */
export function isSoftwareRenderer(name: string): boolean {
  return name.trim() === '' || softwareRenderer.test(name);
}

/** The name of the WebGL renderer; undefined where there is no WebGL 2. */
export function readWebglRenderer(): string | undefined {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (gl === null) return undefined;
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const parameter = names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER;
  const renderer: unknown = gl.getParameter(parameter);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' ? renderer : '';
}

/** Whether a real GPU stands behind WebGPU. */
export async function hasHardwareWebgpu(): Promise<boolean> {
  // Typed as always there, but browsers without WebGPU have no such property.
  const gpu = navigator.gpu as GPU | undefined;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return false;
  const { isFallbackAdapter, vendor, architecture, device, description } = adapter.info;
  return (
    !isFallbackAdapter && !isSoftwareRenderer([vendor, architecture, device, description].join(' '))
  );
}

/** Whether a real GPU stands behind WebGL 2. */
export function hasHardwareWebgl(): boolean {
  const renderer = readWebglRenderer();
  return renderer !== undefined && !isSoftwareRenderer(renderer);
}

/** A module with one SIMD instruction; it is valid only where WebAssembly has SIMD. */
const simdModule = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26,
  11,
]);

/** Whether WebAssembly is there and has SIMD, without which wasm is some five times too slow. */
export function hasWasmSimd(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(simdModule);
}
