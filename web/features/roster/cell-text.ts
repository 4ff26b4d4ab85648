// A cell in words, for screen readers: everything that its colours and icons say.
import type { Breach } from '../../api/types.ts'
import { longDay } from '../../ui/dates.ts'
import { countText } from '../../ui/numbers.ts'
import { ruleName } from '../words/rule-names.ts'
import type { Cell, OpenShift, RosterIndex } from './roster-index.ts'
import { timeText } from './shift-look.ts'

const breachWords = (breaches: readonly Breach[]): string => {
  const broken = breaches.filter((breach) => breach.level !== 'soft').map((breach) => ruleName(breach.rule))
  return broken.length === 0 ? '' : `, broken rule: ${[...new Set(broken)].join(', ')}`
}

/** "Monday 1 March: Early 07:00–15:30 at Main, draft". */
export const cellText = (index: RosterIndex, day: string, cell: Cell | undefined): string => {
  const parts: string[] = []
  const state = index.grid.roster.state === 'published' ? 'published' : 'draft'
  for (const { shift, pinned } of cell?.shifts ?? []) {
    const site = index.grid.sites.length > 1 ? ` at ${index.siteNameById.get(shift.siteId) ?? ''}` : ''
    parts.push(`${shift.name} ${timeText(shift)}${site}, ${state}${pinned ? ', pinned' : ''}`)
  }
  if (cell?.absence) parts.push(cell.absence === 'time-off' ? 'time off' : 'not available')
  for (const request of cell?.requests ?? []) parts.push(request.kind === 'on' ? 'wishes to work' : 'wishes to be off')
  const text = parts.length === 0 ? 'free' : parts.join('; ')
  return `${longDay(day)}: ${text}${breachWords(cell?.breaches ?? [])}`
}

/** "Monday 1 March: 2 open, Early 07:00–15:30". */
export const laneCellText = (day: string, open: readonly OpenShift[]): string => {
  if (open.length === 0) return `${longDay(day)}: nothing open`
  const heads = open.reduce((sum, one) => sum + one.openHeads, 0)
  return `${longDay(day)}: ${countText(heads, 'open place')}, ${open.map(({ shift }) => `${shift.name} ${timeText(shift)}`).join('; ')}`
}
