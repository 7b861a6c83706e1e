import { excerptOf } from '@/lib/comments/excerpt'

test('a short text is quoted whole', () => {
  expect(excerptOf('Yes.', 200)).toBe('Yes.')
  expect(excerptOf('x'.repeat(200), 200)).toBe('x'.repeat(200))
})

test('a long text is cut at the last whole character that fits', () => {
  expect(excerptOf('x'.repeat(201), 200)).toBe('x'.repeat(200))
  expect(excerptOf(`${'x'.repeat(199)}😀`, 200)).toBe('x'.repeat(199))
  expect(excerptOf(`${'x'.repeat(198)}😀!`, 200)).toBe(`${'x'.repeat(198)}😀`)
  expect(excerptOf(`${'x'.repeat(197)}é́é́`, 200)).toBe(`${'x'.repeat(197)}é́`)
})

test('what is cut is well-formed, wherever the cut falls', () => {
  for (let most = 1; most < 40; most++) {
    const cut = excerptOf('a👩‍👩‍👧b😀'.repeat(8), most)
    // Half of a pair cannot be encoded.
    expect(() => encodeURIComponent(cut)).not.toThrow()
    expect(cut.length).toBeLessThanOrEqual(most)
  }
})
