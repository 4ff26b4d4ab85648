import { useNavigate } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button, IconButton } from '../../ui/button.tsx'
import { addDays, periodText, today } from '../../ui/dates.ts'
import styles from './availability.module.css'

/** Which week is shown, and the way to the others. */
export const WeekBar = ({ first }: { first: string }) => {
  const navigate = useNavigate()
  const goTo = (week: string) => navigate({ to: '/availability', search: (known) => ({ ...known, week }) })
  return (
    <div className={styles.week}>
      <IconButton label="Week before" onClick={() => goTo(addDays(first, -7))}>
        <ChevronLeft size={17} />
      </IconButton>
      <IconButton label="Week after" onClick={() => goTo(addDays(first, 7))}>
        <ChevronRight size={17} />
      </IconButton>
      <Button onClick={() => goTo(today())}>This week</Button>
      <h2 className={styles.period} aria-live="polite">
        {periodText(first, 7)}
      </h2>
    </div>
  )
}
