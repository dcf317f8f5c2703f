const prefix = 'hipline.';
const key = `${prefix}visited`;

/** Nothing of ours is stored in this browser yet; false where it lets nothing be stored. */
export function isFirstVisit(): boolean {
  try {
    return !Object.keys(localStorage).some((name) => name.startsWith(prefix));
  } catch {
    // Forbidden by the browser's privacy settings: the same would be shown at each visit.
    return false;
  }
}

/** The first visit is over. */
export function endFirstVisit(): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // Nothing can be stored: then it was no first visit either.
  }
}
