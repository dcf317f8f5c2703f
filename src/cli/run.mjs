// npm run --silent NAME -- ARGS: runs the command src/cli/NAME. See command.mjs.
import { nodeIsNewEnough } from './requireNode.mjs';

if (nodeIsNewEnough()) {
  import('./command.mjs').then(function (command) {
    return command.runCommand();
  });
}
