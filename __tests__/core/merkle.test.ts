import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { type Hash, leafHash, merkleRoot } from '@/lib/core/merkle'

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest()
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const rootOf = (leaves: Uint8Array[]) =>
  hex(
    merkleRoot(
      leaves.map((leaf) => leafHash(leaf, sha256)),
      sha256,
    ),
  )

/** The leaves and the roots over the first so many of them from the tests of Certificate Transparency. */
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((leaf) => Buffer.from(leaf, 'hex'))
const CT_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

test.each(CT_ROOTS.map((root, count) => [count, root]))(
  'the root over %i leaves is that of Certificate Transparency',
  (count, root) => {
    expect(rootOf(CT_LEAVES.slice(0, Number(count)))).toBe(root)
  },
)

/** RFC 6962 word for word: MTH(D[n]) by its recursive definition, over leaves that are not hashed. */
function byTheBook(leaves: Uint8Array[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest()
  if (leaves.length === 1) return createHash('sha256').update(Buffer.of(0)).update(leaves[0]).digest()
  const split = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1)
  const [left, right] = [byTheBook(leaves.slice(0, split)), byTheBook(leaves.slice(split))]
  return createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()
}

const lists = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 })

test('the root of any list is the one of the definition', () => {
  fc.assert(fc.property(lists, (leaves) => expect(rootOf(leaves)).toBe(byTheBook(leaves).toString('hex'))))
})

test('one bit in one leaf gives another root', () => {
  const someLists = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(someLists, fc.nat(), fc.nat(), (leaves, which, bit) => {
      const changed = leaves.map((leaf) => leaf.slice())
      const leaf = changed[which % changed.length]
      leaf[bit % leaf.length] ^= 1 << (bit % 8)
      expect(rootOf(changed)).not.toBe(rootOf(leaves))
    }),
  )
})

test('a leaf more, a leaf less and another order give another root', () => {
  const different = fc.uniqueArray(fc.uint8Array({ maxLength: 8 }), { minLength: 2, maxLength: 30, selector: hex })
  fc.assert(
    fc.property(different, (leaves) => {
      const roots = [leaves, leaves.slice(1), [...leaves, leaves[0]], [...leaves].reverse()].map(rootOf)
      expect(new Set(roots).size).toBe(4)
    }),
  )
})

test('an inner node cannot stand in for the leaves below it', () => {
  const [a, b] = [Buffer.from('a'), Buffer.from('b')].map((leaf) => leafHash(leaf, sha256))
  expect(rootOf([Buffer.concat([a, b])])).not.toBe(hex(merkleRoot([a, b], sha256)))
})

test('the tree is made with the hash function that is given', () => {
  const lengthOnly: Hash = (bytes) => Uint8Array.of(bytes.length)
  expect(merkleRoot([leafHash(Buffer.from('abc'), lengthOnly), Uint8Array.of(9)], lengthOnly)).toEqual(Uint8Array.of(3))
})
