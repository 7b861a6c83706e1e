import type { BriefingDocument, Run, Sentence } from '@/lib/briefings/model/document'
import type { Rendering } from '@/lib/briefings/render/rendering'
import { chartDocuments, picturesOf } from './scenes'

/** What somebody may type: each would do something in some format if it were not kept from it. */
export const NASTY_TEXTS = [
  '=cmd|"/C calc"!A0',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '</style></title></svg></textarea>--><svg onload=alert(1)>',
  '"; } body { display: none } @import url(//evil.example/x.css);',
  '\\"\\a }\\',
  '&lt;b&gt; &amp; &#60; &nbsp',
  '[link](https://evil.example) ![image](https://evil.example/x.png)',
  '[^1] [^1]: note [ref]: https://evil.example "t"',
  '# heading',
  '- item',
  '+ item',
  '* item * and _em_ and **strong** and ~~gone~~',
  '1. item',
  '1) item',
  '> quotation',
  '    code',
  '---',
  '===',
  '| a | b | \\| c |',
  '`code` ``` fence ~~~',
  '<https://evil.example> https://evil.example www.evil.example a@evil.example mailto:a@evil.example',
  '$x^2$ :tada: ==mark== ^up^',
  'line\nbreak\r\n# heading\n\n- item\u2028more',
  '\u0000\u0007 nulls \ufffe',
  'مرحبا שלום',
  '🏳️‍🌈 emoji 👨‍👩‍👧',
  'ə ğ ı İ ş Ж ы → – − “quoted”',
  'trailing backslash \\',
  'x'.repeat(5000),
]

const said = (text: string): Run[] => [
  { text: 'Words: ' },
  { text, typed: true },
  { text: '1', note: 1 },
  { text: '2', note: 2 },
]

/** A document that has a text in every place where one can stand, and an address in its sources. */
export async function typedDocument(text: string, url: string): Promise<Pick<Rendering, 'document'>> {
  const base = await ofCase()
  const sentence = (key: string, runs: Run[]): Sentence => ({
    key,
    runs,
    figures: ['a'],
    incidents: [],
    by: { kind: 'rules' },
  })
  const edited: Sentence = {
    ...sentence(`k ${text}`, [{ text, typed: true }]),
    by: { kind: 'edited', name: text, at: '', rules: [], unmatched: [text] },
  }
  const items = [[sentence('l1', [{ text, typed: true }])], [sentence('l2', said(text))]]
  const columns = [
    { label: text, align: 'left' as const, width: 0.5 },
    { label: 'B', align: 'right' as const, width: 0.5 },
  ]
  const note = { outlet: text, date: text, url, quote: text, incidents: [], reliability: 'B' }
  const section = { key: 'trend' as const, dyadId: null, title: text }
  const [picture] = picturesOf(base)
  const document: BriefingDocument = {
    ...base,
    title: text,
    subtitle: text,
    provenance: text,
    team: { name: text, footer: text, logo: null },
    sections: [
      {
        ...section,
        id: 'a',
        level: 1,
        blocks: [
          { kind: 'lead', sentences: [sentence('s1', [{ text, typed: true }, ...said(text)])] },
          { kind: 'paragraph', sentences: [edited, sentence('s2', [{ text, strong: true }, { text: ' after' }])] },
          { kind: 'list', ordered: false, items },
          { kind: 'list', ordered: true, items },
          { kind: 'figures', items: [{ label: text, value: said(text), note: said(text), band: 'Crisis' }] },
        ],
      },
      {
        ...section,
        id: 'b',
        level: 2,
        blocks: [
          {
            kind: 'table',
            table: { caption: text, columns, rows: [[{ runs: said(text) }, { runs: [{ text, typed: true }] }]] },
          },
          { kind: 'chart', picture: { ...picture, title: text, reading: text, alt: text, source: text } },
          { kind: 'notes' },
        ],
      },
    ],
    notes: [
      { ...note, number: 1 },
      { ...note, number: 2 },
    ],
  }
  return { document }
}

const ofCase = chartDocuments()
