// Templates and rotations are plain records; laying them is a verb of its own.
import type * as z from 'zod'
import { rosterTemplates, rotations } from '../../../../drizzle/schema/index.ts'
import type {
  rotationCreate,
  rotationSchema,
  templateCreate,
  templateSchema,
} from '../../../contract/roster-patterns.ts'
import { Invalid } from '../../../errors.ts'
import type { RecordKind } from '../../records/record-kind.ts'
import type { PatternShift } from './pattern.ts'

type Template = z.output<typeof templateSchema>
type TemplateInput = z.output<typeof templateCreate>
type Rotation = z.output<typeof rotationSchema>
type RotationInput = z.output<typeof rotationCreate>

const once = (ids: readonly string[]): string[] => [...new Set(ids)]
const skillsOf = ({ skills }: PatternShift): string[] =>
  [...skills.allOf, ...skills.anyOf].map(({ skillId }) => skillId)

export const templateKind: RecordKind<Template, TemplateInput> = {
  noun: 'roster template',
  table: rosterTemplates,
  columns: {
    id: rosterTemplates.id,
    name: rosterTemplates.name,
    days: rosterTemplates.days,
    content: rosterTemplates.content,
    version: rosterTemplates.version,
  },
  order: ['name', 'id'],
  sortable: ['name'],
  nameOf: ({ name }) => name,
  read: 'rosters:write',
  write: 'rosters:write',
  refersTo: ({ content }) => ({
    sites: once(content?.shifts.map(({ siteId }) => siteId) ?? []),
    shiftTypes: once(content?.shifts.flatMap(({ shiftTypeId }) => shiftTypeId ?? []) ?? []),
    skills: once(content?.shifts.flatMap(skillsOf) ?? []),
    employees: once(content?.shifts.flatMap(({ employeeIds }) => employeeIds) ?? []),
  }),
  check: ({ days, content }) => {
    const beyond = content.shifts.find(({ offsetDays }) => offsetDays >= days)
    if (beyond === undefined) return
    const message = `The shift "${beyond.name}" lies ${beyond.offsetDays} days after the first, the template has ${days}. Raise its days.`
    throw new Invalid('validation_failed', message, { offsetDays: beyond.offsetDays, days })
  },
}

export const rotationKind: RecordKind<Rotation, RotationInput> = {
  noun: 'rotation',
  table: rotations,
  columns: {
    id: rotations.id,
    name: rotations.name,
    cycle: rotations.cycle,
    members: rotations.members,
    anchorDay: rotations.anchorDay,
    version: rotations.version,
  },
  order: ['name', 'id'],
  sortable: ['name'],
  nameOf: ({ name }) => name,
  read: 'rosters:write',
  write: 'rosters:write',
  refersTo: ({ cycle, members }) => ({
    shiftTypes: once(cycle?.flatMap((typeId) => typeId ?? []) ?? []),
    sites: once(members?.map(({ siteId }) => siteId) ?? []),
    employees: once(members?.map(({ employeeId }) => employeeId) ?? []),
  }),
}
