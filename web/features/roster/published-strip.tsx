import { Pencil, Send } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import styles from './roster-page.module.css'

/** A published roster is changed on purpose only: whoever does is told first that each change is told. */
export const PublishedStrip = ({
  isChanging,
  onChange,
}: {
  isChanging: boolean
  onChange(isChanging: boolean): void
}) => (
  <div className={styles.strip} role="status">
    {isChanging ? <Pencil size={15} /> : <Send size={15} />}
    <span>
      {isChanging
        ? 'You are changing a published roster. Each change holds at once, by the same rules, and the people it concerns are told.'
        : 'This roster is published: people see it.'}
    </span>
    <Button size="small" look={isChanging ? 'primary' : 'secondary'} onClick={() => onChange(!isChanging)}>
      {isChanging ? 'Done' : 'Change it'}
    </Button>
  </div>
)
