import nextJest from 'next/jest.js'

// Packages that ship no CommonJS, which jest needs.
const ESM_ONLY = [
  '@formatjs/.*',
  '@prisma/schema-engine-wasm',
  'd3-.*',
  'internmap',
  'intl-messageformat',
  'nuqs',
  'p-queue',
  'p-timeout',
]

const createJestConfig = nextJest({ dir: './' })

/** One jest project a layer, so that `run.mjs` can run each where it belongs. */
const project = async (displayName, folders, more = {}) => {
  const config = await createJestConfig({
    displayName,
    testEnvironment: 'node',
    testMatch: folders.map((folder) => `<rootDir>/__tests__/${folder}/**/*.test.{ts,tsx}`),
    moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' },
    modulePathIgnorePatterns: ['<rootDir>/.next', '<rootDir>/data/'],
    ...more,
  })()
  const transformIgnorePatterns = [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`, '^.+\\.module\\.(css|sass|scss)$']
  return { ...config, transformIgnorePatterns }
}

export default async () => ({
  // No test is there to time anything: one that hangs is told from one that waits for a busy machine.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/__tests__/support/sequencer.mjs',
  projects: await Promise.all([
    project('core', ['core', 'bin']),
    project('data', ['data'], {
      // The data folder is the embedded engine's alone, and a second process a server's.
      testPathIgnorePatterns: [
        '/node_modules/',
        process.env.TEST_ENGINE === 'server' ? '/data-folder' : '/two-processes',
      ],
      globalSetup: '<rootDir>/__tests__/support/data-setup.mjs',
      globalTeardown: '<rootDir>/__tests__/support/data-teardown.mjs',
    }),
    project('web', ['web'], {
      globalSetup: '<rootDir>/__tests__/support/web-setup.ts',
      globalTeardown: '<rootDir>/__tests__/support/web-teardown.ts',
    }),
  ]),
})
