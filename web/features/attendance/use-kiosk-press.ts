import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pressKiosk } from '../../api/attendance.ts'
import type { KioskPress } from '../../api/types.ts'

const confirmedMs = 6000

/** Presses the clock of whoever typed number and PIN; the answer is forgotten after a moment, for the next one in the queue. */
export const useKioskPress = (siteId: string, onSettled: (isDone: boolean) => void) => {
  const press = useMutation({
    mutationFn: (body: Omit<KioskPress, 'siteId'>) => pressKiosk({ ...body, ...(siteId && { siteId }) }),
    onSettled: (clock) => onSettled(clock !== undefined),
  })
  const { isPending, isIdle, reset } = press
  useEffect(() => {
    if (isPending || isIdle) return
    const timer = setTimeout(reset, confirmedMs)
    return () => clearTimeout(timer)
  }, [isPending, isIdle, reset])
  return press
}
