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

/** Pure tests need nothing; `servers` starts Temporal, the database and one bundle once for the run. */
export default {
  projects: [
    { ...common, displayName: 'pure', testMatch: ['<rootDir>/test/{domain,stack,letters,plain,cli,bench,structure}/**/*.test.{ts,tsx}'] },
    {
      ...common,
      displayName: 'servers',
      testMatch: ['<rootDir>/test/{models,workflows,activities,api,browser,journeys,faults}/**/*.test.{ts,tsx}'],
      globalSetup: '<rootDir>/test/support/globalSetup.ts',
      globalTeardown: '<rootDir>/test/support/globalTeardown.ts',
    },
  ],
  testTimeout: 180_000,
  // Two files at a time keep two cores busy: most of a file is waiting. Modules of finished files are never freed, so a worker is ended now and then.
  maxWorkers: 2,
  workerIdleMemoryLimit: '600MB',
  // A finished run ends, whatever a worker that was ended in between has left open.
  forceExit: true,
};
