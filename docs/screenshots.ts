import { cockpit } from './pictures/cockpit.ts';
import { firstReview } from './pictures/firstReview.ts';
import { openBrowser } from './pictures/picture.ts';

// `npm run screenshots`: the pictures of the README and of docs/pages.md, from the example organization on stacks of their own. It lives through most of a
// year before the cockpit is taken, which takes about a quarter of an hour.

const browser = await openBrowser();
try {
  await firstReview(browser);
  await cockpit(browser, (line) => process.stderr.write(`${line}\n`));
} finally {
  await browser.close();
}
