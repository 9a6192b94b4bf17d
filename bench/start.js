// `npm run bench`. Installs, builds and fetches what is missing, as `npm test` does; everything measured runs compiled, without a loader.
import { join } from 'node:path';
import { tooOld } from '../stack/nodeVersion.js';

const problem = tooOld(process.version);

if (problem !== undefined) end(problem);
else {
  import('../stack/prepare.js')
    .then((steps) => steps.prepare())
    .then(compile)
    .then(() => import('../.tmp/bench/bench/main.js'))
    .then((bench) => bench.main(process.argv.slice(2)))
    .then((code) => process.exit(code))
    .catch((fault) => end(fault.stack));
}

async function compile() {
  const { root, run } = await import('../stack/install.js');
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  run(tsc, ['-p', join(root, 'bench')], 'The measurements do not compile; the compiler says why above.');
}

function end(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}
