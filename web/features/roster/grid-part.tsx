import type { ComponentProps } from 'react'

type GridRole = 'grid' | 'row' | 'rowheader' | 'columnheader' | 'gridcell' | 'presentation'

/** A part of the WAI-ARIA grid pattern. A real table cannot be virtualised, so its roles are spelled out. */
export const GridPart = (props: ComponentProps<'div'> & { role: GridRole }) => <div {...props} />
