import Sequencer from '@jest/test-sequencer'

/** Files that take minutes: a test for each page of a list, and a server that is killed and started again. */
const TAKES_MINUTES = /(every-page[\w-]*|alerts-survive-kill)\.test\.ts$/

/**
 * The order in which files of tests run. Where jest knows no times yet it goes by the size of files; one of these, which are short, would
 * come last, and all others wait for it.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests)
    const isLong = ({ path }) => TAKES_MINUTES.test(path)
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))]
  }
}
