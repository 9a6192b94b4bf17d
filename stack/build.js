import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, run } from './install.js';

const folders = ['domain', 'workflows', 'activities', 'models', 'api', 'worker', 'cli', 'stack', 'web'];
const files = ['config.ts', 'configAdvice.ts', 'log.ts', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const assets = /\.(?:css|csv|ico|json|png|svg|txt|woff2)$/;

const dist = join(root, 'dist');
const next = join(root, 'dist.new');

/** Builds when a source differs from what dist/ was built from. */
export async function buildIfNewer() {
  const receipt = join(dist, '.built');
  if (existsSync(receipt) && readFileSync(receipt, 'utf8') === fingerprint()) return;
  process.stderr.write('Building\n');
  await build();
}

/** Compiles to dist/ with everything that is read beside the code, and bundles the workflows. Whoever runs from dist/ sees the old or the new. */
export async function build() {
  const built = fingerprint();
  rmSync(next, { recursive: true, force: true });
  run(
    join(root, 'node_modules', '.bin', 'tsc'),
    ['-p', 'tsconfig.build.json', '--outDir', next],
    'The build failed; the compiler says why above.',
  );
  for (const file of sources().filter((name) => assets.test(name) && !name.startsWith('web/'))) copy(file);
  await bundleWorkflows();
  buildCockpit();
  writeFileSync(join(next, '.built'), built);
  rmSync(`${dist}.old`, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, `${dist}.old`);
  renameSync(next, dist);
  rmSync(`${dist}.old`, { recursive: true, force: true });
}

/** The source map stays in the bundle, so that a replay names the line of the source. */
async function bundleWorkflows() {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({ workflowsPath: join(root, 'workflows', 'index.ts'), logger: new DefaultLogger('ERROR') });
  writeFileSync(join(next, 'workflows.bundle.js'), code);
}

/** Pages that run in browsers: scripts and styles with the hash of their content in their names. By a process of its own, whose environment says production. */
function buildCockpit() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', join(root, 'web'), '--outDir', join(next, 'web'), '--emptyOutDir', '--logLevel', 'warn'];
  run(process.execPath, args, 'The cockpit could not be built; its bundler says why above.');
}

function copy(file) {
  mkdirSync(dirname(join(next, file)), { recursive: true });
  cpSync(join(root, file), join(next, file));
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources()) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function sources() {
  const inFolder = (folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const found = folders.filter((folder) => existsSync(join(root, folder))).flatMap(inFolder);
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length));
  return [...files, ...paths].sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build().catch((fault) => {
    process.stderr.write(`${fault.message}\n`);
    process.exit(1);
  });
}
