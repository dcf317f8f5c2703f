import { describe, expect, it } from 'vitest';
import { isSoftwareRenderer } from '../../../src/pose/gpu';

const software = [
  'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
  'Google SwiftShader',
  'google swiftshader',
  'llvmpipe (LLVM 15.0.7, 256 bits)',
  'ANGLE (Mesa, llvmpipe (LLVM 17.0.6 256 bits), OpenGL 4.5)',
  'Gallium 0.4 on softpipe',
  'ANGLE (Microsoft, Microsoft Basic Render Driver (0x0000008C) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'Apple Software Renderer',
  '   ',
];

const hardware = [
  'ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)',
  'ANGLE (Intel, Intel(R) Iris(R) Xe Graphics (0x00009A49) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 (0x00002503) Direct3D11 vs_5_0 ps_5_0, D3D11)',
  'Mesa Intel(R) UHD Graphics 620 (KBL GT2)',
  'AMD Radeon RX 6600 (navi23, LLVM 15.0.7, DRM 3.54)',
  'Adreno (TM) 650',
  'intel gen-12lp',
  'apple metal-3',
];

describe('the renderer’s name', () => {
  it.each(software)('%j is software', (name) => {
    expect(isSoftwareRenderer(name)).toBe(true);
  });

  it.each(hardware)('%j is hardware', (name) => {
    expect(isSoftwareRenderer(name)).toBe(false);
  });
});
