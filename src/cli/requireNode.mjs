// Plain syntax on purpose: an old Node must be able to read this far and say so.
var neededMajor = 20;
var neededMinor = 19;

/**
 * Says in one line when this Node is too old, on standard error, and sets the exit code.
 * @returns {boolean} Whether the rest may be loaded.
 */
export function nodeIsNewEnough() {
  var parts = process.versions.node.split('.');
  var major = Number(parts[0]);
  if (major > neededMajor || (major === neededMajor && Number(parts[1]) >= neededMinor)) {
    return true;
  }
  var needed = neededMajor + '.' + neededMinor;
  var found = process.versions.node;
  console.error('Hipline needs Node ' + needed + ' or newer (nodejs.org); this is ' + found + '.');
  process.exitCode = 1;
  return false;
}
