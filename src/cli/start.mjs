// npm start: sets up what is missing, then serves the production build. See serve.mjs.
import { nodeIsNewEnough } from './requireNode.mjs';

if (nodeIsNewEnough()) {
  import('./serve.mjs').then(function (serve) {
    return serve.startProduct();
  });
}
