import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { clientVariables, readServiceConfig, serviceVariables } from '../../config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = (file: string): string => readFileSync(join(root, file), 'utf8');

type Service = {
  image: string;
  build?: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  secrets?: string[];
  ports?: string[];
  volumes?: string[];
  networks: string[];
  user?: string;
  read_only?: boolean;
  tmpfs?: string[];
  cap_drop?: string[];
  restart: string;
  depends_on?: Record<string, { condition: string }>;
  healthcheck: { test?: string[]; disable?: boolean };
};
type Compose = { services: Record<string, Service>; secrets: Record<string, { file: string }>; networks: object; volumes: object };

const compose = parse(text('docker-compose.yml'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const own = services.filter(([, { build }]) => build !== undefined);
const environmentOf = (name: string): Record<string, string> => compose.services[name]?.environment ?? {};
/** As compose fills it in when nothing is set outside. */
const filledIn = (value: string): string => value.replace(/\$\{\w+:-([^}]*)\}/g, '$1');
/** What is in a container's /app comes from the build of the source beside it, or is copied as it is. */
const isInImage = (file: string): boolean =>
  file.startsWith('dist/') ? existsSync(join(root, file.replace(/^dist\/(.*)\.js$/, '$1.ts'))) : existsSync(join(root, file));

describe('docker-compose.yml', () => {
  it('When a variable of ours is set there, config.ts knows it', () => {
    const known = [...serviceVariables.names, ...clientVariables.names];
    const files = [...serviceVariables.secrets, ...clientVariables.secrets].map((name) => `${name}_FILE`);
    for (const [, { environment = {} }] of own)
      expect(Object.keys(environment).filter((name) => !known.includes(name) && !files.includes(name))).toEqual([]);
  });

  it('When a variable is required, or a secret, it is set, and secrets come by file only', () => {
    for (const [name] of own) {
      const names = Object.keys(environmentOf(name));
      expect(serviceVariables.required.filter((one) => !names.includes(one) && !names.includes(`${one}_FILE`))).toEqual([]);
      expect(serviceVariables.secrets.filter((one) => names.includes(one))).toEqual([]);
    }
  });

  it('When the secrets are made by the script and nothing else is set, API and worker take the configuration', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'secrets');
    execFileSync(join(root, 'docker/secrets.sh'), [folder]);
    for (const [name] of own) {
      const filled = Object.entries(environmentOf(name)).map(([key, value]) => [key, filledIn(value).replace('/run/secrets', folder)]);
      const config = readServiceConfig({ ...Object.fromEntries(filled), NODE_ENV: 'production' });
      expect(config).toMatchObject({
        temporalAddress: 'temporal:7233',
        smtpUrl: 'smtp://mailpit:1025',
        publicUrl: 'http://localhost:3000',
      });
    }
  });

  it('When a secret is mounted, the script makes it, each once, readable in a folder that only its owner enters', () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'secrets-')), 'secrets');
    const make = () => execFileSync(join(root, 'docker/secrets.sh'), [folder]);
    make();
    const made = readdirSync(folder).sort();
    expect(made).toEqual(Object.keys(compose.secrets).sort());
    for (const [name, { file }] of Object.entries(compose.secrets)) expect(file).toBe(`./secrets/${name}`);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const contents = made.map((name) => readFileSync(join(folder, name), 'utf8'));
    make();
    expect(made.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(contents);
    const used = services.flatMap(([, { secrets = [] }]) => secrets);
    expect([...new Set(used)].sort()).toEqual(made);
  });

  it('When a service reads a secret from a file, it is mounted into it, and none is mounted that it does not read', () => {
    for (const [name, service] of services) {
      const read = JSON.stringify(service).matchAll(/\/run\/secrets\/(\w+)/g);
      const scripts = JSON.stringify(service.volumes ?? []).includes('docker/') ? scriptsOf(service) : '';
      const names = [...read, ...scripts.matchAll(/(?:\/run\/secrets\/|secret\(')(\w+)/g)].map((match) => match[1]);
      expect([name, [...new Set(names)].sort()]).toEqual([name, [...(service.secrets ?? [])].sort()]);
    }
  });

  it('When something is started, it is in the image or mounted', () => {
    const started = own.map(([, { command = [] }]) => command);
    expect(started).toEqual([
      ['node', 'dist/api/main.js'],
      ['node', 'dist/worker/main.js'],
    ]);
    const asked = own.map(([, { healthcheck }]) => healthcheck.test?.[2] ?? '');
    for (const file of [...started.map(([, file = '']) => file), ...asked]) expect([file, isInImage(file)]).toEqual([file, true]);
    const mounted = services.flatMap(([, { volumes = [] }]) => volumes.filter((one) => one.startsWith('./')));
    for (const one of mounted)
      expect([one, existsSync(join(root, one.split(':')[0] ?? '')), one.endsWith(':ro')]).toEqual([one, true, true]);
  });

  it('When an image is named, it is pinned by its full version, and ours by the version of the package', () => {
    const { version } = JSON.parse(text('package.json')) as { version: string };
    for (const [, { image, build }] of services) {
      expect(image).toMatch(/:v?\d+\.\d+(\.\d+)?(-\w+)?$/);
      if (build !== undefined) expect(image).toBe(`fourstroke:${version}`);
    }
  });

  it('When a process is ours, it has no rights, a read-only file system, and a folder for what passes', () => {
    for (const [, { user, read_only, tmpfs, cap_drop }] of own)
      expect({ user, read_only, tmpfs, cap_drop }).toEqual({ user: '1000:1000', read_only: true, tmpfs: ['/tmp'], cap_drop: ['ALL'] });
  });

  it('When people upload files, they go into a volume that the API may write, and only the API has it', () => {
    const { EVIDENCE_DIR: folder } = environmentOf('api');
    expect(own.map(([name, { volumes = [] }]) => [name, volumes])).toEqual([
      ['api', [`evidence:${folder}`]],
      ['worker', []],
    ]);
    expect(compose.volumes).toHaveProperty('evidence');
    expect(text('Dockerfile')).toContain(`mkdir ${folder} && chown 1000:1000 ${folder}`);
  });

  it('When a service stays, it says whether it is well; when it does not stay, others wait for its end', () => {
    for (const [name, { restart, healthcheck }] of services) {
      if (restart === 'unless-stopped') expect([name, healthcheck.test?.[0]]).toEqual([name, 'CMD']);
      else expect([name, waitersOf(name)]).toEqual([name, expect.arrayContaining(['service_completed_successfully'])]);
    }
  });

  it('When a port is open to other machines, it is that of the pages', () => {
    const open = services.flatMap(([name, { ports = [] }]) =>
      ports.filter((port) => !port.startsWith('127.0.0.1:')).map((port) => [name, port]),
    );
    expect(open).toEqual([['api', '3000:3000']]);
  });

  it('When a database is reached, it is from the network that has no way out', () => {
    expect(compose.networks).toMatchObject({ inside: { internal: true } });
    for (const name of ['mongodb', 'postgresql']) expect(compose.services[name]?.networks).toEqual(['inside']);
  });
});

const waitersOf = (name: string): string[] => services.flatMap(([, { depends_on = {} }]) => depends_on[name]?.condition ?? []);

function scriptsOf({ entrypoint = [], volumes = [] }: Service): string {
  const mounted = volumes.map((one) => one.split(':')).filter(([from = '']) => from.startsWith('./'));
  const named = entrypoint.join(' ');
  return mounted
    .flatMap(([from = '', to = '']) =>
      statSync(join(root, from)).isFile()
        ? [from]
        : readdirSync(join(root, from)).flatMap((file) => (named.includes(`${to}/${file}`) ? [`${from}/${file}`] : [])),
    )
    .map(text)
    .join('\n');
}

describe('Dockerfile', () => {
  const lines = text('Dockerfile')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line));
  const all = (instruction: string) =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('When it is built, every stage is the same pinned Debian slim with a Node that we support', () => {
    expect(all('ARG')).toEqual([expect.stringMatching(/^NODE_IMAGE=node:2[24]\.\d+\.\d+-bookworm-slim$/)]);
    expect(all('FROM').map((from) => from.split(' ')[0])).toEqual(Array(3).fill(expect.stringMatching(/^\$\{NODE_IMAGE\}$/)));
  });

  it('When it runs, it is as nobody in particular, in production, with its health checked', () => {
    expect(last).toContain('USER 1000:1000');
    expect(last).toContain('ENV NODE_ENV=production');
    expect(last.some((line) => line.startsWith('HEALTHCHECK ') && line.includes('/healthz'))).toBe(true);
    expect(last.at(-1)).toBe('CMD ["node", "dist/api/main.js"]');
  });

  it('When packages are installed for it, they are those of production, and no package runs a script', () => {
    const installed = all('RUN').filter((run) => run.startsWith('npm '));
    expect(installed).toHaveLength(2);
    for (const run of installed) expect(run).toContain('npm ci');
    for (const run of installed) expect(run).toContain('--ignore-scripts');
    expect(last.filter((line) => line.startsWith('COPY ')).join()).not.toContain('--from=build /app/node_modules');
    expect(installed[1]).toContain('--omit=dev');
  });

  it('When something is copied, it exists, and everything that the build reads gets in while secrets and data stay out', () => {
    const copied = all('COPY')
      .filter((copy) => !copy.startsWith('--from'))
      .flatMap((copy) => copy.split(' ').slice(0, -1));
    for (const file of copied) expect([file, existsSync(join(root, file))]).toEqual([file, true]);
    const [nothing, ...admitted] = text('.dockerignore').trim().split('\n');
    expect(nothing).toBe('*');
    const build = text('stack/build.js');
    const read = [...build.matchAll(/^const (?:folders|files) = \[([^\]]+)\]/gm)].flatMap(([, list = '']) =>
      [...list.matchAll(/'([^']+)'/g)].map((match) => match[1]),
    );
    expect(read.length).toBeGreaterThan(10);
    const isAdmitted = (file = '') => admitted.includes(`!${file}`) || (/^\w+\.ts$/.test(file) && admitted.includes('!*.ts'));
    expect(read.filter((file) => !isAdmitted(file))).toEqual([]);
    expect(admitted.filter((line) => /secret|data|env|node_modules|git/i.test(line))).toEqual([]);
  });
});
