import type { Look, Source } from '@/lib/briefings/apart/source'
import type { Evidence } from '@/lib/briefings/model/evidence'

const LOOK: Look = { kind: 'weekly', language: 'en', mark: 'GREEN', sections: null, title: '' }

/** What a briefing of some evidence is made of, as the desk hands it on. */
export const sourceOf = (evidence: Evidence, look: Partial<Look> = {}, edits: Source['edits'] = []): Source => ({
  evidence: new TextEncoder().encode(JSON.stringify(evidence)),
  look: { ...LOOK, kind: evidence.kind, ...look },
  template: {
    team: { name: 'South Caucasus desk', footer: 'For the reader named on the cover', logo: null },
    sections: {},
  },
  edits,
})
