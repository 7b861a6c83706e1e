import fc from 'fast-check'
import { drawStateOf, fmix32, fnv1a32, uniformFrom, uniformOf } from '@/lib/core/hash/uniform'
import golden from '../golden/reference-stats.json'
import { expectClose } from './golden'

test('texts have their golden FNV-1a hashes', () => {
  expect(Object.keys(golden.hash.fnv1a32)).toHaveLength(4)
  for (const [text, hash] of Object.entries(golden.hash.fnv1a32)) expect(fnv1a32(text)).toBe(hash)
})

test('a text is hashed by its UTF-8 bytes', () => {
  expect(fnv1a32('\u00e9')).toBe(513665217)
})

test('numbers have their golden murmur finalisers', () => {
  expect(Object.keys(golden.hash.fmix32)).toHaveLength(4)
  for (const [number, mixed] of Object.entries(golden.hash.fmix32)) expect(fmix32(Number(number))).toBe(mixed)
})

test('draws have their golden numbers', () => {
  expect(golden.hash.u01).toHaveLength(9)
  for (const { seed, k, key, u } of golden.hash.u01) expectClose(uniformOf(seed, k, key), u)
})

test('a number kept in two parts is the number asked for at once, at least 0 and below 1', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(5000), fc.string(), (seed, draw, key) => {
      const u = uniformOf(seed, draw, key)
      expect(uniformFrom(drawStateOf(seed, draw), fnv1a32(key))).toBe(u)
      expect(u >= 0 && u < 1).toBe(true)
    }),
  )
})

test('numbers of many draws fill the range evenly', () => {
  const tenths = new Array(10).fill(0)
  for (let draw = 0; draw < 10_000; draw++) tenths[Math.floor(uniformOf(20250707, draw, 'unit:3') * 10)]++
  for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(120)
})
