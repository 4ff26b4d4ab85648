import { useEffect } from 'react'

/** Names the page in the browser's tab: "People · Muster". */
export const useDocumentTitle = (title: string | undefined): void => {
  useEffect(() => {
    document.title = title ? `${title} · Muster` : 'Muster'
  }, [title])
}
