import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp, generateClient, installPackages, NEXT, root, runNode } from '../../bin/fresh.mjs'
import { TEST_BUILD } from './test-build.mjs'

/*
 * `npm test`: everything, in order, from whatever state the clone is in. A step that fails does not stop the next. `npm test -- PART …`
 * runs some parts only. Plain Node: in a fresh clone it starts before anything is installed.
 */

const BIOME = 'node_modules/@biomejs/biome/bin/biome'
const TSC = 'node_modules/typescript/bin/tsc'
const JEST = 'node_modules/jest/bin/jest.js'

const reports = mkdtempSync(join(tmpdir(), 'dyadwatch-tests-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))

const oneCheck = (ok) => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

const succeeds = async (...args) => (await runNode(...args)) === 0

async function types() {
  return (await succeeds([NEXT, 'typegen'], { stdio: ['ignore', 'ignore', 'inherit'] })) && succeeds([TSC, '--noEmit'])
}

async function build() {
  await buildApp(TEST_BUILD)
  return true
}

/** Counts of a jest report. A suite that could not run counts as one failed test. */
function counts(file, exitCode) {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites
  const silent = report.numTotalTests === 0 || exitCode !== 0
  return { passed: report.numPassedTests, failed: failed || Number(silent), skipped: report.numPendingTests }
}

/** A step that runs one jest project. */
const jest = (project, { env = {}, args = [] } = {}) =>
  async function runJest() {
    const file = join(reports, `${project}-${env.TEST_ENGINE ?? 'any'}.json`)
    const options = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --no-warnings`
    const code = await runNode(
      [JEST, '--selectProjects', project, '--json', `--outputFile=${file}`, ...args],
      // The report is in the file; standard output would repeat it as one long line.
      { env: { ...env, NODE_ENV: 'test', NODE_OPTIONS: options }, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    return counts(file, code)
  }

const checking = (check) => async () => oneCheck(await check())

// By itself jest leaves one core idle, which on two cores is half the machine.
const EVERY_CORE = ['--maxWorkers=100%']

const STEPS = [
  {
    part: 'lint',
    name: 'Lint and format',
    run: checking(() => succeeds([BIOME, 'check', '--error-on-warnings', '.'])),
  },
  { part: 'lint', name: 'Types', run: checking(types) },
  { part: 'core', name: 'Unit and property tests', run: jest('core', { args: EVERY_CORE }) },
  {
    part: 'data',
    name: 'Data layer, embedded database',
    run: jest('data', { env: { TEST_ENGINE: 'embedded' }, args: EVERY_CORE }),
  },
  {
    part: 'data',
    name: 'Data layer, PostgreSQL server',
    run: jest('data', { env: { TEST_ENGINE: 'server' }, args: EVERY_CORE }),
  },
  { part: 'web', name: 'Production build', run: checking(build) },
  { part: 'web', name: 'Browser tests', run: jest('web', { args: EVERY_CORE }), needs: 'Production build' },
]

const PARTS = [...new Set(STEPS.map(({ part }) => part))]

function chosenSteps(parts) {
  const unknown = parts.find((part) => !PARTS.includes(part))
  if (unknown) throw new Error(`There is no part ${JSON.stringify(unknown)}; the parts are ${PARTS.join(', ')}.`)
  return STEPS.filter(({ part }) => parts.length === 0 || parts.includes(part))
}

async function runStep({ name, run, needs }, broken) {
  console.log(`\n── ${name}`)
  if (broken.has(needs)) {
    console.error(`Not run: it needs the step “${needs}”, which failed.`)
    return { passed: 0, failed: 1 }
  }
  try {
    return await run()
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  }
}

async function runAll(steps) {
  const broken = new Set()
  const sum = { passed: 0, failed: 0 }
  const table = []
  for (const step of steps) {
    const started = Date.now()
    const { passed, failed, skipped = 0 } = await runStep(step, broken)
    if (failed > 0) broken.add(step.name)
    sum.passed += passed
    sum.failed += failed
    const seconds = ((Date.now() - started) / 1000).toFixed(1)
    const line = `${step.name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}, ${seconds} s`
    table.push(line)
    console.log(line)
  }
  console.log(`\n${table.join('\n')}\n`)
  return sum
}

async function main() {
  process.chdir(root)
  const steps = chosenSteps(process.argv.slice(2))
  await installPackages()
  await generateClient()
  return runAll(steps)
}

main()
  .catch((error) => {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  })
  .then(({ passed, failed }) => {
    process.exitCode = failed > 0 || passed === 0 ? 1 : 0
    console.log(`${passed} passed, ${failed} failed`)
  })
