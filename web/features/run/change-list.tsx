import { ChevronRight, Minus, Plus } from 'lucide-react'
import { memo, useState } from 'react'
import type { RosterGrid } from '../../api/types.ts'
import { shortDay, weekdayName } from '../../ui/dates.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { timeText } from '../roster/shift-look.ts'
import { Card } from '../shell/page.tsx'
import styles from './change-list.module.css'
import { type Change, type ChangeGroup, changeKey, type DiffOrder } from './proposal-diff.ts'
import type { ChangeChoice } from './use-chosen-changes.ts'

interface ChangeListProps {
  groups: readonly ChangeGroup[]
  grid: RosterGrid
  choice: ChangeChoice
  decided: boolean
}

const orders: readonly { value: DiffOrder; label: string }[] = [
  { value: 'person', label: 'By person' },
  { value: 'day', label: 'By day' },
]
const openedAtFirst = 3

/** What would change: green with a plus comes, struck through goes. Each change can be left out. */
export const ChangeList = ({ groups, grid, choice, decided }: ChangeListProps) => {
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({})
  return (
    <Card flush>
      <header className={styles.header}>
        <Segmented label="Order" value={choice.order} options={orders} onChange={choice.setOrder} />
        <span className={styles.legend}>
          <span className={styles.added}>
            <Plus size={12} /> comes
          </span>
          <span className={styles.removed}>
            <Minus size={12} /> goes
          </span>
        </span>
      </header>
      <ul>
        {groups.map((group, n) => (
          <Group
            key={group.key}
            group={group}
            grid={grid}
            choice={choice}
            decided={decided}
            isOpen={opened[group.key] ?? n < openedAtFirst}
            onToggle={(isOpen) => setOpened({ ...opened, [group.key]: isOpen })}
          />
        ))}
      </ul>
    </Card>
  )
}

interface GroupProps {
  group: ChangeGroup
  grid: RosterGrid
  choice: ChangeChoice
  decided: boolean
  isOpen: boolean
  onToggle(isOpen: boolean): void
}

const Group = ({ group, grid, choice, decided, isOpen, onToggle }: GroupProps) => {
  const chosen = group.changes.filter(choice.isChosen).length
  const showSites = grid.sites.length > 1
  return (
    <li className={styles.group}>
      <div className={styles.groupHead}>
        {!decided && (
          <input
            type="checkbox"
            aria-label={`Accept all changes: ${group.title}`}
            checked={chosen === group.changes.length}
            ref={(element) => {
              if (element) element.indeterminate = chosen > 0 && chosen < group.changes.length
            }}
            onChange={(event) => choice.toggle(group.changes, event.target.checked)}
          />
        )}
        <button type="button" className={styles.groupToggle} aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
          <ChevronRight size={14} />
          <span className={styles.groupTitle}>{group.title}</span>
          {group.added > 0 && <span className={styles.added}>+{group.added}</span>}
          {group.removed > 0 && <span className={styles.removed}>−{group.removed}</span>}
        </button>
      </div>
      {isOpen && (
        <ul className={styles.changes}>
          {group.changes.map((change) => (
            <ChangeItem
              key={changeKey(change)}
              change={change}
              text={
                choice.order === 'person'
                  ? `${weekdayName(change.shift.day)} ${shortDay(change.shift.day)}`
                  : change.employeeName
              }
              site={showSites ? grid.sites.find((site) => site.id === change.shift.siteId)?.name : undefined}
              decided={decided}
              chosen={choice.isChosen(change)}
              onToggle={(take) => choice.toggle([change], take)}
            />
          ))}
        </ul>
      )}
    </li>
  )
}

interface ChangeItemProps {
  change: Change
  text: string
  site: string | undefined
  decided: boolean
  chosen: boolean
  onToggle(chosen: boolean): void
}

const ChangeItem = memo(
  ({ change, text, site, decided, chosen, onToggle }: ChangeItemProps) => (
    <li>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox stands inside unless all is decided */}
      <label className={styles.change} data-kind={change.kind} data-left={chosen ? undefined : true}>
        {!decided && <input type="checkbox" checked={chosen} onChange={(event) => onToggle(event.target.checked)} />}
        {change.kind === 'added' ? <Plus size={13} aria-label="comes" /> : <Minus size={13} aria-label="goes" />}
        <span className={styles.when}>{text}</span>
        <span className={styles.what}>{change.shift.name}</span>
        <span className={styles.time}>{timeText(change.shift)}</span>
        {site && <span className={styles.site}>{site}</span>}
      </label>
    </li>
  ),
  (a, b) => a.change === b.change && a.chosen === b.chosen && a.decided === b.decided && a.text === b.text,
)
