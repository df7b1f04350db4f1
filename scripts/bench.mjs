/** `npm run bench [-- SECTION…]`: builds where needed and runs test/bench under the pinned Node. */
import { ensureAll, foreground, main, pinnedNode } from './ensure.mjs';

await main(() => {
  ensureAll();
  return foreground([pinnedNode(), 'test/bench/run.ts', ...process.argv.slice(2)]);
});
