import type { Evidence } from '@/lib/briefings/model/evidence'
import type { Rendering } from '@/lib/briefings/render/rendering'

/** What people type into a record to break a document, or by accident. */
export const NASTY: readonly string[] = [
  '=HYPERLINK("http://evil.example","go")',
  '+1+cmd|’/C calc’!A0',
  '{ HYPERLINK "file:///etc/passwd" }',
  '<script>alert(1)</script><b>bold</b>',
  ']]></w:t></a:t><!-- & &amp; &lt; &#0; &xxe; -->',
  '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>',
  'safe\u202egnp.exe\u2066left\u2069',
  'null\u0000byte\u0008\ufffe\uffff\ud800lone\udc00',
  '👩‍👩‍👧‍👦🇦🇿 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 a\u0301 ə ı Ж ع',
  'x'.repeat(100_000),
  '\n\t  line\r\nbreak\u2028 \n',
  "'; DROP TABLE incidents; --",
]

/** The evidence with such text for titles, outlets, quotes, addresses and notes. */
export function withNastyText(evidence: Evidence): Evidence {
  const of = (index: number) => NASTY[index % NASTY.length]
  const dyads = evidence.dyads.map((dyad) => ({
    ...dyad,
    incidents: dyad.incidents.map((one, index) => ({
      ...one,
      title: of(index),
      sources: one.sources.map((source, at) => ({
        ...source,
        outlet: of(index + at + 3),
        quote: of(index + at + 5),
        date: of(index + 7).slice(0, 40),
        url: ['javascript:alert(1)', 'file:///etc/passwd', 'https://example.org/?a=1&b="<\u0000>', null][index % 4],
      })),
    })),
    annotations: NASTY.map((text, index) => ({
      id: `N-${index}`,
      startDay: evidence.toWeek + (index % 7),
      endDay: null,
      text,
      by: of(index + 1),
    })),
  }))
  return { ...evidence, dyads }
}

/** The same in what a caller may pass without cleaning it, and a sentence that somebody with such a name changed. */
export function withRawText(rendering: Rendering): Rendering {
  const document = structuredClone(rendering.document)
  const raw = NASTY.join(' ')
  document.title = raw
  document.team = { ...document.team, name: NASTY[7], footer: raw }
  document.provenance = NASTY[4]
  for (const section of document.sections) {
    section.title = NASTY[3] + NASTY[7]
    for (const block of section.blocks) {
      if (block.kind === 'chart') Object.assign(block.picture, { title: raw, alt: raw, source: raw, reading: raw })
      if (block.kind === 'table') block.table.caption = raw
      if (block.kind !== 'paragraph') continue
      const [first] = block.sentences
      const by = { kind: 'edited' as const, name: NASTY[7], at: document.asOf, rules: first.runs, unmatched: [] }
      block.sentences[0] = { ...first, runs: [{ text: raw, typed: true }], by }
    }
  }
  return { ...rendering, document }
}
