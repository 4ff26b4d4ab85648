import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { dashboardQuery, sitesQuery } from '../../api/queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { daysBetween, periodText, today } from '../../ui/dates.ts'
import { Select } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Page } from '../shell/page.tsx'
import { useDocumentTitle } from '../shell/use-document-title.ts'
import styles from './overview.module.css'
import { OverviewFigures } from './overview-figures.tsx'
import { OverviewLists } from './overview-lists.tsx'
import { type SpanKind, spanAround, spanBeside } from './spans.ts'

const kinds: readonly { value: SpanKind; label: string }[] = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
]

/** How a week or a month stands: cover, hours, cost, fairness, what waits for a decision, what runs out. */
export const OverviewPage = () => {
  useDocumentTitle('Overview')
  const [kind, setKind] = useState<SpanKind>('week')
  const [span, setSpan] = useState(() => spanAround('week', today()))
  const [siteId, setSite] = useState('')
  const sites = useQuery(sitesQuery)
  const figures = useQuery(dashboardQuery(span.from, span.to, siteId))
  const days = daysBetween(span.from, span.to) + 1
  const choose = (next: SpanKind) => {
    setKind(next)
    setSpan(spanAround(next, span.from <= today() && today() <= span.to ? today() : span.from))
  }
  return (
    <Page title="Overview" subtitle={periodText(span.from, days)}>
      <div className={styles.bar}>
        <Segmented label="Span" value={kind} options={kinds} onChange={choose} />
        <span className={styles.pages}>
          <IconButton label={`The ${kind} before`} onClick={() => setSpan(spanBeside(kind, span, -1))}>
            <ChevronLeft size={16} />
          </IconButton>
          <IconButton label={`The ${kind} after`} onClick={() => setSpan(spanBeside(kind, span, 1))}>
            <ChevronRight size={16} />
          </IconButton>
        </span>
        {(sites.data?.length ?? 0) > 1 && (
          <Select label="Site" value={siteId} onChange={(event) => setSite(event.target.value)}>
            <option value="">All sites</option>
            {sites.data?.map((site) => (
              <option key={site.id} value={site.id}>
                {site.name}
              </option>
            ))}
          </Select>
        )}
      </div>
      {figures.error && (
        <ErrorState title="The overview could not be loaded" error={figures.error} onRetry={figures.refetch} />
      )}
      {figures.isPending && <Skeleton rows={3} height={120} />}
      {figures.data && (
        <>
          <OverviewFigures figures={figures.data} />
          <OverviewLists figures={figures.data} />
        </>
      )}
    </Page>
  )
}
