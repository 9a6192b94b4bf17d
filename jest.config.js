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
  testTimeout: 60_000,
  // The servers beside it need the second core; modules of finished files are never freed, so their process is ended now and then.
  maxWorkers: 1,
  workerIdleMemoryLimit: '600MB',
};
