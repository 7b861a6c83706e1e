import { randomUUID } from 'node:crypto'
import { changedSettings, unlike } from '@/components/briefings/changed-settings'
import { changeDraftSchema } from '@/lib/briefings/schema'
import { weeklySettings } from '../../support/briefings/drafts'

const SETTINGS = weeklySettings()

test('a change of some settings says nothing of the others', () => {
  const seen = { id: randomUUID(), baseRevision: 3 }
  expect(changeDraftSchema.parse({ ...seen, mark: 'RED' })).toEqual({ ...seen, mark: 'RED' })
  expect(changeDraftSchema.parse({ ...seen, sections: null })).toEqual({ ...seen, sections: null })
  expect(changeDraftSchema.safeParse({ ...seen, toWeek: '2025-W' }).success).toBe(false)
})

test('a new briefing has the usual title, sections, look and method where none are named', () => {
  expect(SETTINGS).toMatchObject({ title: '', sections: null, templateId: null, method: 'then' })
})

test('of what was kept those settings are changed that the draft does not have, and nothing that is none of them', () => {
  const kept = JSON.stringify({ title: 'What moved', mark: 'GREEN', toWeek: '2025-W' })
  expect(changedSettings(kept, SETTINGS)).toEqual({ title: 'What moved', toWeek: '2025-W' })
  expect(unlike({ title: '', mark: 'RED' }, SETTINGS)).toEqual({ mark: 'RED' })
  for (const other of [undefined, 'no JSON', '[]', JSON.stringify({ mark: 'PINK' }), JSON.stringify({ id: 'x' })])
    expect(changedSettings(other, SETTINGS)).toEqual({})
})
