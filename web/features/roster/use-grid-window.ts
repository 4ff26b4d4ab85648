import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useState } from 'react'
import type { GridLayout } from './grid-layout.ts'
import type { GridRow } from './grid-rows.ts'

const groupHeight = 30

/** Inner width of the scrolling area; 0 until it is known. */
export const useInnerWidth = (scroller: RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => observer.disconnect()
  }, [scroller])
  return width
}

/** Which rows and columns are in sight. Only those are drawn. */
export const useGridWindow = (
  scroller: RefObject<HTMLElement | null>,
  layout: GridLayout,
  rows: readonly GridRow[],
  columnCount: number,
) => {
  const top = layout.headHeight + layout.openHeight
  const rowWindow = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? groupHeight : layout.rowHeight),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    scrollMargin: top,
    scrollPaddingStart: top,
    scrollPaddingEnd: layout.footHeight,
  })
  const columnWindow = useVirtualizer({
    horizontal: true,
    count: columnCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => layout.columnWidth,
    overscan: 3,
    scrollMargin: layout.nameWidth,
    scrollPaddingStart: layout.nameWidth,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: sizes follow from layout and rows, which the windows do not watch
  useLayoutEffect(() => {
    rowWindow.measure()
    columnWindow.measure()
  }, [layout, rows])
  return { rowWindow, columnWindow, top }
}
