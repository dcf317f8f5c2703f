import '@fontsource-variable/archivo/wdth.css';
import { mount } from 'svelte';
import { Hipline } from './app/hipline.svelte';
import { guardScripts } from './app/trustedTypes';
import App from './ui/App.svelte';
import './ui/theme/tokens.css';
import './ui/theme/base.css';

const createWorker = (): Worker =>
  new Worker(new URL('./pose/worker.ts', import.meta.url), { type: 'module' });

guardScripts();
const target = document.getElementById('app');
if (target === null) throw new Error('The page has no place for the app.');

const app = new Hipline(createWorker);
app.start();
mount(App, { target, props: { app } });
// In development files change under the page.
if (import.meta.env.PROD) {
  void app.offline.start(new URL('serviceWorker.js', document.baseURI).href);
}
