import type { Employee } from '../../api/types.ts'
import { shortDay } from '../../ui/dates.ts'
import { Badge } from '../../ui/states.tsx'

interface HeldSkillProps {
  name: string
  skill: Employee['skills'][number]
  /** Today. */
  now: string
}

/** A skill as a small badge: its level where it is above the first, its end where it has one. */
export const HeldSkill = ({ name, skill, now }: HeldSkillProps) => {
  const until = skill.validUntil ?? null
  const level = skill.level === 1 ? '' : ` ${skill.level}`
  if (until === null) return <Badge kind="neutral">{`${name}${level}`}</Badge>
  return (
    <Badge
      kind={until < now ? 'danger' : 'warning'}
    >{`${name}${level} ${until < now ? 'ended' : 'until'} ${shortDay(until)} ${until.slice(0, 4)}`}</Badge>
  )
}
