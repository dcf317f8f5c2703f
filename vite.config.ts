import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  worker: { format: 'es' },
  resolve: { alias: { '@mediapipe/pose': here('./src/pose/mediapipePoseStub.ts') } },
});
