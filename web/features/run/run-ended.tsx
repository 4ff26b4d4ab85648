import { Link } from '@tanstack/react-router'
import { CircleAlert } from 'lucide-react'
import type { Run } from '../../api/types.ts'
import { buttonClass } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Card } from '../shell/page.tsx'

/** A run that failed: why, in the words it left, and the way back. */
export const RunEnded = ({ run }: { run: Run }) => (
  <Card>
    <EmptyState
      icon={<CircleAlert size={20} />}
      title="This run found no roster"
      action={
        <Link to="/rosters/$rosterId" params={{ rosterId: run.rosterId }} className={buttonClass({ look: 'primary' })}>
          Back to the roster
        </Link>
      }
    >
      {run.failure ??
        'It ended without a reason. Start it again; if it fails again, tell the person who runs this server.'}
    </EmptyState>
  </Card>
)
