import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { grantClaim, offerShift, openShiftQuery, standInsQuery, withdrawOpenShift } from '../../api/exchange.ts'
import type { OpenShift } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import rows from '../../ui/rows.module.css'
import { Badge, Skeleton } from '../../ui/states.tsx'
import { Reasons } from './reasons.tsx'
import { ShiftText } from './shifts-to-take.tsx'
import { useAct } from './use-act.ts'

const shownMax = 8

/** An open shift for whoever decides: who asked, who could come, offer it, give it, withdraw it. */
export const OpenShiftItem = ({ shift }: { shift: OpenShift }) => {
  const [isShown, setShown] = useState(false)
  const { act, busyId } = useAct()
  return (
    <li className={rows.item}>
      <div className={rows.row}>
        <ShiftText shift={shift} />
        <div className={rows.actions}>
          <Badge kind="warning">{`${shift.heads - shift.headsTaken} open`}</Badge>
          <Button aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {isShown ? 'Hide people' : 'Find people'}
          </Button>
          <Button
            look="ghost"
            busy={busyId === shift.id}
            onClick={() => act({ id: shift.id, work: () => withdrawOpenShift(shift), done: 'No longer offered' })}
          >
            Withdraw
          </Button>
        </div>
      </div>
      {isShown && <Candidates id={shift.id} />}
    </li>
  )
}

const Candidates = ({ id }: { id: string }) => {
  const people = useQuery(standInsQuery(id))
  const open = useQuery(openShiftQuery(id))
  const { act, busyId } = useAct()
  if (people.error) return <p className={rows.meta}>{people.error.message}</p>
  if (people.isPending || open.isPending) return <Skeleton rows={3} height={32} />
  const claims = new Map(open.data?.claims.map((claim) => [claim.employeeId, claim]))
  return (
    <ul className={rows.inner}>
      {people.data.slice(0, shownMax).map((person) => {
        const claim = claims.get(person.employeeId)
        return (
          <li key={person.employeeId}>
            <div className={rows.row}>
              <span className={rows.name}>{person.employeeName}</span>
              <div className={rows.actions}>
                <Badge kind={person.isStopped ? 'danger' : person.breaches.length > 0 ? 'warning' : 'success'}>
                  {person.isStopped ? 'Stopped' : person.breaches.length > 0 ? 'Possible' : 'Free'}
                </Badge>
                {claim?.state === 'offered' && <Badge>Asked</Badge>}
                {claim?.state === 'declined' && <Badge kind="neutral">Declined</Badge>}
                {claim?.state === 'pending' && (
                  <Button
                    size="small"
                    look="primary"
                    busy={busyId === claim.id}
                    onClick={() => act({ id: claim.id, work: () => grantClaim(id, claim.id), done: 'Given' })}
                  >
                    Give it
                  </Button>
                )}
                {claim === undefined && !person.isStopped && (
                  <Button
                    size="small"
                    busy={busyId === person.employeeId}
                    onClick={() =>
                      act({ id: person.employeeId, work: () => offerShift(id, [person.employeeId]), done: 'Asked' })
                    }
                  >
                    Offer
                  </Button>
                )}
              </div>
            </div>
            <Reasons breaches={person.breaches} person={person.employeeName} />
          </li>
        )
      })}
    </ul>
  )
}
