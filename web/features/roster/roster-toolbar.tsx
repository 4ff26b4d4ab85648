import { ChevronLeft, ChevronRight, Search } from 'lucide-react'
import { IconButton } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { type Zoom, zooms } from './grid-layout.ts'
import type { Grouping, RowFilter } from './grid-rows.ts'
import styles from './roster-page.module.css'

interface RosterToolbarProps {
  search: string
  filter: RowFilter
  grouping: Grouping
  zoom: Zoom
  /** Whether there are more days than are in sight. */
  canPage: boolean
  onPage(direction: -1 | 1): void
  onSearch(search: string): void
  onFilter(filter: RowFilter): void
  onGrouping(grouping: Grouping): void
  onZoom(zoom: Zoom): void
}

const filters: readonly { value: RowFilter; label: string }[] = [
  { value: 'all', label: 'Everyone' },
  { value: 'breaches', label: 'Broken rules' },
  { value: 'open', label: 'Open shifts' },
]

/** What the grid shows, and how closely. */
export const RosterToolbar = (props: RosterToolbarProps) => (
  <div className={styles.toolbar} role="toolbar" aria-label="View">
    <div className={styles.search}>
      <Search size={14} className={styles.searchIcon} />
      <input
        className={styles.searchInput}
        type="search"
        aria-label="Search people"
        placeholder="Search people or skills"
        value={props.search}
        onChange={(event) => props.onSearch(event.target.value)}
      />
    </div>
    <Segmented label="Show" value={props.filter} options={filters} onChange={props.onFilter} />
    <Select
      label="Group by"
      value={props.grouping}
      onChange={(event) => props.onGrouping(event.target.value as Grouping)}
    >
      <option value="none">No groups</option>
      <option value="site">Group by site</option>
      <option value="skill">Group by skill</option>
      <option value="contract">Group by contract</option>
    </Select>
    <span className={styles.spacer} />
    {props.canPage && (
      <span className={styles.pages}>
        <IconButton label="Earlier days" onClick={() => props.onPage(-1)}>
          <ChevronLeft size={16} />
        </IconButton>
        <IconButton label="Later days" onClick={() => props.onPage(1)}>
          <ChevronRight size={16} />
        </IconButton>
      </span>
    )}
    <Segmented label="Zoom" value={props.zoom} options={zooms} onChange={props.onZoom} />
  </div>
)
