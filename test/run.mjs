// npm test: sets up what is missing, then runs every check. See runAll.mjs.
import { nodeIsNewEnough } from '../src/cli/requireNode.mjs';

if (nodeIsNewEnough()) {
  import('./runAll.mjs').then(function (all) {
    return all.runAll();
  });
}
