import { MediaQuery } from 'svelte/reactivity';

const prefersLight = new MediaQuery('(prefers-color-scheme: light)');

/** The theme that is shown for a chosen one; follows the system where that is the choice. */
export function findShownTheme(chosen: 'system' | 'dark' | 'light'): 'dark' | 'light' {
  if (chosen !== 'system') return chosen;
  return prefersLight.current ? 'light' : 'dark';
}
