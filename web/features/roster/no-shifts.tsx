import { Link } from '@tanstack/react-router'
import { CalendarX } from 'lucide-react'
import styles from './roster-page.module.css'

/** Says why a roster is empty, and where its shifts would come from. */
export const NoShifts = () => (
  <div className={styles.strip} role="status">
    <CalendarX size={16} />
    <span>
      This roster has no shifts: there was no demand on its days when it was created. Import demand, then create it
      anew.
    </span>
    <Link to="/import">Import demand</Link>
  </div>
)
