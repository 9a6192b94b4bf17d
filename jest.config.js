const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2023',
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'es6' },
  },
];

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.servers', '<rootDir>/.tmp', '<rootDir>/.data'],
};

const needsServers = {
  ...common,
  globalSetup: '<rootDir>/test/support/globalSetup.ts',
  globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
};

/** Files that keep the servers or the machine busy for minutes: beside them others would wait in vain, so they run by themselves. */
const heavy = [
  'workflows/batches',
  'workflows/interleavings',
  'workflows/schedules',
  'faults/killPoints',
  'faults/servers',
  'journeys/demo',
  'journeys/addedProcess',
  'browser/longLists',
];

/**
 * Pure tests need nothing; `servers`, `heavy` and `nightly` start Temporal, the database and one bundle once for the run. `nightly` is what takes minutes by
 * itself and is another story every time: `npm run nightly`.
 */
export default {
  projects: [
    {
      ...common,
      displayName: 'pure',
      testMatch: ['<rootDir>/test/{domain,stack,letters,plain,cli,bench,structure,web}/**/*.test.{ts,tsx}'],
    },
    {
      ...needsServers,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/{models,workflows,activities,api,browser,journeys,faults}/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: heavy.map((name) => `/test/${name}\\.test\\.ts$`),
    },
    { ...needsServers, displayName: 'nightly', testMatch: ['<rootDir>/test/nightly/*.test.ts'] },
    { ...needsServers, displayName: 'heavy', testMatch: heavy.map((name) => `<rootDir>/test/${name}.test.ts`) },
  ],
  testTimeout: 180_000,
  // Two files at a time keep two cores busy: most of a file is waiting. Modules of finished files are never freed, so a worker is ended now and then.
  maxWorkers: 2,
  workerIdleMemoryLimit: '600MB',
  // A finished run ends, whatever a worker that was ended in between has left open.
  forceExit: true,
};
