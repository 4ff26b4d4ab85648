import { Link } from '@tanstack/react-router'
import {
  ChevronLeft,
  CircleCheck,
  Download,
  Ellipsis,
  Flag,
  History,
  Printer,
  Redo2,
  RotateCcw,
  Send,
  Sparkles,
  Trash2,
  Undo2,
  UserRoundX,
  Wrench,
} from 'lucide-react'
import { Button, IconButton } from '../../ui/button.tsx'
import { periodText } from '../../ui/dates.ts'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../../ui/menu.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Badge } from '../../ui/states.tsx'
import { useMe } from '../session/use-me.ts'
import { useIsPhone } from '../shell/use-is-phone.ts'
import type { RosterIndex } from './roster-index.ts'
import styles from './roster-page.module.css'
import type { RosterDialog } from './roster-workspace.tsx'
import type { RosterEdits } from './use-roster-edits.ts'

interface RosterHeaderProps {
  index: RosterIndex
  edits: RosterEdits
  canEdit: boolean
  breachesShown: boolean
  onBreaches(): void
  onDialog(dialog: RosterDialog): void
}

const stateWords = { draft: 'Draft', published: 'Published', archived: 'Archived' } as const
const stateKind = { draft: 'neutral', published: 'success', archived: 'neutral' } as const

const exportUrl = (rosterId: string, format: 'csv' | 'ics' | 'html'): string =>
  `/api/v1/rosters/${rosterId}/export?format=${format}`

/** Name, state, what is wrong, and what can be done. */
export const RosterHeader = ({ index, edits, canEdit, breachesShown, onBreaches, onDialog }: RosterHeaderProps) => {
  const { roster } = index.grid
  const { can } = useMe()
  const isPhone = useIsPhone()
  const broken = index.grid.breaches.filter((breach) => breach.level === 'hard').length
  const isDraft = roster.state === 'draft'

  return (
    <header className={styles.header}>
      <div className={styles.identity}>
        <Link to="/" className={styles.back} aria-label="All rosters">
          <ChevronLeft size={18} />
        </Link>
        <h1 className={styles.name}>{roster.name}</h1>
        <Badge kind={stateKind[roster.state]}>{stateWords[roster.state]}</Badge>
        <span className={styles.period}>{periodText(roster.start, roster.days)}</span>
        {edits.pending > 0 && (
          <span className={styles.saving}>
            <Spinner /> Saving
          </span>
        )}
      </div>
      <div className={styles.status}>
        <span className={styles.figure} data-kind={index.openHeads > 0 ? 'warning' : 'good'}>
          {index.openHeads > 0 ? <UserRoundX size={14} /> : <CircleCheck size={14} />}
          <b>{index.openHeads}</b> open
        </span>
        <button
          type="button"
          className={styles.figure}
          data-kind={broken > 0 ? 'danger' : 'good'}
          aria-expanded={breachesShown}
          onClick={onBreaches}
        >
          {broken > 0 ? <Flag size={14} /> : <CircleCheck size={14} />}
          <b>{broken}</b> broken <span className={styles.wide}>{broken === 1 ? 'rule' : 'rules'}</span>
        </button>
      </div>
      <div className={styles.buttons}>
        {!isPhone && can('rosters:write') && (isDraft || canEdit) && (
          <>
            <IconButton label="Undo (Ctrl+Z)" disabled={!edits.canUndo || !canEdit} onClick={edits.undo}>
              <Undo2 size={16} />
            </IconButton>
            <IconButton label="Redo (Ctrl+Y)" disabled={!edits.canRedo || !canEdit} onClick={edits.redo}>
              <Redo2 size={16} />
            </IconButton>
            <span className={styles.divider} />
          </>
        )}
        <Menu
          align="end"
          trigger={
            <IconButton label="Export and more">
              <Ellipsis size={17} />
            </IconButton>
          }
        >
          <MenuLabel>Export</MenuLabel>
          <MenuItem
            icon={<Download size={15} />}
            note="CSV"
            onSelect={() => window.open(exportUrl(roster.id, 'csv'), '_self')}
          >
            Table
          </MenuItem>
          <MenuItem
            icon={<Download size={15} />}
            note="ICS"
            onSelect={() => window.open(exportUrl(roster.id, 'ics'), '_self')}
          >
            Calendar
          </MenuItem>
          <MenuItem
            icon={<Printer size={15} />}
            note="HTML"
            onSelect={() => window.open(exportUrl(roster.id, 'html'), '_blank')}
          >
            Page to print
          </MenuItem>
          {can('rosters:write') && can('people:read') && (
            <>
              <MenuSeparator />
              <MenuItem icon={<History size={15} />} onSelect={() => onDialog('versions')}>
                Versions
              </MenuItem>
            </>
          )}
          {can('rosters:write') && isDraft && (
            <>
              <MenuSeparator />
              <MenuItem danger icon={<Trash2 size={15} />} onSelect={() => onDialog('delete')}>
                Delete roster
              </MenuItem>
            </>
          )}
        </Menu>
        {can('rosters:publish') && isDraft && (
          <Button
            icon={<Send size={14} />}
            onClick={() => onDialog('publish')}
            disabled={index.grid.activeRunId !== null}
          >
            Publish
          </Button>
        )}
        {can('rosters:publish') && roster.state === 'published' && (
          <Button icon={<RotateCcw size={14} />} onClick={() => onDialog('reopen')}>
            Reopen
          </Button>
        )}
        {can('runs:start') && can('rosters:publish') && roster.state === 'published' && (
          <Button
            icon={<Wrench size={14} />}
            disabled={index.grid.activeRunId !== null}
            onClick={() => onDialog('generate')}
          >
            Repair
          </Button>
        )}
        {can('runs:start') && isDraft && (
          <Button
            look="primary"
            icon={<Sparkles size={14} />}
            disabled={index.grid.activeRunId !== null || index.grid.shifts.length === 0}
            onClick={() => onDialog('generate')}
          >
            Generate
          </Button>
        )}
      </div>
    </header>
  )
}
