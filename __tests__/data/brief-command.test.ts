import { run } from '@/bin/commands/brief'

test.each([
  [['AZE-RUS', '--week', '2025-W99', '-o', 'x'], '--week: Give a week such as 2025-W27'],
  [['AZE', '--week', '2025-W27', '-o', 'x'], 'DYAD: There is no such dyad'],
  [['AZE-RUS', '--week', '2025-W27', '--format', 'exe', '-o', 'x'], '--format: "exe" is none of'],
  [['AZE-RUS', '--week', '2025-W27'], '-o is needed'],
  [['AZE-RUS', '--week', '2025-W27', '--format', 'all', '-o', '-'], '-o: all formats go into a folder'],
])('%j is refused with a sentence and exit code 2, before anything is read', async (args, sentence) => {
  const said: string[] = []
  const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  try {
    expect(await run(args)).toBe(2)
  } finally {
    stderr.mockRestore()
  }
  expect(said.join('')).toContain(`dyadwatch brief: ${sentence}`)
})
