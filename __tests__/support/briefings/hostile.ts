import type { Evidence, EvidenceIncident } from '@/lib/briefings/model/evidence'
import { DEFAULT_PARAMETERS } from '@/lib/core/scoring'
import { methodHash } from '@/lib/method/store'
import { caseEvidenceOf } from './fixture'

/** Texts that somebody types to break a file, or whoever opens it. */
export const HOSTILE: readonly string[] = [
  '=HYPERLINK("http://evil.example","see")',
  '+1+1',
  '-2+3',
  '@SUM(1)',
  '＝1+1',
  '\t=1',
  '\r=1',
  '−4 degrees',
  '<script>alert(1)</script>',
  ']]>&lt;!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  'right \u202eot tfel\u202c and back \u200f\u2066',
  'bell \u0007 null \u0000 escape \u001b[31m end \uffff \ud800 half',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467} family, flag \u{1f1e6}\u{1f1ff}',
  '"quoted", \'single\', `ticks`',
  'first line\nsecond line\r\nthird',
  'a,b;c\td|e',
  'x'.repeat(100_000),
  '../../etc/passwd',
  '__proto__',
  'constructor',
  '_x000D_ & _x0041_',
  'Ə ə Ğ ğ İ ı — «Ёлки» № → “x”',
  '  spaces  ',
  '100%|[link](javascript:alert(1))',
]

/** The case with a hostile text in every place where somebody can type one. */
export function hostileEvidence(): Evidence {
  const evidence = caseEvidenceOf()
  const [dyad] = evidence.dyads
  const of = (index: number) => HOSTILE[index % HOSTILE.length]
  const incidents = dyad.incidents.map(
    (incident, index): EvidenceIncident => ({
      ...incident,
      title: of(index),
      summary: of(index + 1),
      location: of(index + 2),
      sources: incident.sources.map((source, place) => ({
        ...source,
        outlet: of(index + place + 3),
        quote: of(index + place + 4),
        url: of(index + place + 5),
      })),
    }),
  )
  const annotations = HOSTILE.map((text, index) => ({
    id: `n${index}`,
    startDay: 20_200,
    endDay: null,
    text,
    by: text,
  }))
  const context = HOSTILE.map((title, index) => ({ id: `c${index}`, day: 20_200, actor: 'TUR', title }))
  return { ...evidence, dyads: [{ ...dyad, incidents, annotations, context }] }
}

/** Two dyads over a period, by two methods; of the second one nobody checked the last weeks. */
export function twoDyads(): Evidence {
  const evidence = caseEvidenceOf()
  const [first] = evidence.dyads
  const parameters = { ...DEFAULT_PARAMETERS, version: '0.2', anchor: 3 }
  const incidents = first.incidents
    .slice(0, 12)
    .map((incident) => (incident.actor === 'RUS' ? { ...incident, actor: 'ARM' } : { ...incident, target: 'ARM' }))
  const second = {
    dyadId: 'ARM-AZE',
    methodId: 'second/method',
    incidents,
    checks: first.checks.slice(0, 8),
    context: [{ id: 'C-1', day: 20_240, actor: 'TUR', title: 'Offers to mediate, 3 times' }],
    annotations: [{ id: 'A-1', startDay: 20_230, endDay: 20_236, text: 'Week 22: a lull', by: 'Analyst 7' }],
  }
  return {
    ...evidence,
    kind: 'special',
    fromWeek: evidence.toWeek - 7 * 12,
    dyads: [second, first],
    methods: {
      ...evidence.methods,
      'second/method': { id: 'second/method', hash: methodHash(parameters), parameters },
    },
  }
}
