import { eq } from 'drizzle-orm'
import { demandCurves as curveTable, demandPatterns as patternTable } from '../../drizzle/schema/index.ts'
import {
  curveCreate,
  curveSchema,
  curveUpdate,
  patternCreate,
  patternSchema,
  patternUpdate,
  siteDemandQuery,
} from '../contract/demand.ts'
import { curveKind } from '../services/demand/curves.ts'
import { patternKind } from '../services/demand/patterns.ts'
import { recordResource } from './record-resource.ts'

export const demandPatterns = recordResource({
  tag: 'Demand patterns',
  base: '/demand-patterns',
  one: 'a demand pattern',
  many: 'demand patterns',
  kind: patternKind,
  create: patternCreate,
  update: patternUpdate,
  schema: patternSchema,
  query: siteDemandQuery,
  wanted: ({ siteId }) => (siteId === undefined ? undefined : eq(patternTable.siteId, siteId)),
})

export const demandCurves = recordResource({
  tag: 'Demand curves',
  base: '/demand-curves',
  one: 'a demand curve',
  many: 'demand curves',
  kind: curveKind,
  create: curveCreate,
  update: curveUpdate,
  schema: curveSchema,
  query: siteDemandQuery,
  wanted: ({ siteId }) => (siteId === undefined ? undefined : eq(curveTable.siteId, siteId)),
})
