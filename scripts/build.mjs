/** `npm run build`: dependencies and out/, only where they are not up to date. */
import { ensureAll, main } from './ensure.mjs';

await main(() => {
  ensureAll();
  return 0;
});
