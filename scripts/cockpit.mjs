/** `npm run -s cockpit -- …`: the command line from a checkout, under the pinned Node, built first where needed. */
import { join } from 'node:path';
import { ensureAll, foreground, main, pinnedNode, root } from './ensure.mjs';

await main(() => {
  ensureAll();
  return foreground([pinnedNode(), join(root, 'out/main/cli.js'), ...process.argv.slice(2)]);
});
